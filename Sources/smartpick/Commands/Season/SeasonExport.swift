import AdviceRendering
import ArgumentParser
import DelimitedText
import MatchFacts
import SeasonLog

/// `smartpick season export`.
struct SeasonExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the events as CSV for 'season import', or write the dates as iCalendar.")

  @Option(
    help: ArgumentHelp("Write the events to this file.", valueName: "FILE"), completion: .file())
  var csv: String?
  @Option(
    help: ArgumentHelp(
      "Write interviews and dates to come to this file, for a calendar program.",
      valueName: "FILE"), completion: .file())
  var ics: String?
  @OptionGroup var season: SeasonPathOption
  @OptionGroup var asOf: AsOfOption

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
    guard csv != nil || ics != nil else {
      Console.say(writer.text, terminator: "")
      return
    }
    var outputs = OutputFiles(reading: [season.path])
    try outputs.add(writer.text, to: csv)
    if let ics {
      let found = try SeasonAnswering(season.path, asOf: try asOf.day)
      try outputs.add(SeasonCalendarExport(found.answer).text, to: ics)
    }
    try outputs.write()
    if let csv { Console.say("\(events.count) events are in \(csv).") }
    if let ics { Console.say("The dates to come are in \(ics); open it with your calendar.") }
  }
}
