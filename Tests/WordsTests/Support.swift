import ApplicantFile
import Foundation
import MatchFacts
import Words

enum Sample {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static let loadedRules = Result {
    try WordsRules(yaml: try text("Sources/Words/Resources/words-rules.yaml"))
  }

  private static let loadedDraftRules = Result {
    try DraftRules(yaml: try text("Sources/Words/Resources/draft-rules.yaml"))
  }

  static func rules() throws -> WordsRules { try loadedRules.get() }
  static func draftRules() throws -> DraftRules { try loadedDraftRules.get() }

  static let examples = [
    "internal-medicine-252-245", "dermatology-255-241", "do-family-medicine-comlex",
    "non-us-img-2016", "couple-a", "couple-b", "pass-only",
  ]

  static func example(_ name: String) throws -> Applicant {
    try ApplicantFile.parse(
      try text("Examples/\(name).yaml"), fileName: name,
      rules: FileRules(asOf: TestDay.of(2026, 9)), names: AnyNameCatalog()
    ).applicant
  }

  static func decision(_ applicant: Applicant) throws -> ExplanationDecision {
    ExplanationDecision.decide(applicant, change: applicant.scoreChange, rules: try rules())
  }

  static func words(_ applicant: Applicant) throws -> ComposedWords {
    WordsComposer(
      applicant: applicant, decision: try decision(applicant), change: applicant.scoreChange,
      rules: try rules()
    ).compose()
  }

  static func check(
    _ draft: String, _ applicant: Applicant, as purpose: DraftReport.Purpose = .statement
  ) throws -> DraftReport {
    try DraftChecker(rules: try draftRules(), wordsRules: try rules())
      .check(draft, for: applicant, change: applicant.scoreChange, purpose: purpose)
  }

  /// An internal-medicine applicant with a drop and a cause.
  static func applicant(
    step1: Int? = 252, step2: Int = 245, cause: ScoreCause? = nil
  ) -> Applicant {
    var applicant = Applicant(
      type: .usMD, step2CK: ExamResult(score: step2),
      specialties: [TargetSpecialty(specialty: Specialty("Internal Medicine"))])
    applicant.step1 = ExamResult(score: step1)
    applicant.scoreCause = cause
    return applicant
  }
}

extension ComposedWords {
  var passages: [Passage] { [statement, interviewAnswer, letterRequest, oneLine] }
}

/// Days that a test knows to exist.
enum TestDay {
  static func of(_ year: Int, _ month: Int, _ day: Int = 1) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("\(year)-\(month)-\(day) is not in the calendar")
    }
    return date
  }
}
