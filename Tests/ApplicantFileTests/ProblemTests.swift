import ApplicantFile
import Testing

@Suite("What is wrong, where, and how to mend it")
struct ProblemTests {
  @Test("All problems come at once, each at its line and column")
  func allAtOnce() throws {
    let found = problems(
      """
      type: us-mdd
      step2ck:
        score: 999
        date: 2024-02-30
      letters:
        strenght: strong
      specialties: [Internal Medicin]
      """)
    #expect(found.map(\.line) == [1, 3, 4, 6, 7])
    #expect(
      found.map(\.field) == [
        "type", "step2ck.score", "step2ck.date", "letters.strenght", "specialties[0]",
      ])
    #expect(found.map(\.column) == [7, 10, 9, 3, 15])
    #expect(found[0].remedy == "did you mean `us-md`?")
    #expect(found[1].value == "999")
    #expect(found[3].remedy == "did you mean `strength`?")
    #expect(found[4].remedy?.contains("Internal Medicine") == true)
    #expect(
      found[1].description.hasPrefix("me.yaml:3:10: step2ck.score: 999 is out of range"))
  }

  @Test("A key in the wrong place is sent home")
  func wrongPlace() throws {
    let found = problems(minimal("budget: 1500\ngraduationyear: 2026\nfavourite_colour: red"))
    #expect(found.map(\.kind) == [.unknownKey, .unknownKey, .unknownKey])
    #expect(found[0].remedy == "`budget` belongs at `limits.budget`")
    #expect(found[1].remedy == "did you mean `graduation_year`?")
    #expect(found[2].remedy == "remove the line, or put # before it")
  }

  @Test(
    "Values of a wrong type or range are refused",
    arguments: [
      ("step1: \"252\"", FileProblem.Kind.wrongType, "step1"),
      ("step1: [252]", .wrongType, "step1"),
      ("step1: 25.5", .wrongType, "step1"),
      ("step1: 350", .outOfRange, "step1"),
      ("step1: {attempts: 1}", .missing, "step1.score"),
      ("step1: perhaps", .wrongType, "step1"),
      ("letters: many", .wrongType, "letters"),
      ("letters: {count: three}", .wrongType, "letters.count"),
      ("senior: perhaps", .wrongType, "senior"),
      ("aim: .nan", .wrongType, "aim"),
      ("aim: inf", .wrongType, "aim"),
      ("aim: 40", .outOfRange, "aim"),
      ("limits: {budget: -5}", .outOfRange, "limits.budget"),
      ("limits: {budget: $1500}", .wrongType, "limits.budget"),
      ("graduation_year: 26", .outOfRange, "graduation_year"),
      ("tie_states: [Texas]", .unknownValue, "tie_states[0]"),
      ("tie_states: [ZZ]", .unknownValue, "tie_states[0]"),
      ("home_programs: [12]", .wrongType, "home_programs[0]"),
      ("home_programs: [9999120C0]", .unknownValue, "home_programs[0]"),
      ("red_flags: [{note: x}]", .missing, "red_flags[0].kind"),
      ("format: 2", .unknownValue, "format"),
      ("program_utilities: {1313120C0: 3}", .outOfRange, "program_utilities.1313120C0"),
    ])
  func wrong(line: String, kind: FileProblem.Kind, field: String) throws {
    let found = problems(minimal(line))
    try #require(found.count == 1)
    #expect(found[0].kind == kind)
    #expect(found[0].field == field)
    #expect(found[0].line == 4)
    #expect(!found[0].message.isEmpty)
    #expect(found[0].accepted != nil || found[0].remedy != nil)
  }

  @Test("What is required and missing is named together with an example")
  func missing() throws {
    let found = problems("name: A\n")
    #expect(found.map(\.field).sorted() == ["specialties", "type"])
    #expect(problems("type: us-do\nspecialties: [FM]\n").map(\.field) == ["step2ck"])
    #expect(
      problems("type: us-do\nspecialties: [FM]\n").first?.accepted?.contains("comlex") == true)
    #expect(problems("type: us-md\nstep2ck: 245\nspecialties: []\n").map(\.kind) == [.missing])
  }

  @Test(
    "What cannot be true together is refused",
    arguments: [
      ("step1: {score: 252, date: 2022-01-26}", "step1.score"),
      ("step1: {score: pass, date: 2025-09-02}", "step1.date"),
      ("senior: yes\ngraduation_year: 2024", "graduation_year"),
      ("senior: no\ngraduation_year: 2027", "graduation_year"),
      ("comlex_level1: pass", "comlex_level1"),
      ("letters: {count: 2, in_specialty: 3}", "letters.in_specialty"),
      ("wishes: {must_have: [1313120C0], refused: [1313120C0]}", "wishes.refused[0]"),
      ("wishes: {states_wanted: [TX], states_refused: [NY, TX]}", "wishes.states_refused[1]"),
      ("wishes: {must_have: [1313120C0]}\nlimits: {applications: 0}", "limits.applications"),
      ("couple: me.yaml", "couple"),
    ])
  func contradictions(lines: String, field: String) throws {
    let found = problems(minimal(lines))
    try #require(found.count == 1)
    #expect(found[0].kind == .contradiction)
    #expect(found[0].field == field)
    #expect((found[0].line ?? 0) >= 4)
  }

  @Test("The same thing twice is refused at its second place")
  func duplicates() throws {
    let twice = problems("type: us-md\nstep2ck: 245\nspecialties:\n  - IM\n  - Internal Medicine\n")
    #expect(twice.map(\.field) == ["specialties[1]"])
    #expect(twice.map(\.line) == [5])
    #expect(problems(minimal("step2ck: 250")).map(\.kind) == [.duplicate])
    #expect(problems(minimal("Step2CK: 250")).map(\.kind) == [.duplicate])
    #expect(problems(minimal("current_list: [1313120C0, 1313120C0]")).map(\.kind) == [.duplicate])
  }

  private func second(_ value: String) throws -> ApplicantFile {
    try read("type: us-md\nspecialties: [IM]\nstep2ck: \(value)\n")
  }

  @Test(
    "A score below the passing mark of its day is a fail, and the warning names the mark",
    arguments: [
      ("{score: 215, date: 2025-06-30}", false, ""),
      ("{score: 215, date: 2025-07-01}", true, "218"),
      ("{score: 205, date: 2010-06}", false, ""), ("{score: 205, date: 2024-06}", true, "214"),
      ("{score: 208, date: 2015-01}", true, "209"), ("150", true, "189"),
    ])
  func passMark(value: String, isFail: Bool, mark: String) throws {
    let file = try second(value)
    #expect(file.applicant.step2CK?.isFailed == isFail)
    #expect(file.warnings.contains { $0.message.contains("read as a fail") } == isFail)
    #expect(!isFail || file.warnings.contains { $0.message.contains(mark) })
    #expect(file.warnings.allSatisfy { $0.line == 3 })
  }

  @Test("An undated score that passed once asks for its date and names both marks")
  func undated() throws {
    let file = try second("205")
    #expect(file.applicant.step2CK == ExamResult(.failed(score: 205)))
    let warning = try #require(file.warnings.first)
    for words in ["when did you take", "189", "2014-07-01", "209", "218"] {
      #expect(warning.message.contains(words), "\(words)")
    }
    #expect(warning.remedy?.contains("step2ck: {score: 205, date:") == true)
    #expect(try second("218").warnings.isEmpty)
  }

  @Test(
    "A score outside the exam's range is refused with its line", arguments: ["301", "0", "nine"])
  func scoreRange(value: String) {
    let found = problems("type: us-md\nspecialties: [IM]\nstep2ck: \(value)\n")
    #expect(found.map(\.field) == ["step2ck"])
    #expect(found.first?.line == 3)
    #expect(
      found.first?.accepted == "a whole number from 1 to 300 (or fail, pending, not taken)")
  }

  @Test(
    "An exam that has no passing score is told as it is",
    arguments: [
      ("fail", ExamResult(.failed(score: nil))), ("pending", ExamResult(.pending)),
      ("not taken", ExamResult(.notTaken)),
      (
        "{score: pending, date: 2025-10-02, practice: 241}",
        ExamResult(.pending, date: TestDay.of(2025, 10, 2), practice: 241)
      ), ("{score: fail, attempts: 2}", ExamResult(.failed(score: nil), attempts: 2)),
    ])
  func withoutScore(value: String, result: ExamResult) throws {
    let file = try second(value)
    #expect(file.applicant.step2CK == result)
    #expect(file.warnings.isEmpty)
    let again = try read(ApplicantFile.write(file.applicant))
    #expect(again.applicant == file.applicant)
  }

  @Test("Step 2 CK and Level 2 cannot be a pass without a score, and a result cannot lie ahead")
  func impossible() {
    #expect(problems("type: us-md\nspecialties: [IM]\nstep2ck: pass\n").map(\.kind) == [.wrongType])
    let ahead = problems(
      "type: us-md\nspecialties: [IM]\nstep2ck: {score: 245, date: 2025-10-02}\n")
    #expect(ahead.map(\.kind) == [.contradiction])
    #expect(ahead.first?.remedy?.contains("pending") == true)
  }

  @Test("Every failed attempt counts once, whatever the exam's last result")
  func failedAttempts() {
    #expect(ExamResult(score: 240).failedAttempts == nil)
    #expect(ExamResult(score: 240, attempts: 2).failedAttempts == 1)
    #expect(ExamResult(.failed(score: nil)).failedAttempts == 1)
    #expect(ExamResult(.failed(score: 205), attempts: 2).failedAttempts == 2)
    #expect(ExamResult(.pending, attempts: 2).failedAttempts == 1)
    #expect(ExamResult(.notTaken).failedAttempts == 0)
  }

  @Test("A specialty that nothing resembles is answered with the command that lists them")
  func specialtyHint() {
    let found = problems("type: us-md\nstep2ck: 245\nspecialties: [zzzz]\n")
    #expect(found.first?.remedy?.contains("`smartpick facts list --specialties`") == true)
  }

  @Test("What is seldom true is a warning, and the file still loads")
  func warnings() throws {
    let file = try read(
      """
      type: us-img
      visa: j-1
      step1: {score: pass, date: 2021-06-14}
      step2ck: {score: 245, date: 2021-02-01}
      specialties: [IM]
      """)
    #expect(file.warnings.map(\.field) == ["visa", "step1.score", "step2ck.date"])
    #expect(file.warnings.allSatisfy { $0.kind == .implausible && $0.line != nil })
    #expect(file.applicant.visa == .j1)
  }
}
