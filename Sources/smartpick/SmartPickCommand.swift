import ArgumentParser

/// The command line's root.
struct SmartPickCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "smartpick",
    abstract: "Residency advice from published figures, with reasons and honest uncertainty.",
    discussion: """
      Everything runs on this machine; nothing is sent anywhere.

      Without a command, the page opens in the browser.

      Start with a file of your own:
        smartpick init me.yaml
        smartpick advise me.yaml --html report.html
      or with two scores:
        smartpick scores --step1 252 --step2 245 --specialty "Internal Medicine"

      Exit codes: 0 done, 1 failed, 2 no stable matching, 64 usage, 65 bad data, \
      66 missing input, 73 cannot write.
      """,
    version: SmartPickVersion.text,
    subcommands: [
      AdviseCommand.self, ScoresCommand.self, WhatIfCommand.self, WordsCommand.self,
      ProgramsCommand.self, SeasonCommand.self, RankCommand.self,
      SoapCommand.self,
      InitCommand.self, FactsCommand.self, DataCommand.self, MatchCommand.self,
      OptimizeCommand.self,
      SimulateCommand.self, CalibrateCommand.self, ServeCommand.self, OpenCommand.self,
    ])

  /// Opens the page: what someone wants who has only just installed the program.
  func run() async throws { try OpenCommand.start() }
}
