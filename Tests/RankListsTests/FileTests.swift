import RankLists
import Testing

@Suite("Files of sheets, ranks and unfilled programs")
struct FileTests {
  private let sheets = [
    InterviewSheet(
      code: "1313120C0", words: "warm \"residents\", long drive\nand a view", gut: 8, went: .well),
    InterviewSheet(code: "1062140C0", dealBreaker: "no parental leave, said twice"),
  ]

  @Test("Sheets come back from both layouts as they were")
  func roundTrip() throws {
    let titles = ["1313120C0": "A: B, \"C\""]
    #expect(
      try [InterviewSheet](csv: Array(sheets.csv(titles: titles).utf8), name: "s.csv") == sheets)
    #expect(try [InterviewSheet](yaml: sheets.yaml(titles: titles), name: "s.yaml") == sheets)
  }

  @Test(
    "A faulty sheet is refused with its line and what is accepted",
    arguments: [
      ("code,gut\n1313120C0,8\n1313120C0,7\n", "s.csv:3: a second sheet of 1313120C0"),
      ("code,gut\n1313120C0,11\n", "11"),
      ("code,went\n1313120C0,great\n", "s.csv:2: went 'great'; accepted: poorly, usual, well"),
      ("code,mood\n1313120C0,8\n", "unknown column 'mood'"),
      ("gut\n8\n", "no column 'code'"),
    ])
  func faultySheet(text: String, words: String) {
    let error = #expect(throws: RankFileError.self) {
      try [InterviewSheet](csv: Array(text.utf8), name: "s.csv")
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test("A faulty YAML sheet is refused with its line")
  func faultyYAML() {
    let text = "sheets:\n  - code: 1313120C0\n    gut: ten\n"
    let error = #expect(throws: RankFileError.self) {
      try [InterviewSheet](yaml: text, name: "s.yaml")
    }
    #expect(error?.description.hasPrefix("s.yaml:3: gut 'ten'") == true)
  }

  @Test("Ranks count where they are given, the lines' order where not")
  func ranks() throws {
    let given = try RankOrderFile(
      csv: Array("code,rank\n1313120C0,2\n1062140C0,1\n".utf8), name: "o.csv")
    #expect(given.primary.map(\.code) == ["1062140C0", "1313120C0"])
    let plain = try RankOrderFile(csv: Array("code\n1313120c0\n1062140C0\n".utf8), name: "o.csv")
    #expect(plain.primary.map(\.code) == ["1313120C0", "1062140C0"])
    let supplement = try RankOrderFile(
      csv: Array("code,with\n1313120A0,\n1062140P0,1313120A0\n".utf8), name: "o.csv")
    #expect(supplement.primary.map(\.code) == ["1313120A0"])
    #expect(supplement.supplemental["1313120A0"]?.map(\.code) == ["1062140P0"])
  }

  @Test(
    "A faulty order is refused with its line",
    arguments: [
      ("code,rank\n1313120C0,1\n1062140C0,1\n", "o.csv:3: rank 1 a second time"),
      ("code\n1313120C0\n1313120C0\n", "o.csv:3: 1313120C0 a second time"),
      ("code,with\n1313120A0,\n1062140P0,9999999A0\n", "o.csv:3: with '9999999A0'"),
      ("code\n", "ranks no program"),
    ])
  func faultyOrder(text: String, words: String) {
    let error = #expect(throws: RankFileError.self) {
      try RankOrderFile(csv: Array(text.utf8), name: "o.csv")
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test("Answers come back as they were; a program against itself is refused")
  func answers() throws {
    let file = ComparisonFile(rows: [
      .init(better: "1313120C0", worse: "1062140C0"),
      .init(better: "1313120C0", worse: "1999140C0", isTie: true),
    ])
    #expect(try ComparisonFile(csv: Array(file.csv.utf8), name: "a.csv") == file)
    #expect(file.answers(about: ["1062140C0", "1313120C0"]) == [.init(better: 1, worse: 0)])
    let error = #expect(throws: RankFileError.self) {
      try ComparisonFile(csv: Array("better,worse\n1313120C0,1313120C0\n".utf8), name: "a.csv")
    }
    #expect(error?.description.contains("a.csv:2") == true)
  }

  @Test("A pasted list of unfilled programs is read line by line")
  func pasted() throws {
    let text = """
      List of Unfilled Programs
      Family Medicine
      1313120C0   City Hospital, Fresno CA   Family Medicine   4
      St. Mary, Erie PA | 1062140C0 | positions: 12

      1313120C0 again
      """
    let list = try UnfilledList(text, name: "lup.txt")
    #expect(list.rows.map(\.code) == ["1313120C0", "1062140C0"])
    #expect(list.rows.map(\.positions) == [4, 12])
    #expect(list.skipped.map(\.line) == [1, 2])
  }

  @Test("A saved table is read by its titles, and a broken code told with its line")
  func table() throws {
    let good = "Institution,Program Code,Unfilled Positions\r\nCity,1313120c0,3\r\n"
    let list = try UnfilledList(good, name: "lup.csv")
    #expect(list.rows == [.init(code: "1313120C0", positions: 3, line: 2)])
    let error = #expect(throws: RankFileError.self) {
      try UnfilledList("Program Code,Positions\n1313120C0,3\nFresno,2\n", name: "lup.csv")
    }
    #expect(error?.description.contains("lup.csv:3: program code 'FRESNO'") == true)
    let none = #expect(throws: RankFileError.self) {
      try UnfilledList("nothing here\n", name: "lup.txt")
    }
    #expect(none?.description.contains("1313120C0") == true)
  }
}
