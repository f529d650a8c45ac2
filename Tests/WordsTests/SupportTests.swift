import ApplicantFile
import MatchFacts
import Testing
import Words

@Suite("Someone in danger")
struct SupportTests {
  let rules: WordsRules
  let checker: DraftChecker

  init() throws {
    rules = try WordsRules.shipped()
    checker = DraftChecker(rules: try DraftRules.shipped(), wordsRules: rules)
  }

  private var applicant: Applicant {
    Applicant(
      type: .usMD, step2CK: ExamResult(score: 230),
      specialties: [TargetSpecialty(specialty: Specialty("Psychiatry"))])
  }

  @Test(
    "is met first with lines of help, and the draft is checked all the same",
    arguments: [
      "I wanted to kill myself after I saw the score. My clerkships went well.",
      "That night I felt suicidal and told nobody.",
      "I thought everyone would be better off without me.",
    ])
  func danger(draft: String) throws {
    let report = try checker.check(draft, for: applicant, change: nil)
    let support = try #require(report.support)
    #expect(support.contains { $0.contains("988") })
    #expect(support.contains { $0.contains("Physician Support Line") })
    #expect(report.words > 0)
  }

  @Test(
    "is not seen where a figure of speech, a patient or a loss is told",
    arguments: [
      "The exam killed me, but my letters are strong.",
      "I cared for a suicidal patient on the psychiatry service.",
      "My brother died by suicide in the weeks before the exam.",
      "I would die for this specialty.",
    ])
  func figureOfSpeech(draft: String) throws {
    #expect(try checker.check(draft, for: applicant, change: nil).support == nil)
  }

  @Test("is met in the notes of the file too")
  func notes() {
    var file = applicant
    file.scoreCause = ScoreCause(kind: .mentalHealth, note: "I wanted to end my life that spring")
    #expect(ExplanationDecision.decide(file, change: -12, rules: rules).support != nil)
    file.scoreCause = ScoreCause(kind: .mentalHealth, note: "depression, treated since")
    #expect(ExplanationDecision.decide(file, change: -12, rules: rules).support == nil)
  }
}
