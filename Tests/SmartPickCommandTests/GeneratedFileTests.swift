import AdviceRendering
import Advising
import ScoreReading
import Testing
import Words

/// What holds of every file, shown on many that nobody wrote.
@Suite("Any file", .serialized)
struct GeneratedFileTests {
  /// Room for what the search of a list leaves open: within a point of the best chance.
  private static let slack = 0.015

  @Test("gets words that speak of this person alone", arguments: (1...24).map(GeneratedFile.init))
  func words(file: GeneratedFile) throws {
    let advice = try file.advice()
    let page = TerminalReport(advice, options: .init(width: 400)).text()
    for broken in [
      " nil", "Optional(", "NaN", "inf%", " ,", " 1 words", " 1 points", " 1 sentences",
    ] {
      #expect(lines(of: page, with: broken) == [])
    }
    // A change is spoken of where there is one.
    if file.step1.map({ file.step2CK >= $0 }) ?? true {
      for phrase in [
        "the drop", "your drop", "this drop", "a drop of", "your lower score",
        "lower than my Step 1",
        "nervous at the change", "points lower", "change of 0",
      ] {
        #expect(lines(of: page, with: phrase) == [])
      }
    }
    // A graduate has no rotation now, and no class.
    if file.isGraduate {
      for phrase in ["current rotation", "your rotation", "classmates", "your clerkship director"] {
        #expect(lines(of: page, with: phrase) == [])
      }
    }
    // Scores said to be the file's are the file's.
    for match in page.matches(of: /Step 2 CK (\d{3})\b/) {
      #expect(Int(match.1) == file.step2CK, "\(match.0)")
    }
    for match in page.matches(of: /Step 1 (\d{3})\b/) {
      #expect(Int(match.1) == file.step1, "\(match.0)")
    }
    // Signals are spoken of where the specialty has some.
    if !advice.signals.rules.contains(where: { $0.gold + $0.silver + $0.single > 0 }) {
      #expect(advice.signals.spends.isEmpty && advice.signals.sentence == nil)
    }
    // Nobody is glad to be asked of a fail, a matter of law or of conduct.
    let attempts = max(file.step1Attempts, file.step2Attempts)
    if attempts > 1 || !Set(file.flags).isDisjoint(with: ["legal", "professionalism"]) {
      #expect(lines(of: page, with: "glad you ask") == [])
    }
    // No change is offered that would hardly move anything.
    for reading in advice.reading {
      #expect(reading.levers.allSatisfy { $0.gain >= 3 })
      let whole = reading.shares.whole
      #expect(abs(whole.blip + whole.signal + whole.problem - 1) < 1e-9)
    }
    // One number, one wording.
    let chance = ChanceText.hundred(advice.odds.match.estimate)
    #expect(!lines(of: page, with: chance).isEmpty, "\(chance)")
    #expect(advice.odds.match.low <= advice.odds.match.estimate)
    #expect(advice.odds.match.estimate <= advice.odds.match.high)
    #expect(advice.odds.matchInFirstChoice.estimate <= advice.odds.match.estimate + 1e-9)
    // What every program sees of it is never passed over in silence.
    if !file.flags.isEmpty || file.step1Attempts > 1 || file.step2Attempts > 1 {
      #expect(advice.explanation.verdict != .nothingToExplain)
    }
  }

  /// The lines of a page with a phrase, so that a failure shows them and not the page.
  private func lines(of page: String, with phrase: String) -> [String] {
    page.split(separator: "\n").map(String.init)
      .filter { $0.lowercased().contains(phrase.lowercased()) }
  }

  @Test(
    "is never better off for a worse score, an attempt more or a flag more",
    arguments: (31...40).map(GeneratedFile.init))
  func monotone(file: GeneratedFile) throws {
    let own = try file.advice()
    let worse: [(String, GeneratedFile)] = [
      ("a lower score", file.with { $0.step2CK = max(218, $0.step2CK - 12) }),
      ("an attempt more", file.with { $0.step2Attempts += 1 }),
      (
        "a flag more",
        file.with {
          $0.flags = $0.flags.contains("legal") ? $0.flags + ["gap"] : $0.flags + ["legal"]
        }
      ),
    ]
    for (what, changed) in worse where Set(changed.flags).count == changed.flags.count {
      let other = try changed.advice()
      #expect(
        other.odds.match.estimate <= own.odds.match.estimate + Self.slack, "\(what)")
      for (before, after) in zip(own.reading, other.reading) {
        #expect(after.shares.blip <= before.shares.blip + 1e-9, "\(what): \(before.specialty)")
      }
    }
  }
}
