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
      rating, text, interview_day. 'season export' writes such a file. Other names are told once, \
      as in --map program="Program name" --map event=Status, and remembered in the log. Events that \
      the log has already, word for word, are passed over.
      """)

  @Argument(help: "The CSV file.", completion: .file(extensions: ["csv"]))
  var file: String
  @Option(
    help: ArgumentHelp("Which column is what; may be given again.", valueName: "FIELD=HEADER"))
  var map: [String] = []
  @OptionGroup var season: SeasonPathOption
  @OptionGroup var asOf: AsOfOption

  func run() throws {
    let today = try asOf.day
    let store = try SeasonOpening.log(season.path)
    let counted = try SeasonOpening.running { () throws(SeasonLogError) in try store.entries() }
      .countedEvents.map(\.event)
    let table = try table()
    let told = try ImportColumns.told(map, header: table.header, file: file)
    let columns = try ImportColumns(
      table, told: told,
      remembered: try SeasonOpening.running { () throws(SeasonLogError) in
        try store.rememberedHeaders()
      }, file: file)
    let directory = try SeasonOpening.directory(try SeasonOpening.facts())
    let read = try events(
      table, columns,
      ProgramChoice(directory: directory, logged: Set(counted.map(\.program))), today: today)
    let known = Set(counted)
    let new = read.filter { !known.contains($0) }
    let recorded = try SeasonOpening.running { () throws(SeasonLogError) in
      if !told.isEmpty { try store.remember(headers: told) }
      return try store.record(new, today: today)
    }
    Console.say("Recorded \(recorded.count) events from \(file).")
    if read.count > new.count { Console.say("\(read.count - new.count) were in the log already.") }
    for item in recorded {
      for warning in item.warnings {
        Console.complain("\(item.event.program), line \(item.id): \(warning.message)")
      }
    }
  }

  private func table() throws(CommandFailure) -> DelimitedTable {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandFailure("cannot read \(file); give the path of a CSV file", .missingInput)
    }
    let bytes = [UInt8](data)
    if bytes.starts(with: Array("SQLite format 3\0".utf8)) {
      throw CommandFailure(
        "\(file) is a season's log itself, not a CSV file; one log holds one person's season. To "
          + "look at it: smartpick season status --season \(file); to take its events over: "
          + "smartpick season export --season \(file) --csv events.csv, and import that", .badData)
    }
    do {
      return try DelimitedTable(bytes, name: file)
    } catch {
      throw CommandFailure(PageText.harmlessLines("\(error)"), .badData)
    }
  }

  private func events(
    _ table: DelimitedTable, _ columns: ImportColumns, _ choice: ProgramChoice,
    today: CalendarDate
  ) throws(CommandFailure) -> [SeasonEvent] {
    var events: [SeasonEvent] = []
    var faults: [String] = []
    for record in table {
      let place = "\(file):\(record.line): "
      do {
        let made = try SeasonEventText(
          kind: try columns.cell(record, .event) ?? "", day: try columns.day(record),
          signal: try columns.cell(record, .signal), rating: try columns.cell(record, .rating),
          text: try columns.cell(record, .text),
          interviewDay: try columns.cell(record, .interviewDay), place: place)
        let chosen = try choice.program(try columns.cell(record, .program) ?? "", asks: false)
        events.append(made.event(program: chosen.code, today: today))
      } catch let failure as CommandFailure {
        faults.append(
          failure.message.hasPrefix(place) ? failure.message : place + failure.message)
      } catch {
        faults.append(PageText.harmlessLines("\(error)"))
      }
    }
    guard faults.isEmpty else {
      throw CommandFailure(
        (faults + ["nothing was recorded; mend the file and import it again"])
          .joined(separator: "\n"), .badData)
    }
    return events
  }
}
