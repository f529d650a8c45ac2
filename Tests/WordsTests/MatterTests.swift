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
    #expect(!told.contains("responsibility"))
  }

  @Test("Years since graduation are seen; a senior has none")
  func graduation() throws {
    var applicant = Sample.applicant(step1: nil)
    applicant.season = 2027
    applicant.isSenior = false
    applicant.graduationYear = 2020
    #expect(try Sample.decision(applicant).matters.map(\.kind) == [.lateGraduation])
    #expect(try Sample.words(applicant).interviewAnswer.text?.contains("2020") == true)
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
        for matter in decision.matters {
          #expect(
            text.contains(matter.sentence)
              || text.lowercased().contains(matter.sentence.lowercased())
              || text.contains(matter.title), "\(text)")
        }
        if number > 0 { #expect(!text.contains("responsib"), "\(text)") }
        #expect(text.contains("below my") == (mask % 2 == 0))
      }
    }
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
