import ArgumentParser

/// `smartpick season`: what happened, from the day the list is sent to Match Day.
struct SeasonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "season",
    abstract: "Keep a log of the season: applications, invitations, waitlists, interviews.",
    discussion: """
      The log is one file on this machine, season.smartpick in the current folder unless --season
      names another. Lines are only ever added, so nothing you wrote is lost.

      Examples:
        smartpick season start me.yaml
        smartpick season add 1062140C0 applied 2026-09-23
        smartpick season add "mass general medicine" interview 2026-10-12 --on 2026-11-30
        smartpick season import answers.csv
        smartpick season status
        smartpick season undo
      """,
    subcommands: [
      SeasonStart.self, SeasonAdd.self, SeasonImport.self, SeasonUndo.self, SeasonEdit.self,
      SeasonUpdate.self, SeasonStatus.self, SeasonKeep.self, SeasonExport.self, SeasonBackup.self,
      SeasonRecover.self, SeasonCalibrate.self,
    ])
}

/// Where the log is.
struct SeasonPathOption: ParsableArguments {
  @Option(
    name: .customLong("season"),
    help: ArgumentHelp("The season's log.", valueName: "PATH"), completion: .file())
  var path = "season.smartpick"
}
