import ApplicantFile
import Foundation
import MatchFacts
import Testing
import Words

@Suite("The words")
struct ComposingTests {
  /// What no text for a person may contain.
  private func flaws(_ text: String) -> [String] {
    var found: [String] = []
    if text.contains("  ") { found.append("double space") }
    if text.contains("[") || text.contains("{") || text.contains("…") { found.append("gap") }
    if text.range(of: #"\bi\b"#, options: .regularExpression) != nil { found.append("small i") }
    if text.range(of: #"[ ][.,;]|[.,]{2}|\bnil\b|Optional"#, options: .regularExpression) != nil {
      found.append("punctuation")
    }
    if text.range(of: #"[.!?] [a-z]"#, options: .regularExpression) != nil {
      found.append("sentence without capital")
    }
    if text.range(of: #"\b1 points|one points|\b(\w+) \1\b"#, options: .regularExpression) != nil {
      found.append("wording")
    }
    if let last = text.last, !".!?".contains(last) { found.append("no end") }
    return found
  }

  @Test(
    "Every text of every example reads clean and keeps to its length", arguments: Sample.examples)
  func clean(name: String) throws {
    let words = try Sample.words(Sample.example(name))
    for passage in words.passages {
      guard let text = passage.text else {
        #expect(!passage.note.isEmpty)
        continue
      }
      #expect(flaws(text).isEmpty, "\(text)")
      #expect(passage.words > 5)
    }
    let rules = try Sample.rules()
    #expect((words.interviewAnswer.spokenSeconds ?? 0) <= rules.lengths.interviewSeconds)
    #expect(words.statement.words <= rules.lengths.statementWords)
    #expect(words.letterRequest.words <= rules.lengths.letterWords)
    #expect(words.oneLine.words <= rules.lengths.oneLineWords)
  }

  @Test("The internal-medicine applicant is given no statement, and an answer that owns it")
  func medicine() throws {
    let words = try Sample.words(Sample.example("internal-medicine-252-245"))
    #expect(words.statement.text == nil)
    #expect(words.statement.note.contains("None is advised"))
    let answer = try #require(words.interviewAnswer.text)
    #expect(answer.hasPrefix("Yes, it is seven points below my Step 1."))
    #expect(answer.contains("that decision was mine"))
    #expect(answer.contains("honors in my internal medicine clerkship"))
    #expect(!answer.contains("burn"))
    #expect(words.letterRequest.text?.contains("internal medicine") == true)
  }

  @Test("The dermatology applicant is given two or three factual sentences with evidence")
  func dermatology() throws {
    let words = try Sample.words(Sample.example("dermatology-255-241"))
    let statement = try #require(words.statement.text)
    #expect((2...3).contains(statement.count { $0 == "." }))
    #expect(statement.contains("I needed emergency abdominal surgery"))
    #expect(statement.contains("Honors in my dermatology clerkship"))
    #expect(words.interviewAnswer.text?.contains("14 points below my Step 1") == true)
  }

  @Test("A request for a letter names the drop only where it is explained, or large")
  func letterNamesDrop() throws {
    let illness = ScoreCause(
      kind: .illness, isDocumented: true, isResolved: true, affectedPreparation: true)
    func names(_ step2: Int, _ cause: ScoreCause?) throws -> Bool {
      let request = try Sample.words(Sample.applicant(step2: step2, cause: cause)).letterRequest
      let text = try #require(request.text)
      #expect(text.contains("A specific letter"))
      return text.contains("programs will look closely")
    }
    #expect(try !names(245, nil))
    #expect(try !names(243, ScoreCause(kind: .burnout)))
    #expect(try names(242, nil))
    #expect(try names(245, illness))
    #expect(try !names(255, nil))
    let medicine = try Sample.words(Sample.example("internal-medicine-252-245"))
    #expect(medicine.letterRequest.text?.contains("below my Step 1") == false)
    let comlex = try Sample.words(Sample.example("do-family-medicine-comlex"))
    #expect(comlex.letterRequest.text?.contains("look closely") == false)
  }

  @Test("COMLEX applicants are spoken to in COMLEX")
  func comlex() throws {
    let words = try Sample.words(Sample.example("do-family-medicine-comlex"))
    for passage in words.passages {
      #expect(passage.text?.contains("Step") != true)
    }
    #expect(words.interviewAnswer.text?.contains("25 points below my COMLEX Level 1") == true)
  }

  @Test("Nothing is claimed that the file does not say; it is asked for instead")
  func bare() throws {
    let words = try Sample.words(Sample.applicant())
    for passage in words.passages {
      for claim in ["honors", "letters of", "evaluations,", "recover", "sub-internship"] {
        #expect(passage.text?.contains(claim) != true || passage == words.letterRequest)
      }
    }
    #expect(words.interviewAnswer.missing.contains { $0.hasPrefix("clinical.target_clerkship") })
    #expect(words.interviewAnswer.missing.contains { $0.hasPrefix("letters.strength") })
  }

  @Test("A cause without a note is told in general words, and the note is asked for")
  func causeWithoutNote() throws {
    let cause = ScoreCause(
      kind: .illness, isDocumented: true, isResolved: true, affectedPreparation: true)
    let words = try Sample.words(Sample.applicant(step2: 238, cause: cause))
    #expect(words.statement.text?.contains("a serious illness cut into my preparation.") == true)
    #expect(words.statement.missing.contains { $0.hasPrefix("score_cause.note") })
    #expect(flaws(words.oneLine.text ?? "").isEmpty)
  }

  @Test("A mental-health matter is never spelled out in what is said aloud")
  func mentalHealth() throws {
    let cause = ScoreCause(
      kind: .mentalHealth, isDocumented: true, isResolved: true, affectedPreparation: true,
      note: "I was treated for depression")
    let words = try Sample.words(Sample.applicant(step2: 238, cause: cause))
    #expect(words.interviewAnswer.text?.contains("depression") == false)
    #expect(words.oneLine.text?.contains("depression") == false)
    #expect(words.interviewAnswer.text?.contains("a health matter, documented at the time") == true)
  }

  @Test(
    "A note becomes a clause, however it is typed",
    arguments: [
      ("My father was in intensive care.", "my father was in intensive care"),
      ("i broke my wrist", "I broke my wrist"), ("I  broke\nmy wrist!", "I broke my wrist"),
      ("COVID kept me in bed.", "COVID kept me in bed"),
      ("Maria, my sister, died", "Maria, my sister, died"),
    ])
  func notes(note: String, clause: String) throws {
    let cause = ScoreCause(
      kind: .lifeEvent, isDocumented: true, isResolved: true, affectedPreparation: true, note: note)
    let text = try Sample.words(Sample.applicant(step2: 238, cause: cause)).statement.text ?? ""
    #expect(text.hasPrefix("In the weeks before Step 2 CK, \(clause), and it cut into"))
  }

  @Test("An exam that took two attempts has its own answer")
  func attempts() throws {
    var applicant = Sample.applicant(step1: nil)
    applicant.step2CK?.attempts = 2
    let answer = try Sample.words(applicant).interviewAnswer
    #expect(answer.text?.hasPrefix("Yes, I passed Step 2 CK at the second attempt.") == true)
    #expect(flaws(answer.text ?? "").isEmpty)
  }

  @Test("Any mixture of facts gives clean texts of the right length")
  func mixtures() throws {
    let rules = try Sample.rules()
    let grades: [ClerkshipGrade?] = [nil, .pass, .highPass, .honors]
    let letters: [Letters.Strength?] = [nil, .weak, .exceptional]
    let kinds: [ScoreCause.Kind] = [.illness, .mentalHealth, .lifeEvent, .timing, .burnout, .none]
    for (number, grade) in grades.enumerated() {
      for strength in letters {
        for kind in kinds {
          for step2 in [251, 247, 240] {
            var applicant = Sample.applicant(
              step2: step2,
              cause: ScoreCause(
                kind: kind, isDocumented: true, isResolved: true, affectedPreparation: true,
                note: number == 1 ? "a flood destroyed our home and took us two weeks" : nil))
            applicant.clinical.targetClerkship = grade
            applicant.clinical.otherClerkships = number == 2 ? [.honors] : [.honors, .honors]
            applicant.letters.strength = strength
            applicant.clinical.comments = number == 3 ? .good : nil
            applicant.experiences.goldHumanism = number == 0
            applicant.rotations = [Rotation(kind: .subInternship, grade: grade)]
            let words = try Sample.words(applicant)
            for passage in words.passages {
              #expect(flaws(passage.text ?? ".").isEmpty, "\(passage.text ?? "")")
            }
            #expect(
              (words.interviewAnswer.spokenSeconds ?? 0) <= rules.lengths.interviewSeconds)
            #expect(words.statement.words <= rules.lengths.statementWords)
          }
        }
      }
    }
  }

