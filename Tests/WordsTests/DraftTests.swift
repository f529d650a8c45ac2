import ApplicantFile
import Foundation
import MatchFacts
import Testing
import Words

@Suite("Checking a draft")
struct DraftTests {
  private func kinds(_ report: DraftReport) -> [DraftMark.Kind] { report.marks.map(\.kind) }

  private func medicine() throws -> Applicant { try Sample.example("internal-medicine-252-245") }
  private func dermatology() throws -> Applicant { try Sample.example("dermatology-255-241") }

  @Test("What we compose passes our own check", arguments: Sample.examples)
  func ownWords(name: String) throws {
    let applicant = try Sample.example(name)
    let words = try Sample.words(applicant)
    if let text = words.statement.text {
      let report = try Sample.check(text, applicant)
      #expect(report.verdict == .ready, "\(report.marks)")
      #expect(report.marks.isEmpty, "\(report.marks)")
    }
    if let text = words.interviewAnswer.text {
      let report = try Sample.check(text, applicant, as: .interview)
      #expect(report.verdict != .rewrite, "\(report.marks)")
      #expect(!kinds(report).contains(.contradiction), "\(report.marks)")
    }
  }

  @Test("The essay that everyone is tempted to write is sent back")
  func essay() throws {
    let draft = """
      My Step 2 CK score was devastating. I was burned out after back-to-back rotations, my school \
      refused to give me time off, and the exam was unfair. It does not reflect who I am. If only I \
      had taken it later, I would have scored above 260!
      """
    let report = try Sample.check(draft, try medicine())
    #expect(report.verdict == .rewrite)
    for kind in [DraftMark.Kind.excuse, .drama, .blame, .noEvidence, .tooLong, .notAdvised] {
      #expect(kinds(report).contains(kind), "\(kind)")
    }
    #expect(report.marks.map(\.start) == report.marks.map(\.start).sorted())
    #expect(report.marks.allSatisfy { !$0.message.isEmpty && !$0.advice.isEmpty })
  }

  @Test(
    "Blame is heard however it is worded",
    arguments: [
      "My school scheduled me badly before Step 2 CK.",
      "My clerkship director gave me a hard schedule.", "The rotation left me no time to study.",
      "My clerkship director gave me no letter and no time.",
      "My attending kept me late, and my rotations left me with little time.",
      "Because my school changed the calendar, I took the exam early.",
      "The dean wouldn’t give me a week to prepare.",
    ])
  func blame(draft: String) throws {
    let report = try Sample.check(draft, try medicine(), as: .interview)
    let mark = try #require(report.marks.first { $0.kind == .blame }, "\(report.marks)")
    #expect(mark.advice.contains("Leave other people"))
    #expect(report.verdict != .ready)
  }

  @Test(
    "What others gave that speaks for the applicant is no blame",
    arguments: [
      "My clerkship director gave me honors and a strong letter.",
      "My attending gave me more responsibility for my patients.",
      "The school gave me an award for teaching on my clerkship.",
    ])
  func praise(draft: String) throws {
    #expect(!kinds(try Sample.check(draft, try medicine(), as: .interview)).contains(.blame))
  }

  @Test("A draft that is to explain, and does not say what happened, is told so")
  func silence() throws {
    let silent = "My Step 2 CK was lower than I hoped. My dermatology clerkship shows how I work."
    for purpose in DraftReport.Purpose.allCases {
      let report = try Sample.check(silent, try dermatology(), as: purpose)
      let mark = try #require(report.marks.first { $0.kind == .unexplained })
      #expect(mark.text == "My Step 2 CK was lower than I hoped")
      #expect(mark.message.contains("illness"))
      #expect(report.verdict == .revise)
    }
    for told in [
      "I had abdominal surgery before the exam.", "Before the exam I was in the hospital.",
      "I fell ill in May.",
    ] {
      let report = try Sample.check("\(told) \(silent)", try dermatology())
      #expect(!kinds(report).contains(.unexplained), "\(told)")
    }
    #expect(!kinds(try Sample.check(silent, try medicine())).contains(.unexplained))
  }

  @Test("Marks stand on the words they are about, counted as JavaScript counts")
  func places() throws {
    let draft = "😀 Zoë wrote:\nit was DEVASTATING, honors in my clerkship."
    let report = try Sample.check(draft, try dermatology(), as: .interview)
    let mark = try #require(report.marks.first { $0.kind == .drama })
    #expect(mark.text == "DEVASTATING")
    let units = Array(draft.utf16)
    #expect(String(decoding: units[mark.start..<mark.end], as: UTF16.self) == "DEVASTATING")
    #expect(mark.line == 2)
    #expect(mark.column == 8)
  }

  @Test(
    "Numbers that the file contradicts are marked",
    arguments: [
      ("I scored 247 on Step 2 CK, with honors in my clerkship.", "245"),
      ("My Step 1 was 255 and my clerkship evaluations are strong.", "252"),
      ("It fell from 252 on Step 1 to 248 on Step 2 CK.", "245"),
      ("My Step 2 CK dropped ten points below Step 1.", "seven points"),
      ("My Step 2 CK was 4 points lower than Step 1.", "seven points"),
      ("Step 2 CK is higher than my Step 1.", "seven points below"),
      ("I took Step 2 CK in May 2026.", "June"),
      ("I took Step 1 in 2022.", "2021"),
      ("I passed Step 2 CK on my second attempt.", "first attempt"),
      ("I earned high pass in my internal medicine clerkship.", "honors"),
      ("I was elected to Alpha Omega Alpha.", "Alpha Omega Alpha"),
      ("I have twelve publications.", "nine"),
      ("I wrote 15 peer-reviewed papers.", "nine"),
      ("I graduated in 2024.", "2027"),
      ("I had surgery two weeks before Step 2 CK.", "schedule"),
      ("I earned honors in two away rotations.", "no away rotation"),
    ])
  func contradictions(draft: String, expected: String) throws {
    let report = try Sample.check(draft, try medicine(), as: .interview)
    let found = report.marks.filter { $0.kind == .contradiction }
    #expect(found.count == 1, "\(report.marks)")
    #expect(found.first?.message.contains(expected) == true, "\(found)")
    #expect(report.verdict != .ready)
  }

