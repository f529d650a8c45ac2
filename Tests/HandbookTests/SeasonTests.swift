import ApplicantFile
import Handbook
import MatchFacts
import Testing

@Suite("The season of a file")
struct SeasonTests {
  let facts: MatchFacts
  let checks: FileChecks
  let day: CalendarDate

  init() throws {
    facts = try MatchFacts.load()
    checks = try FileChecks(facts, directory: try facts.programs())
    day = try #require(CalendarDate("2026-08-01"))
  }

  private func file(_ line: String) throws -> ApplicantFile {
    try ApplicantFile.parse(
      "type: us-md\nstep2ck: 245\nspecialties: [Internal Medicine]\n\(line)\n",
      fileName: "me.yaml", rules: checks.rules(asOf: day), names: checks.names)
  }

  @Test("is the one it names, whatever the day")
  func named() throws {
    let calendar = try facts.keyDates()
    let years = Season.years(of: calendar)
    let last = try #require(years.last)
    for year in years {
      let season = try Season(on: day, calendar: calendar, named: year)
      #expect(season.year == year)
      #expect(season.dates.allSatisfy { $0.match == year })
    }
    #expect(try Season(on: day, calendar: calendar, named: nil).year == last)
    let error = try #require(throws: SeasonError.self) {
      try Season(on: day, calendar: calendar, named: 2049)
    }
    #expect(error.named == 2049 && error.known == years)
  }

  @Test("no longer covers a day after its last date")
  func over() throws {
    let calendar = try facts.keyDates()
    let first = try #require(Season.years(of: calendar).first)
    #expect(!(try Season(on: day, calendar: calendar, named: first).coversDay))
    #expect(try Season(on: day, calendar: calendar, named: nil).coversDay)
  }

  @Test("is refused with line, field and the seasons known where nothing is published of it")
  func unknown() throws {
    #expect(try file("season: 2027").applicant.season == 2027)
    let error = try #require(throws: ApplicantFileError.self) { try file("season: 2029") }
    let problem = try #require(error.problems.first)
    #expect(problem.field == "season" && problem.line == 4)
    #expect(problem.accepted?.contains("2027") == true)
  }

  @Test("A state or a program that does not exist is refused with its line")
  func places() throws {
    let state = try #require(throws: ApplicantFileError.self) { try file("tie_states: [ZZ]") }
    #expect(state.problems.first?.line == 4)
    let code = try #require(throws: ApplicantFileError.self) {
      try file("current_list: [9999999C9]")
    }
    #expect(code.problems.first?.line == 4)
    #expect(throws: Never.self) { try file("tie_states: [OH]\ncurrent_list: [1553140C0]") }
  }
}
