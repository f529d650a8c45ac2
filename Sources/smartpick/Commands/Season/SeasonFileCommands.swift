import ApplicantFile
import ArgumentParser
import SeasonLog

/// `smartpick season start FILE`.
struct SeasonStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Begin a season's log with your file.")

  @Argument(help: "The applicant's file; its text goes into the log.", completion: .file())
  var file: String
  @OptionGroup var season: SeasonPathOption
  @OptionGroup var asOf: AsOfOption

  func run() throws {
    let day = try asOf.day
    let facts = try SeasonOpening.facts()
    let (applicant, snapshot) = try SeasonOpening.file(file, facts: facts, asOf: day)
    let window = try SeasonOpening.window(applicant, facts: facts, asOf: day)
    try SeasonOpening.running { () throws(SeasonLogError) in
      _ = try SeasonStore.start(at: season.path, window: window, file: snapshot)
    }
    Console.say(
      "Your season for the \(window.match) Match begins in \(season.path). "
        + "It stays on this machine, and only you can read it.")
    Console.say("Next: smartpick season add PROGRAM applied, or smartpick season import CSV.")
  }
}

/// `smartpick season update FILE`.
struct SeasonUpdate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Take your changed file into the log.")

  @Argument(help: "The applicant's file.", completion: .file())
  var file: String
  @OptionGroup var season: SeasonPathOption
  @OptionGroup var asOf: AsOfOption

  func run() throws {
    let facts = try SeasonOpening.facts()
    let (applicant, snapshot) = try SeasonOpening.file(file, facts: facts, asOf: try asOf.day)
    let store = try SeasonOpening.log(season.path)
    if let match = applicant.season, match != store.window.match {
      throw CommandFailure(
        "\(file) is for the \(match) Match, the log for the \(store.window.match) Match; "
          + "begin another log with --season", .badData)
    }
    let isNew = try SeasonOpening.running { () throws(SeasonLogError) in
      try store.update(file: snapshot)
    }
    Console.say(
      isNew ? "The log has your file as it is now." : "The log has this very file already.")
  }
}

/// `smartpick season backup COPY`.
struct SeasonBackup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the whole log into one new file.")

  @Argument(help: "The new file.", completion: .file())
  var copy: String
  @OptionGroup var season: SeasonPathOption

  func run() throws {
    let store = try SeasonOpening.log(season.path, readsOnly: true)
    try SeasonOpening.running { () throws(SeasonLogError) in try store.backUp(to: copy) }
    Console.say("\(copy) holds everything; give it to --season to use it.")
  }
}

/// `smartpick season recover`.
struct SeasonRecover: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover", abstract: "Save what can be read of a damaged log.")

  @OptionGroup var season: SeasonPathOption
  @OptionGroup var asOf: AsOfOption

  func run() throws {
    do {
      _ = try SeasonStore.open(season.path).entries()
      Console.say("\(season.path) is sound; nothing was changed.")
      return
    } catch SeasonLogError.damaged, SeasonLogError.notASeason {
      // What this command is for.
    } catch {
      try SeasonOpening.running { () throws(SeasonLogError) in throw error }
    }
    let facts = try SeasonOpening.facts()
    let window = try SeasonOpening.window(nil, facts: facts, asOf: try asOf.day)
    let recovery = try SeasonOpening.running { () throws(SeasonLogError) in
      try SeasonStore.recover(season.path, window: window)
    }
    Console.say("\(recovery.lines) lines were read and are in \(season.path) again.")
    if recovery.isIncomplete { Console.say("Some lines are lost; look through 'season status'.") }
    Console.say("The damaged file is kept at \(recovery.copy).")
  }
}