  @Test(
    "What agrees with the file, or is no claim, is left alone",
    arguments: [
      "I scored 252 on Step 1 and 245 on Step 2 CK, seven points lower.",
      "Step 2 CK was seven points below Step 1; I took it in June 2026.",
      "My Step 1 was 252. My Step 2 CK was 245 on June 22, 2026.",
      "I earned honors in my internal medicine clerkship and my sub-internship.",
      "I would be honored to train in your program and to take the exam of its patients.",
      "On my surgery clerkship I saw 200 patients before the exam.",
      "I have nine publications and belong to the Gold Humanism Honor Society.",
      "I passed every exam at the first attempt.", "I may sit for Step 3 next year.",
      "The exam had 280 questions and took eight hours.",
      "I worked 250 hours in the clinic before Step 2 CK.",
    ])
  func agreements(draft: String) throws {
    let report = try Sample.check(draft, try medicine(), as: .interview)
    #expect(!kinds(report).contains(.contradiction), "\(report.marks)")
    #expect(!kinds(report).contains(.unsupported), "\(report.marks)")
  }

  @Test("A pass has no number, and an unknown has none yet")
  func passAndUnknown() throws {
    let pass = try Sample.example("pass-only")
    let number = try Sample.check("My Step 1 was 240.", pass, as: .interview)
    #expect(kinds(number).contains(.contradiction))
    let comlex = try Sample.example("do-family-medicine-comlex")
    #expect(
      kinds(try Sample.check("My Level 2 was 530 after a Level 1 of 536.", comlex, as: .interview))
        .contains(.contradiction))
    #expect(
      !kinds(try Sample.check("My Level 2 was 511 after a Level 1 of 536.", comlex, as: .interview))
        .contains(.contradiction))
    let bare = Sample.applicant()
    #expect(
      kinds(try Sample.check("I earned honors in my clerkship.", bare, as: .interview))
        == [.unsupported])
  }

  @Test("Of a whole statement only the part about the exams is measured")
  func wholeStatement() throws {
    let life = Array(
      repeating: "On the wards I learned to listen to my patients before I spoke to them.",
      count: 20)
    let about =
      "In the weeks before Step 2 CK I was in the hospital. That is resolved. My clerkship work "
      + "shows how I work."
    let text = (life + [about] + life).joined(separator: " ")
    let report = try Sample.check(text, try dermatology())
    #expect(report.sentences < 4)
    #expect(!kinds(report).contains(.tooLong), "\(report.marks)")
    let quiet = try Sample.check(life.joined(separator: " "), try medicine())
    #expect(quiet.verdict == .ready)
    #expect(quiet.marks.isEmpty, "\(quiet.marks)")
  }

  @Test("An answer is timed")
  func spoken() throws {
    let long = Array(repeating: "I worked with patients on the wards every day.", count: 12)
      .joined(separator: " ")
    let report = try Sample.check(long, try medicine(), as: .interview)
    #expect((report.spokenSeconds ?? 0) > 30)
    #expect(kinds(report).contains(.tooLong))
  }

  @Test("Empty and oversized drafts are refused, odd ones survive")
  func odd() throws {
    #expect(throws: DraftError.empty) { try Sample.check(" \n…", try medicine()) }
    #expect(throws: DraftError.self) {
      try Sample.check(String(repeating: "a ", count: 60_000), try medicine())
    }
    for text in [
      "'", "''a''", "….a", "\u{200B}b", "e\u{301}", "a" + String(repeating: "\n", count: 50),
    ] {
      _ = try? Sample.check(text, try medicine())
    }
    var random = SystemSeed(state: 42)
    let pieces = [
      "Step 2 CK", "245", "points", "honors", "in", "my", ".", "clerkship", "seven", "\n\n",
    ]
    for _ in 0..<300 {
      let draft = (0..<40).map { _ in pieces[random.next(below: pieces.count)] }
        .joined(separator: " ")
      let report = try Sample.check(draft, try medicine())
      let length = draft.utf16.count
      #expect(report.marks.allSatisfy { $0.start < $0.end && $0.end <= length })
    }
  }

  @Test("A rule file that is wrong says where")
  func ruleErrors() throws {
    let good = try Sample.text("Sources/Words/Resources/draft-rules.yaml")
    #expect(throws: WordsRulesError.self) {
      try DraftRules(yaml: good.replacing("kind: blame", with: "kind: blmae"))
    }
    #expect(throws: WordsRulesError.self) {
      try DraftRules(yaml: good.replacing("- if only", with: "- \"if *only\""))
    }
    #expect(throws: WordsRulesError.self) {
      try DraftRules(yaml: good.replacing("format: 1", with: "format: 2"))
    }
  }
}

/// A tiny seeded generator.
private struct SystemSeed {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
