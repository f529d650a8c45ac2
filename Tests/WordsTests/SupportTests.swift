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
      "I started cutting myself in third year.",
      "In the spring I tried to take my life.",
      "I overdosed after the result came.",
    ])
  func danger(draft: String) throws {
    let report = try checker.check(draft, for: applicant, change: nil)
    let support = try #require(report.support)
    #expect(support.contains { $0.contains("988") })
    #expect(support.contains { $0.contains("Physician Support Line") })
    #expect(report.words > 0)
    // What tells of it is neither marked nor quoted.
    for mark in report.marks {
      for word in ["kill", "suicid", "better off", "cutting", "my life", "overdosed"] {
        #expect(!mark.text.lowercased().contains(word), "\(mark.text)")
      }
    }
  }

  @Test(
    "is not seen where a figure of speech, a patient or a loss is told",
    arguments: [
      "The exam killed me, but my letters are strong.",
      "I cared for a suicidal patient on the psychiatry service.",
      "My brother died by suicide in the weeks before the exam.",
      "I would die for this specialty.",
      "I was cutting myself off from friends to study.",
      "I kept cutting class before the exam.",
      "I wanted to take my life in a new direction.",
      "My patient overdosed on the ward.",
    ])
  func figureOfSpeech(draft: String) throws {
    #expect(try checker.check(draft, for: applicant, change: nil).support == nil)
  }

  @Test(
    "is never quoted in a composed sentence, nor is an illness of the mind",
    arguments: [
      "I tried to kill myself in my third year", "I was treated for depression",
      "I was cutting myself that spring",
    ])
  func neverQuoted(note: String) {
    for kind in RedFlag.Kind.allCases {
      var file = applicant
      file.step1 = ExamResult(score: 245)
      file.redFlags = [RedFlag(kind: kind, note: note)]
      for cause in ScoreCause.Kind.allCases {
        file.scoreCause = ScoreCause(
          kind: cause, isDocumented: true, isResolved: true, affectedPreparation: true, note: note)
        let decision = ExplanationDecision.decide(file, change: -15, rules: rules)
        let words = WordsComposer(applicant: file, decision: decision, change: -15, rules: rules)
          .compose()
        let spoken =
          [words.interviewAnswer.text, words.oneLine.text]
          + (words.interviewTones ?? []).map(\.passage.text)
        for text in spoken.compactMap(\.self) { #expect(!text.contains(note), "\(text)") }
        if decision.support != nil { #expect(words.statement.text?.contains(note) != true) }
        #expect(!decision.reasons.contains { $0.contains(note) })
      }
    }
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
