import DelimitedText
import Foundation
import MatchFacts
import Testing

@Suite("Figures of one's own")
struct FigureImportTests {
  let directory: ProgramDirectory
  let day: CalendarDate

  init() throws {
    directory = try Shared.directory
    day = try #require(CalendarDate("2026-01-06"))
  }

  private func read(_ text: String) throws -> FigureImport {
    try FigureImport(Array(text.utf8), file: "mine.csv", date: day, directory: directory)
  }

  @Test func rowsJoinByCodeIDAndName() throws {
    let result = try read(
      """
      NRMP Code,ACGME ID,Institution,City,State,Specialty,step2_min,pct_do,Visas,interview_rate_md,Notes
      1313120C0,,,,,,210,12%,"J-1, H-1B",,kind people
      ,1402411169,,,,,240,,,,
      ,,Yale New Haven,New Haven,Connecticut,derm,,,none,25%,
      ,,Nowhere Hospital,Boston,MA,IM,230,,,,
      """)
    #expect(result.joined.map(\.method) == [.code, .acgmeID, .name])
    #expect(result.joined.map(\.line) == [2, 3, 4])
    #expect(result.notJoined.map(\.line) == [5])
    #expect(result.notJoined.first?.nearest.first?.contains("Massachusetts Gen Hosp") == true)
    let anchorage = result.figures["1313120C0"]
    #expect(anchorage.step2Minimum?.value == 210)
    #expect(anchorage.shareDO?.value == 0.12)
    #expect(anchorage.visas?.value == [.j1, .h1b])
    #expect(anchorage.notes?.value == "kind people")
    #expect(anchorage.notes?.origin == .yours(file: "mine.csv", date: day, line: 2))
    #expect(anchorage.notes?.origin.displayText == "yours, mine.csv of 2026-01-06")
    #expect(result.figures["1261140C0"].step2Minimum?.value == 240)
    let yale = try #require(result.joined.last?.programs.first)
    #expect(result.figures[yale].visas?.value == [])
    #expect(result.figures[yale].interviewRate(of: .usMD)?.value == 0.25)
    #expect(result.figures[yale].interviewRate(.usMD)?.value == 0.25)
    #expect(result.figures[yale].interviewRate(of: .usDO) == nil)
  }

  @Test func unknownColumnsAreNamedWithTheNearest() throws {
    let result = try read("nrmp_code,step2_mim,colour,rating\n1313120C0,1,red,7\n")
    #expect(result.unknownColumns.map(\.name) == ["step2_mim", "colour"])
    #expect(result.unknownColumns.map(\.nearest) == ["step2_min", nil])
    #expect(result.figures["1313120C0"].rating?.value == 7)
  }

  @Test func separatorsOfSpreadsheetsAreUnderstood() throws {
    let rows = ["nrmp_code;notes", "1313120C0;a, b", ";", ""]
    #expect(try read(rows.joined(separator: "\r\n")).figures["1313120C0"].notes?.value == "a, b")
    let tabs = try read("nrmp_code\tapplicants\n1313120C0\t900\n")
    #expect(tabs.figures["1313120C0"].applicants?.value == 900)
  }

