import ArgumentParser
import DelimitedText
import Foundation
import MatchFacts
import SeasonLog

/// `smartpick season import CSV`.
struct SeasonImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Record the events of a CSV file, all or none.",
    discussion: """
      The first line names the columns: program (or code), event, date; and, if you like, signal, \
      rating, text, interview_day. 'season export' writes such a file. Events that the log has \
      already, word for word, are passed over.
      """)

  @Argument(help: "The CSV file.", completion: .file(extensions: ["csv"]))
  var file: String
  @OptionGroup var season: SeasonPathOption
  @OptionGroup var asOf: AsOfOption

  func run() throws {
    let today = try asOf.day
    let store = try SeasonOpening.log(season.path)
    let counted = try SeasonOpening.running { () throws(SeasonLogError) in try store.entries() }
      .countedEvents.map(\.event)
    let directory = try SeasonOpening.directory(try SeasonOpening.facts())
    let read = try events(
      ProgramChoice(directory: directory, logged: Set(counted.map(\.program))), today: today)
    let known = Set(counted)
    let new = read.filter { !known.contains($0) }
    let recorded = try SeasonOpening.running { () throws(SeasonLogError) in
      try store.record(new, today: today)
    }
    print("Recorded \(recorded.count) events from \(file).")
    if read.count > new.count { print("\(read.count - new.count) were in the log already.") }
    for item in recorded {
      for warning in item.warnings {
        Console.complain("\(item.event.program), line \(item.id): \(warning.message)")
      }
    }
  }

  private func events(
    _ choice: ProgramChoice, today: CalendarDate
  ) throws(CommandFailure) -> [SeasonEvent] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandFailure("cannot read \(file); give the path of a CSV file", .missingInput)
    }
    var events: [SeasonEvent] = []
    var faults: [String] = []
    do {
      let table = try DelimitedTable([UInt8](data), name: file)
      guard let program = ["program", "code", "nrmp_code"].first(where: table.header.contains)
      else { throw DelimitedTextError(.missingColumn, file: file, line: 1, field: "program") }
      _ = try table.column("event")
      _ = try table.column("date")
      func cell(_ record: DelimitedRecord, _ name: String) throws(DelimitedTextError) -> String? {
        table.header.contains(name) ? try record.optionalText(try table.column(name)) : nil
      }
      for record in table {
        do {
          let made = try SeasonEventText(
            kind: try cell(record, "event") ?? "",
            day: try record.requiredText(try table.column("date")),
            signal: try cell(record, "signal"), rating: try cell(record, "rating"),
            text: try cell(record, "text"), interviewDay: try cell(record, "interview_day"),
            place: "\(file):\(record.line): ")
          let chosen = try choice.program(try cell(record, program) ?? "", asks: false)
          events.append(made.event(program: chosen.code, today: today))
        } catch let failure as CommandFailure {
          let place = "\(file):\(record.line): "
          faults.append(
            failure.message.hasPrefix(place) ? failure.message : place + failure.message)
        }
      }
    } catch {
      throw CommandFailure(PageText.harmlessLines("\(error)"), .badData)
    }
    guard faults.isEmpty else {
      throw CommandFailure(
        (faults + ["nothing was recorded; mend the file and import it again"])
          .joined(separator: "\n"), .badData)
    }
    return events
  }
}
