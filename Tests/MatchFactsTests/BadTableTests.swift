import DelimitedText
import MatchFacts
import Testing

@Suite("A faulty table is refused with its line")
struct BadTableTests {
  let scratch: ScratchFacts

  init() throws { scratch = try ScratchFacts() }

  @Test func aFolderWithoutFactsSaysWhatIsMissing() {
    let error = #expect(throws: FactsError.self) { try MatchFacts.load(from: "/no/such/folder") }
    #expect(error?.description.contains("/no/such/folder/tables.csv") == true)
  }

  @Test func anUnknownColumn() throws {
    try scratch.editLine(1, of: "fees") { $0.replacing("amount_usd", with: "amount_eur") }
    #expect(
      throws: FactsError.malformed(
        DelimitedTextError(.missingColumn, file: "fees.csv", line: 1, field: "amount_usd"))
    ) { _ = try scratch.facts.fees() }
    try scratch.editLine(1, of: "cities") { $0 + ",extra" }
    #expect(throws: FactsError.self) { _ = try scratch.facts.cities() }
  }

  @Test func aFigureOutOfRange() throws {
    try scratch.editLine(3, of: "step2ck_us_md_senior_2026") {
      $0.replacing("2026,111,240,", with: "2026,111,940,")
    }
    #expect(
      throws: FactsError.malformed(
        DelimitedTextError(
          .badValue(accepted: "a whole number from 1 to 300"),
          file: "step2ck_us_md_senior_2026.csv", line: 3, column: 39, field: "step2_q1_matched",
          value: "940"))
    ) { _ = try scratch.facts.matchedScoreQuartiles() }
  }

  @Test func aMissingSource() throws {
    try scratch.editLine(2, of: "key_dates") { line in
      let fields = line.split(separator: "\"", omittingEmptySubsequences: false)
      return fields[0] + "\"\"" + fields[2]
    }
    #expect(throws: FactsError.missingSource(file: "key_dates.csv", line: 2)) {
      _ = try scratch.facts.keyDates()
    }
  }

  @Test func aSpecialtyThatNobodyKnows() throws {
    try scratch.editLine(4, of: "interview_rates_by_specialty") {
      $0.replacing("Pathology", with: "Patholgy")
    }
    #expect(
      throws: FactsError.unknownSpecialty(
        file: "interview_rates_by_specialty.csv", line: 4, name: "Patholgy",
        nearest: ["Pathology"])
    ) { _ = try scratch.facts.interviewRates() }
  }

  @Test func contradictions() throws {
    try scratch.editLine(2, of: "main_match_2025_by_specialty_and_type") {
      $0.replacing(",136,118,", with: ",136,137,")
    }
    let error = #expect(throws: FactsError.self) { _ = try scratch.facts.mainMatchResults() }
    #expect(error?.description.hasPrefix("main_match_2025_by_specialty_and_type.csv:2:") == true)
    // A cell changed without its total.
    try scratch.editLine(25, of: "aamc_b2_step1_by_step2_2019_20") { line in
      var fields = line.split(separator: ",", maxSplits: 5).map(String.init)
      fields[4] = String((Int(fields[4]) ?? 0) + 1)
      return fields.joined(separator: ",")
    }
    let sum = #expect(throws: FactsError.self) { _ = try scratch.facts.jointScores() }
    #expect(sum?.description.contains("add up") == true)
  }

  @Test("A file cut short is refused, even at the end of a row")
  func truncatedFiles() throws {
    let rows = try scratch.text("cities").split(separator: "\n")
    try scratch.replace("cities", with: rows.dropLast(5).joined(separator: "\n"))
    let error = #expect(throws: FactsError.self) { _ = try scratch.facts.cities() }
    #expect(error?.description.contains("579 rows where tables.csv says 584") == true)
    try scratch.replace("fees", with: String(try scratch.text("fees").prefix(1000)))
    #expect(throws: FactsError.self) { _ = try scratch.facts.fees() }
    try scratch.replace("fees", with: "")
    #expect(throws: FactsError.malformed(DelimitedTextError(.empty, file: "fees.csv"))) {
      _ = try scratch.facts.fees()
    }
  }

  private static let header =
    "nrmp_code,specialty,track,program,institution,city,state,acgme_id,acgme_match,url,positions,"
    + "filled,positions_year,fill_history,last_listed,state_basis,source_title,source_year,"
    + "source_url"

  private func programs(_ rows: String...) throws -> [Program] {
    try scratch.replace("programs", with: ([Self.header] + rows).joined(separator: "\n"))
    try scratch.declare(rows.count, rowsOf: "programs")
    return try scratch.facts.programs().programs
  }

  private static let good =
    "1C0,Dermatology,advanced,Derm,Some Hosp-NY,Albany,NY,,,,4,3,2020,2019:2/4;2020:3/4,2023,,List,2023,"

  @Test func programsAreReadWithTheirHistory() throws {
    let program = try #require(try programs(Self.good).first)
    #expect(program.track == .advanced)
    #expect(
      program.fillHistory == [
        .init(year: 2019, filled: 2, offered: 4), .init(year: 2020, filled: 3, offered: 4),
      ])
    #expect(program.acgmeID == nil)
    #expect(program.citation.trust == "B")
  }

  @Test func aCodeGivenTwice() {
    #expect(
      throws: FactsError.duplicate(
        file: "programs.csv", line: 3, field: "nrmp_code", value: "1C0", firstLine: 2)
    ) { try programs(Self.good, Self.good) }
  }

  @Test(
    "Faults of single programs",
    arguments: [
      ("1C0,", ",", "nrmp_code"), ("Dermatology", "Dermatologie", "Dermatologie"),
      ("advanced", "evening", "track"), ("2019:2/4", "2019:5/4", "fill_history"),
      ("2019:2/4", "2019-2/4", "fill_history"), (";2020:3/4", ";", "fill_history"),
      (",4,3,", ",2,3,", "filled"), (",4,3,", ",4000,3,", "positions"),
      (",List,", ",,", "source"),
    ])
  func faults(part: String, replacement: String, hint: String) throws {
    let error = #expect(throws: FactsError.self) {
      try programs(Self.good.replacing(part, with: replacement, maxReplacements: 1))
    }
    let text = try #require(error).description
    #expect(text.hasPrefix("programs.csv:2:"))
    #expect(text.contains(hint))
  }

  @Test func theCheckFindsAPlantedFault() throws {
    try scratch.editLine(2, of: "rank_list_length") { $0.replacing(",7.5,", with: ",7500,") }
    try scratch.replace("stray", with: "a\n1\n")
    let check = FactsCheck(try scratch.facts)
    #expect(check.problems.count == 2)
    #expect(check.problems.contains { $0.table == "rank_list_length" })
    #expect(check.problems.contains { $0.message.contains("stray.csv") })
  }
}

@Suite("The facts that ship are in order")
struct FactsCheckTests {
  @Test func nothingIsWrong() throws {
    let facts = try Shared.facts
    let check = FactsCheck(facts)
    #expect(check.problems == [])
    #expect(check.tables == facts.tables.count)
    #expect(check.rows == facts.tables.reduce(0) { $0 + $1.rows })
    #expect(!check.knownHoles.isEmpty)
    #expect(!check.corrections.isEmpty)
    #expect(check.coverage.contains { $0.what == "programs with a city" && $0.total == 7046 })
  }

  @Test func sourcesOfATable() throws {
    let facts = try Shared.facts
    let table = try #require(facts.table("fees"))
    let sources = try facts.sources(of: table)
    #expect(sources.reduce(0) { $0 + $1.rows } == 13)
    #expect(sources.first?.citation.title == "AAMC Fees for 2026 ERAS Season")
    #expect(try facts.sources(of: try #require(facts.table("name_words"))).isEmpty)
  }
}