  @Test func aFileWithBadCellsIsRefusedWholeWithAllOfThem() throws {
    let error = #expect(throws: FigureImportError.self) {
      try read(
        """
        nrmp_code,step2_min,interview_rate_md,visas,specialty,state
        1313120C0,999,12,F-1,,
        1313120C0,240,,,,
        1313120C0,,,,astrology,
        1313120C0,,,,,Bavaria
        """)
    }
    guard case .badValues(let problems) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems.map(\.line) == [2, 2, 2, 4, 5])
    #expect(
      problems.map(\.field) == [
        "step2_min", "interview_rate_md", "visas", "specialty", "state",
      ])
    #expect(problems[1].description.contains("12%"))
    #expect(error?.description.contains("nothing was imported") == true)
  }

  @Test func aFileMustHaveSomethingToJoinByAndSomethingToSay() {
    #expect(throws: FigureImportError.noKeyColumn(file: "mine.csv", header: ["rating"])) {
      try read("rating\n3\n")
    }
    #expect(throws: FigureImportError.noFigureColumn(file: "mine.csv", header: ["code"])) {
      try read("code\n1313120C0\n")
    }
    #expect(throws: FigureImportError.malformed(DelimitedTextError(.empty, file: "mine.csv"))) {
      try read("")
    }
  }

  @Test func theLaterOfTwoRowsCountsAndIsReported() throws {
    let result = try read("nrmp_code,rating\n1313120C0,3\n1313120C0,8\n1313120C0,8\n")
    #expect(result.figures["1313120C0"].rating?.value == 8)
    #expect(result.replaced.map(\.line) == [3])
    #expect(result.replaced.map(\.earlierLine) == [2])
  }

  /// Line and field of everything that a file is refused for.
  private func refused(
    _ text: String, earlier: ImportedFigures = ImportedFigures()
  ) throws -> [String] {
    let error = #expect(throws: FigureImportError.self) {
      try FigureImport(
        Array(text.utf8), file: "mine.csv", date: day, directory: directory, earlier: earlier)
    }
    guard case .badValues(let problems) = error else { return ["\(String(describing: error))"] }
    #expect(error?.description.contains("nothing was imported") == true)
    return problems.map { "\($0.line ?? 0) \($0.field ?? "")" }
  }

  @Test func aMinimumAboveTheMedianIsRefused() throws {
    let header = "nrmp_code,step2_min,step2_median\n"
    #expect(try refused(header + "1313120C0,250,240\n") == ["2 step2_min"])
    #expect(try refused(header + "1313120C0,,240\n1313120C0,250,\n") == ["3 step2_min"])
    #expect(try refused(header + "1313120C0,250,\n1313120C0,,240\n") == ["3 step2_median"])
    #expect(try read(header + "1313120C0,240,240\n").figures["1313120C0"].step2Median?.value == 240)
    // Against a figure imported earlier.
    let earlier = try read("nrmp_code,step2_min\n1313120C0,250\n").figures
    #expect(try refused("code,step2_median\n1313120C0,240\n", earlier: earlier).count == 1)
    #expect(try read("code,step2_median\n1313120C0,240\n").figures.codes == ["1313120C0"])
  }

  @Test func rowsOfOneProgramThatDisagreeOnScoresOrResidentsAreRefused() throws {
    #expect(
      try refused("code,step2_median\n1313120C0,240\n1313120C0,245\n1313120C0,240\n")
        == ["3 step2_median"])
    // The same program by its code and by its ACGME id.
    let id = try #require(directory["1313120C0"]?.acgmeID)
    #expect(try refused("code,acgme,pct_img\n1313120C0,,40\n,\(id),50\n") == ["3 pct_img"])
    #expect(try read("code,pct_img\n1313120C0,40\n1313120C0,40%\n").replaced.isEmpty)
  }

  @Test func sharesOfResidentsAboveAHundredAreRefused() throws {
    let header = "code,pct_do,pct_img\n"
    #expect(try refused(header + "1313120C0,60,41\n") == ["2 pct_img"])
    #expect(try refused(header + "1313120C0,,41\n1313120C0,60,\n") == ["3 pct_do"])
    #expect(try read(header + "1313120C0,60,40\n").figures["1313120C0"].shareIMG?.value == 0.4)
  }

  @Test func aScoreForAnUnknownCodeIsRefusedWithAllElseThatIsWrong() throws {
    #expect(
      try refused(
        "code,step2_median,pct_do\n9999999X9,240,\n1313120C0,999,\n1313120C0,,20\n1313120C0,,30\n")
        == ["2 code", "3 step2_median", "5 pct_do"])
    // Other figures of an unknown code are passed over and reported, as ever.
    let result = try read("code,rating\n9999999X9,3\n1313120C0,8\n")
    #expect(result.notJoined.map(\.line) == [2])
    #expect(result.notJoined.first?.reason.hasPrefix("nrmp_code: ") == true)
    #expect(result.figures.codes == ["1313120C0"])
  }

  @Test func anothersTableMayDisagreeWithItself() throws {
    let text = "code,step2_median\n9999999X9,240\n1313120C0,240\n1313120C0,245\n"
    let result = try FigureImport(
      Array(text.utf8), file: "pack.csv", date: day, directory: directory, checksStanding: false)
    #expect(result.figures["1313120C0"].step2Median?.value == 245)
    #expect(result.replaced.count == 1 && result.notJoined.count == 1)
  }

  @Test func positionsOfSeveralTracksAreNotGuessed() throws {
    let result = try read(
      "institution,city,state,specialty,positions,applicants\n"
        + "Massachusetts General Hospital,Boston,MA,IM,60,3000\n")
    #expect(result.leftOut.map(\.figure) == [.positions])
    let program = try #require(directory["1261140C0"])
    #expect(result.figures[program.code].applicants?.value == 3000)
    let published = try #require(result.figures.positions(of: program))
    #expect(published.value == 51)
    #expect(published.origin == .published(program.citation))
    let own = try read("code,positions\n1261140C0,60\n").figures.positions(of: program)
    #expect(own?.value == 60)
  }

  @Test func laterImportsCountFigureByFigure() throws {
    let first = try read("code,rating,notes\n1313120C0,3,old\n").figures
    let second = try read("code,rating\n1313120C0,9\n").figures
    let merged = first.merged(with: second)
    #expect(merged["1313120C0"].rating?.value == 9)
    #expect(merged["1313120C0"].notes?.value == "old")
    #expect(merged.codes == ["1313120C0"])
  }
}

