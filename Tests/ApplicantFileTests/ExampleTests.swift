import ApplicantFile
import Foundation
import MatchFacts
import Testing

@Suite("The example files")
struct ExampleTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Examples")

  static let names = [
    "internal-medicine-252-245", "dermatology-255-241", "do-family-medicine-comlex",
    "non-us-img-2016", "couple-a", "couple-b", "pass-only",
  ]

  /// The facts in the source tree, so that the test needs no installed resources.
  private static let loaded = Result {
    let facts = try MatchFacts.load(
      from: folder.deletingLastPathComponent()
        .appending(path: "Sources/MatchFacts/Resources").path(percentEncoded: false))
    return (names: FactsCatalog(specialties: facts.specialties), norms: try facts.examNorms())
  }

  static func read(_ name: String, on day: CalendarDate) throws -> ApplicantFile {
    let facts = try loaded.get()
    return try ApplicantFile.read(
      path: folder.appending(path: "\(name).yaml").path(percentEncoded: false),
      rules: FileRules(asOf: day, norms: facts.norms), names: facts.names)
  }

  @Test("Each loads without a warning, and says what it is about", arguments: names)
  func loads(name: String) throws {
    let file = try Self.read(name, on: TestDay.of(2026, 9, 1))
    #expect(file.warnings.isEmpty)
    #expect(file.applicant.name != nil)
    #expect(file.applicant.season == 2027)
    #expect(file.applicant.unknowns.count < 12)
  }

  @Test("Each still loads years later, with a word on the season", arguments: names)
  func ages(name: String) throws {
    let file = try Self.read(name, on: TestDay.of(2031, 9, 1))
    #expect(file.warnings.map(\.field) == ["season"])
  }

  @Test("They are the applicants of the article")
  func applicants() throws {
    let day = TestDay.of(2026, 9, 1)
    let medicine = try Self.read("internal-medicine-252-245", on: day).applicant
    #expect(medicine.step1?.score == 252)
    #expect(medicine.step2CK?.score == 245)
    let osteopath = try Self.read("do-family-medicine-comlex", on: day).applicant
    #expect(osteopath.step2CK == nil)
    #expect(osteopath.comlexLevel2?.score == 511)
    let graduate = try Self.read("non-us-img-2016", on: day).applicant
    #expect(graduate.visa == .j1)
    #expect(graduate.graduationYear == 2016)
    #expect(graduate.usClinicalMonths == 5)
    #expect(try Self.read("pass-only", on: day).applicant.step1 == ExamResult(score: nil))
    #expect(try Self.read("couple-a", on: day).applicant.partnerFile == "couple-b.yaml")
    #expect(try Self.read("couple-b", on: day).applicant.partnerFile == "couple-a.yaml")
  }

  @Test("Every program code in them is in the directory")
  func codes() throws {
    let csv = Self.folder.deletingLastPathComponent()
      .appending(path: "Sources/MatchFacts/Resources/programs.csv")
    let known = Set(
      try String(contentsOf: csv, encoding: .utf8).split(separator: "\n")
        .compactMap { $0.split(separator: ",").first.map(String.init) })
    for name in Self.names {
      let applicant = try Self.read(name, on: TestDay.of(2026, 9, 1)).applicant
      let codes =
        (applicant.homePrograms ?? []) + (applicant.rotations ?? []).compactMap(\.program)
        + applicant.currentList.map(\.program) + applicant.wishes.mustHave
      #expect(codes.filter { !known.contains($0) }.isEmpty)
    }
  }

  @Test("The published figures become rules")
  func rules() throws {
    let rules = FileRules(
      asOf: TestDay.of(2026, 9, 1), norms: try Self.loaded.get().norms)
    #expect(rules.step1PassFailSince == TestDay.of(2022, 1, 26))
    #expect(rules.step2CKPassMarks.last?.score == 218)
    #expect(rules.step2CKPassMarks.map(\.score) == rules.step2CKPassMarks.map(\.score).sorted())
  }
}
