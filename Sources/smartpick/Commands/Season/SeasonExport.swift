import ArgumentParser
import DelimitedText
import MatchFacts
import SeasonLog

/// `smartpick season export`.
struct SeasonExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print the events as CSV, which 'season import' reads.")

  @Option(help: ArgumentHelp("Write to this file.", valueName: "FILE"), completion: .file())
  var csv: String?
  @OptionGroup var season: SeasonPathOption

  func run() throws {
    let store = try SeasonOpening.log(season.path, readsOnly: true)
    let events = try SeasonOpening.running { () throws(SeasonLogError) in try store.entries() }
      .countedEvents.map(\.event)
    var writer = DelimitedWriter(
      header: ["program", "event", "date", "signal", "rating", "text", "interview_day"])
    for event in events {
      writer.append([
        event.program, event.kind.rawValue, event.day.description, event.signal?.rawValue ?? "",
        event.rating.map(String.init) ?? "", event.text ?? "",
        event.interviewDay?.description ?? "",
      ])
    }
    guard let csv else {
      print(writer.text, terminator: "")
      return
    }
    var outputs = OutputFiles(reading: [season.path])
    try outputs.add(writer.text, to: csv)
    try outputs.write()
    print("\(events.count) events are in \(csv).")
  }
}