@Suite("Imported figures are kept")
final class UserFigureStoreTests {
  let folder: URL
  let store: UserFigureStore

  init() {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("smartpick-store-\(UUID().uuidString)")
    store = UserFigureStore(path: folder.path + "/deep/\(UserFigureStore.fileName)")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test func whatIsSavedIsLoaded() throws {
    #expect(try store.load().isEmpty)
    let day = try #require(CalendarDate("2026-01-06"))
    let text = """
      code,step2_median,pct_img,visas,interview_rate_gold,rating,notes
      1313120C0,241,3.5,J-1;H-1B,0.125,7.5,"commas, ""quotes"" and
      lines"
      1261140C0,,,none,,,
      """
    let figures = try FigureImport(
      Array(text.utf8), file: "a, b.csv", date: day, directory: try Shared.directory
    ).figures
    try store.save(figures)
    #expect(try store.load() == figures)
    let first = try Data(contentsOf: URL(fileURLWithPath: store.path))
    try store.save(figures)
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.path)) == first)
    // Nothing but the file itself is left in the folder.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/deep")
    #expect(names == [UserFigureStore.fileName])
  }

  @Test func aDamagedStoreNamesItsLine() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/deep", withIntermediateDirectories: true)
    try "nrmp_code,figure,value,file,imported,line\n1C0,step2_min,high,f.csv,2026-01-06,2\n".write(
      toFile: store.path, atomically: true, encoding: .utf8)
    let error = #expect(throws: FactsError.self) { try store.load() }
    #expect(error?.description.hasPrefix("\(store.path):2:") == true)
  }

  @Test func aFolderThatCannotBeMadeIsReported() {
    let store = UserFigureStore(path: "/proc/nowhere/figures.csv")
    #expect(throws: FactsError.self) { try store.save(ImportedFigures()) }
  }
}

@Suite("Programs in JSON")
struct ProgramRecordTests {
  @Test func theColumnsInCamelCaseWithFiguresAndOrigin() throws {
    let directory = try Shared.directory
    let day = try #require(CalendarDate("2026-01-06"))
    let text = "code,pct_do,visas,interview_rate_us_img\n1313120C0,12,J-1,0.2\n"
    let figures = try FigureImport(
      Array(text.utf8), file: "mine.csv", date: day, directory: directory
    ).figures
    let program = try #require(directory["1313120C0"])
    let record = ProgramRecord(program, figures: figures[program.code], region: "Pacific")
    let data = try JSONEncoder().encode(record)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let columns = [
      "nrmpCode", "specialty", "track", "program", "institution", "city", "state", "acgmeId",
      "acgmeMatch", "url", "positions", "filled", "positionsYear", "fillHistory", "lastListed",
      "stateBasis", "sourceTitle", "sourceYear", "sourceUrl",
    ]
    #expect(columns.allSatisfy { json[$0] != nil })
    #expect(json["nrmpCode"] as? String == "1313120C0")
    #expect(json["url"] is NSNull)
    let own = try #require(json["figures"] as? [String: [String: Any]])
    #expect(own["pctDo"]?["value"] as? Double == 12)
    #expect(own["pctDo"]?["origin"] as? String == "yours")
    #expect(own["pctDo"]?["file"] as? String == "mine.csv")
    #expect(own["pctDo"]?["date"] as? String == "2026-01-06")
    #expect(own["visas"]?["value"] as? [String] == ["j-1"])
    #expect(own["interviewRateUsImg"]?["value"] as? Double == 0.2)
  }
}

@Suite("Days")
struct CalendarDateTests {
  @Test func onlyRealDays() {
    #expect(CalendarDate("2026-02-28")?.description == "2026-02-28")
    #expect(CalendarDate("2024-02-29") != nil)
    for text in ["2026-02-29", "2026-13-01", "2026-1-1", "2026-00-10", "26-01-01", "", "x"] {
      #expect(CalendarDate(text) == nil)
    }
  }

  @Test func bandsOfScores() {
    #expect(ScoreBand("240-249")?.contains(245) == true)
    #expect(ScoreBand("Below 190")?.high == 189)
    #expect(ScoreBand("<200")?.contains(200) == false)
    #expect(ScoreBand("250+")?.contains(290) == true)
    #expect(ScoreBand("Above 259")?.low == 260)
    #expect(ScoreBand("many") == nil)
    #expect(ScoreBand("20-10") == nil)
  }
}
