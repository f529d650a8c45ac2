import ApplicantFile
import Foundation
import Testing
import Words

@Suite("Every fact that programs see has its words")
struct MatterTests {
  private let death = ScoreCause(
    kind: .lifeEvent, isDocumented: true, isResolved: true, affectedPreparation: true,
    note: "my father died")

  @Test("A failed Step 1 with a death in the family is explained, and nobody is blamed")
  func failedStep1() throws {
    var applicant = Sample.applicant(step1: nil, cause: death)
    applicant.step1?.attempts = 2
    let decision = try Sample.decision(applicant)
    #expect(decision.verdict == .explain)
    #expect(decision.place == .personalStatement)
    let words = try Sample.words(applicant)
    let answer = try #require(words.interviewAnswer.text)
    #expect(
      answer.hasPrefix("Yes, I passed Step 1 at the second attempt. In the weeks before Step 1,"))
    #expect(answer.contains("my father died"))
    #expect(!answer.contains("responsibility"))
    #expect(words.statement.text?.contains("In the weeks before Step 1, my father died") == true)
  }

  @Test("A failed Step 2 CK with a documented illness is explained")
  func failedStep2() throws {
    let illness = ScoreCause(
      kind: .illness, isDocumented: true, isResolved: true, affectedPreparation: true)
    var applicant = Sample.applicant(step1: nil, step2: 236, cause: illness)
    applicant.step2CK?.attempts = 2
    #expect(try Sample.decision(applicant).verdict == .explain)
    let answer = try #require(try Sample.words(applicant).interviewAnswer.text)
    #expect(answer.contains("In the weeks before Step 2 CK, a serious illness"))
  }

  @Test("A drop and a failed exam are both told")
  func both() throws {
    var applicant = Sample.applicant(step1: 252, step2: 238)
    applicant.step1?.attempts = 2
    let answer = try #require(try Sample.words(applicant).interviewAnswer.text)
    #expect(answer.contains("I passed Step 1 at the second attempt"))
    #expect(answer.contains("14 points below my Step 1"))
  }

  @Test("No red flag is met with silence", arguments: RedFlag.Kind.allCases)
  func flags(kind: RedFlag.Kind) throws {
    var applicant = Sample.applicant(step1: nil)
    applicant.redFlags = [RedFlag(kind: kind)]
    #expect(try Sample.decision(applicant).verdict != .nothingToExplain)
    #expect(try Sample.decision(applicant).matters.map(\.kind.rawValue) == [kind.rawValue])
    let words = try Sample.words(applicant)
    #expect(words.interviewAnswer.text != nil)
    #expect(!words.statement.note.contains("nothing that programs would want"))
    #expect(words.interviewAnswer.missing.contains { $0.contains("red_flags.note") })
    applicant.redFlags = [RedFlag(kind: kind, note: "my mother was ill")]
    let told = try #require(try Sample.words(applicant).interviewAnswer.text)
    #expect(told.contains("my mother was ill"))
    // A note tells what happened; what was one's own doing stays one's own.
    let isConduct = [.legal, .professionalism, .failedCourse].contains(kind)
    #expect(told.contains("responsibility") == isConduct)
  }

  @Test("Years since graduation are seen; a senior has none")
  func graduation() throws {
    var applicant = Sample.applicant(step1: nil)
    applicant.season = 2027
    applicant.isSenior = false
    applicant.graduationYear = 2020
    #expect(try Sample.decision(applicant).matters.map(\.kind) == [.lateGraduation])
    // To have graduated answers nothing; what was done since does.
    let passage = try Sample.words(applicant).interviewAnswer
    #expect(passage.text == nil)
    #expect(passage.missing.contains { $0.contains("since you graduated") })
    applicant.firstYear = .current
    let answer = try #require(try Sample.words(applicant).interviewAnswer.text)
    #expect(answer.contains("2020") && answer.contains("I have begun residency"))
    #expect(answer.contains("my work as a resident this year"))
    applicant.graduationYear = 2026
    #expect(try Sample.decision(applicant).matters.isEmpty)
  }

  @Test("A rise or a pass is never called a change for the worse")
  func rises() throws {
    for step2 in [235, 247, 280] {
      let applicant = Sample.applicant(step1: 232, step2: step2, cause: death)
      #expect(try Sample.decision(applicant).verdict == .nothingToExplain)
      #expect(try Sample.words(applicant).interviewAnswer.text == nil)
    }
  }

  @Test("Any mixture is told in thirty seconds, most serious first, and without blame for a cause")
  func mixtures() throws {
    let rules = try Sample.rules()
    let kinds = RedFlag.Kind.allCases
    for mask in stride(from: 1, to: 1 << kinds.count, by: 7) {
      let chosen = kinds.indices.filter { mask & (1 << $0) != 0 }.map { kinds[$0] }
      for (number, note) in [
        nil, "my mother was ill", String(repeating: "it was long ", count: 30),
      ].enumerated() {
        var applicant = Sample.applicant(
          step1: 250, step2: mask % 2 == 0 ? 236 : 250,
          cause: number == 0 ? nil : death)
        applicant.step1?.attempts = mask % 3 + 1
        applicant.redFlags = chosen.map { RedFlag(kind: $0, note: note) }
        let decision = try Sample.decision(applicant)
        let order = rules.matters.map(\.kind)
        let places = decision.matters.compactMap { order.firstIndex(of: $0.kind) }
        #expect(places == places.sorted())
        let answer = try Sample.words(applicant).interviewAnswer
        let text = try #require(answer.text)
        #expect((answer.spokenSeconds ?? 99) <= rules.lengths.interviewSeconds)
        // Of many the two gravest are told, and the answer ends on the work.
        let facts = decision.matters.count + (mask % 2 == 0 ? 1 : 0)
        let told = facts > rules.decision.mostToldMatters ? 1 : decision.matters.count
        if facts > rules.decision.mostToldMatters {
          #expect(text.contains("I will gladly go through it with you"), "\(text)")
        }
        for matter in decision.matters.prefix(told) {
          #expect(
            text.contains(matter.sentence)
              || text.lowercased().contains(matter.sentence.lowercased())
              || text.contains(matter.title), "\(text)")
        }
        if number > 0, !chosen.contains(where: Self.isConduct) {
          #expect(!text.contains("responsib"), "\(text)")
        }
        if facts <= rules.decision.mostToldMatters {
          #expect(text.contains("below my") == (mask % 2 == 0))
        }
      }
    }
  }

  private static func isConduct(_ kind: RedFlag.Kind) -> Bool {
    [.legal, .professionalism, .failedCourse].contains(kind)
  }

  @Test(
    "An exam that is failed is told, and never met with silence",
    arguments: [
      ("step1", "Step 1"), ("step2", "Step 2 CK"), ("level1", "COMLEX Level 1"),
      ("level2", "COMLEX Level 2"),
    ])
  func openFail(exam: String, name: String) throws {
    var applicant = Sample.applicant(step1: nil)
    switch exam {
    case "step1": applicant.step1 = ExamResult(.failed(score: nil))
    case "step2": applicant.step2CK = ExamResult(.failed(score: 205))
    case "level1": applicant.comlexLevel1 = ExamResult(.failed(score: nil))
    default: applicant.comlexLevel2 = ExamResult(.failed(score: 390))
    }
    let decision = try Sample.decision(applicant)
    #expect(decision.verdict != .nothingToExplain)
    #expect(decision.matters.map(\.kind) == [.failedExam])
    #expect(!decision.reasons.contains { $0.contains("There is no \(name)") })
    let words = try Sample.words(applicant)
    let answer = try #require(words.interviewAnswer.text)
    #expect(answer.contains("I did not pass \(name), and I will sit it again."))
    for tone in try #require(words.interviewTones) {
      #expect(tone.passage.text?.contains("glad") == false)
    }
  }

  @Test("A death is never behind anyone, and nobody is glad to be asked of it")
  func grief() throws {
    for step1 in [nil, 252] {
      var applicant = Sample.applicant(step1: step1, step2: 238, cause: death)
      if step1 == nil { applicant.step1?.attempts = 2 }
      let words = try Sample.words(applicant)
      let texts = words.passages.map(\.text) + (words.interviewTones ?? []).map(\.passage.text)
      #expect(texts.contains { $0?.contains("my father died") == true })
      for text in texts.compactMap(\.self) {
        #expect(!text.contains("behind me"), "\(text)")
        #expect(!text.contains("glad you ask"), "\(text)")
      }
    }
  }

  @Test("A low score without a drop gets its words where programs hold it against the file")
  func lowScore() throws {
    var applicant = Sample.applicant(step1: nil, step2: 227)
    applicant.clinical.targetClerkship = .honors
    func words(_ asked: Double?) throws -> ComposedWords {
      let decision = ExplanationDecision.decide(
        applicant, change: nil, rules: try Sample.rules(), asked: asked)
      return WordsComposer(
        applicant: applicant, decision: decision, change: nil, rules: try Sample.rules()
      ).compose()
    }
    #expect(try words(0.1).interviewAnswer.text == nil)
    let low = try words(0.5)
    #expect(low.interviewAnswer.text?.contains("y Step 2 CK is 227.") == true)
    #expect(low.oneLine.text?.contains("227, and honors in my internal medicine clerkship") == true)
    applicant.scoreCause = ScoreCause(
      kind: .illness, isDocumented: true, isResolved: true, affectedPreparation: true,
      note: "I had surgery")
    let told = try words(0.5)
    #expect(
      told.interviewAnswer.text?.contains("In the weeks before Step 2 CK, I had surgery") == true)
  }

  @Test("A sentence that must be told is told though the drop beside it is not")
  func gapBesideDrop() throws {
    var applicant = Sample.applicant(step1: 252, step2: 240)
    applicant.redFlags = [RedFlag(kind: .gap)]
    let decision = try Sample.decision(applicant)
    #expect(decision.verdict == .explain && decision.place == .personalStatement)
    #expect(decision.reasons.first?.contains("a gap is what wants a sentence") == true)
  }

  @Test("Seasons without a match are counted")
  func seasons() throws {
    var applicant = Sample.applicant(step1: nil)
    applicant.earlierSeasons.unmatched = 2
    let answer = try #require(try Sample.words(applicant).interviewAnswer.text)
    #expect(answer.contains("I applied in two earlier seasons and did not match."))
  }

  @Test("A decision saved before the matters were listed still reads, and a new one reads back")
  func savedDecisions() throws {
    let old =
      #"{"verdict":"stay quiet","place":"only if asked","reasons":["a"],"whatWouldChangeIt":[]}"#
    let read = try JSONDecoder().decode(ExplanationDecision.self, from: Data(old.utf8))
    #expect(read.verdict == .stayQuiet)
    #expect(read.matters.isEmpty)
    var applicant = Sample.applicant(step1: nil)
    applicant.redFlags = [RedFlag(kind: .leave)]
    let decision = try Sample.decision(applicant)
    let data = try JSONEncoder().encode(decision)
    #expect(try JSONDecoder().decode(ExplanationDecision.self, from: data) == decision)
  }
}
