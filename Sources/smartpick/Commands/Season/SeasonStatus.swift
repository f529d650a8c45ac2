import ArgumentParser
import MatchFacts
import SeasonLog

/// `smartpick season status`.
struct SeasonStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Where you stand with every program on a day.")

  @OptionGroup var season: SeasonPathOption
  @OptionGroup var asOf: AsOfOption
  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let day = try asOf.day
    let store = try SeasonOpening.log(season.path, readsOnly: true)
    let entries = try SeasonOpening.running { () throws(SeasonLogError) in try store.entries() }
    let counted = entries.countedEvents
    let state = SeasonState(counted, window: store.window, asOf: day)
    let facts = try SeasonOpening.facts()
    let directory = try SeasonOpening.directory(facts)
    let dates: KeyDates
    do {
      dates = try facts.keyDates()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
    let answer = SeasonAnswer(state, dates: dates, directory: directory)
    if json {
      print(try JSONOutput.text(answer))
    } else {
      SeasonStatusPage.lines(answer, events: counted).forEach { print($0) }
    }
  }
}