  @Test("The rules are data: a slower speaker gets a shorter answer")
  func rulesAreData() throws {
    let yaml = try Sample.text("Sources/Words/Resources/words-rules.yaml")
      .replacing("wordsPerMinute: 150", with: "wordsPerMinute: 100")
    let slow = try WordsRules(yaml: yaml)
    let applicant = try Sample.example("internal-medicine-252-245")
    let words = WordsComposer(
      applicant: applicant, decision: try Sample.decision(applicant), change: -7, rules: slow
    ).compose()
    #expect((words.interviewAnswer.spokenSeconds ?? 99) <= 30)
    #expect(words.interviewAnswer.words < 51)
    #expect(throws: WordsRulesError.self) {
      try WordsRules(yaml: yaml.replacing("wordsPerMinute: 100", with: "wordsPerMinute: 0"))
    }
    #expect(throws: WordsRulesError.self) { try WordsRules(yaml: "format: 1") }
    let stranger = #expect(throws: WordsRulesError.self) {
      try WordsRules(yaml: yaml.replacing("  flatPoints: ", with: "  flatPoint: "))
    }
    let said = try #require(stranger).description
    #expect(said.contains("words-rules.yaml:"))
    #expect(said.contains("decision.flatPoint:") && said.contains("flatPoints"))
    #expect(throws: WordsRulesError.self) { try WordsRules(yaml: ": [") }
  }
}
