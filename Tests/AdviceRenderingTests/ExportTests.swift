import Advising
import ApplicantFile
import DelimitedText
import Foundation
import MatchFacts
import ScoreReading
import Testing

@testable import AdviceRendering

@Suite("Files for other programs")
struct ExportTests {
  @Test func theTableReadsBack() throws {
    for advice in try Samples.all() {
      let text = CSVExport(advice.list).text
      #expect(text.hasSuffix("\r\n"))
      let table = try DelimitedTable(Array(text.utf8), name: "list.csv")
      #expect(table.header == CSVExport.columns)
      #expect(table.count == advice.list.programs.count)
      let code = try table.column("code")
      let low = try table.column("interview_low")
      let fee = try table.column("fee_usd")
      for (record, entry) in zip(table, advice.list.programs) {
        #expect(try record.text(code) == entry.code)
        #expect(abs(try record.double(low, in: 0...1) - entry.interview.low) < 0.0001)
        #expect(try record.int(fee, in: 0...1000) == entry.fee)
      }
    }
  }

  @Test(arguments: ["=1+1", "+1", "-2", "@SUM(A1)", "  =x", "\t=x", "＝1"])
  func noCellIsAFormula(text: String) {
    #expect(CSVExport.safe(text).hasPrefix("'"))
  }

  @Test func ordinaryTextIsLeftAlone() {
    #expect(CSVExport.safe("St. John's, \"Main\"") == "St. John's, \"Main\"")
    #expect(CSVExport.safe("") == "")
  }

  /// Properties of each event, with folded lines joined.
  private func events(_ text: String) -> [[String: String]] {
    var events: [[String: String]] = []
    for line in text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n") {
      if line == "BEGIN:VEVENT" { events.append([:]) }
      guard !events.isEmpty, let colon = line.firstIndex(of: ":") else { continue }
      let name = String(line[..<colon])
      let value = String(line[line.index(after: colon)...])
      if events[events.count - 1][name] == nil { events[events.count - 1][name] = value }
    }
    return events
  }

  @Test func theCalendarHasEveryStep() throws {
    let plan = try Samples.internalMedicine().plan
    let text = CalendarExport(plan).text
    let events = events(text)
    #expect(events.count == plan.steps.count)
    for (event, step) in zip(events, plan.steps) {
      #expect(event["SUMMARY"] == CalendarExport.escape(step.title))
      #expect(
        event["DTSTART;VALUE=DATE"] == step.by.description.replacingOccurrences(of: "-", with: ""))
      #expect(event["DTSTAMP"] == "20260817T000000Z")
    }
    #expect(Set(events.map { $0["UID"] ?? "" }).count == plan.steps.count)
  }

  @Test func linesOfTheCalendarAreFolded() throws {
    var advice = try Samples.hostileAdvice()
    advice.plan.steps[1].why = String(repeating: "山田太郎 ", count: 40)
    let text = CalendarExport(advice.plan).text
    for line in text.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 75)
      #expect(!line.contains("\n") && !line.contains("\r"))
    }
    let event = try #require(events(text).first)
    #expect(event["SUMMARY"]?.contains("\\;a\\,b\\\\") == true)
  }

  @Test func aMovedStepKeepsItsIdentifier() throws {
    var plan = try Samples.internalMedicine().plan
    let before = events(CalendarExport(plan).text).map { $0["UID"] }
    plan.steps[2].by = plan.steps[2].by.adding(days: 5)
    plan.asOf = plan.asOf.adding(days: 1)
    #expect(events(CalendarExport(plan).text).map { $0["UID"] } == before)
    plan.steps[3].title = plan.steps[2].title
    let doubled = events(CalendarExport(plan).text).compactMap { $0["UID"] }
    #expect(Set(doubled).count == doubled.count)
  }

  @Test func jsonReadsBackAsTheSameAdvice() throws {
    for advice in try Samples.all() {
      let text = try JSONExport.text(advice)
      #expect(try JSONDecoder().decode(Advice.self, from: Data(text.utf8)) == advice)
      #expect(text == (try JSONExport.text(advice)))
      #expect(text.contains("\"matchIfIndependent\""))
      #expect(!text.contains("\\/"))
    }
  }

  @Test func jsonRefusesWhatItCannotHold() throws {
    var advice = try Samples.internalMedicine()
    advice.list.programs[3].utility = .nan
    let failure = #expect(throws: JSONExport.Failure.self) { try JSONExport.text(advice) }
    #expect(failure?.path == "list.programs.3.utility")
    #expect(failure?.description.contains("not a finite number") == true)
  }
}
