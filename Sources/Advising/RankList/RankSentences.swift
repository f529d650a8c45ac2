import RankLists
import ScoreReading

/// What a rank order list comes to, in words.
struct RankSentences: Sendable {
  var entries: [RankAdvice.Entry]
  var unmatched: Interval
  var beyond: Int
  var independent: Double
  var supplements: [RankAdvice.Supplement]
  var leftOff: [RankAdvice.LeftOff]
  var finding: RankAdvice.Finding
  var truth: TruthTest

  var summary: [String] {
    var lines = [chance]
    if let first = entries.first {
      let three = entries.prefix(3).last ?? first
      lines.append(
        entries.count > 3
          ? "Your first choice takes you with a chance of \(Format.about(first.landing.estimate)); "
            + "one of your first three with \(Format.about(three.atOrAbove.estimate))."
          : "Your first choice takes you with a chance of "
            + "\(Format.about(first.landing.estimate)).")
    }
    if beyond < entries.count {
      lines.append(
        "The ranks after the \(Format.ordinal(Double(beyond))) add less than half a point together. "
          + "Leave them on: a rank can only help, never take anything from those above it.")
    } else if entries.count > 1 {
      let last = entries[entries.count - 1].landing.estimate
      lines.append(
        "Every rank still counts: the last one alone adds \(points(last)) to the chance of "
          + "matching.")
    }
    lines += correlation
    lines += supplements.prefix(1).map {
      "If you match at the advanced program \($0.with), you have no first year with a chance of "
        + "\(Format.about($0.none.estimate)); it would have to be found after the Match."
    }
    for program in leftOff.prefix(5) {
      lines.append(
        "You leave off \(program.program) (\(program.reason)): that costs \(points(program.price)) "
          + "of the chance of matching. A place you would not take is worth no rank; a place you "
          + "would rather have than none is.")
    }
    return lines + order
  }

  /// The plain-words proof, and what the algorithm itself just showed.
  var whyTrueOrder: [String] {
    [
      "The algorithm goes down your list and tries to place you at your first choice. Only if that "
        + "program is full of people it wants more does it try the second, and so on. So by the time "
        + "your second choice is tried, your first is lost to you whatever you had written.",
      "Ranking a dream first costs nothing: you are tried everywhere below it exactly as if it had "
        + "not stood there, and no program sees or hears where you put it.",
      "Moving a likely program up can only do one thing: give you a place there that you want less "
        + "than one that would have taken you.",
      demonstration,
    ]
  }

  private var demonstration: String {
    "Tried just now in the algorithm itself: \(truth.markets) drawn markets of \(truth.programs) "
      + "programs and \(truth.programs + 2) applicants, and in each every other list that can be made "
      + "of the same programs, \(truth.lists) in all. "
      + (truth.better == 0
        ? "Not one led to a better place than the true order; \(truth.worse) led to a worse one, "
          + "\(truth.lost) of these to none at all."
        : "\(truth.better) led to a better place, \(truth.worse) to a worse one.")
  }

  private var chance: String {
    let match = 1 - unmatched.estimate
    return "With these \(entries.count) \(entries.count == 1 ? "rank" : "ranks") you match with a "
      + "chance of \(Format.about(match)) (80% range \(Format.percent(1 - unmatched.high)) to "
      + "\(Format.percent(1 - unmatched.low)))."
  }

  private var correlation: [String] {
    let match = 1 - unmatched.estimate
    guard entries.count > 1, independent - match > 0.005 else { return [] }
    return [
      "Counted as if programs decided independently it would read \(Format.about(independent)). They "
        + "read the same file, so where one is lukewarm others tend to be too: that is why a long "
        + "list is less certain than such sums say."
    ]
  }

  private var order: [String] {
    if let circle = finding.contradictions.first {
      return [
        "Your answers go round in a circle between \(circle.joined(separator: ", ")). Ask yourself "
          + "once more which of them you would pack your bags for."
      ]
    }
    switch finding.basis {
    case .byHand: return []
    case .guess:
      return entries.count > 1
        ? [
          "This order is only a guess from your file's wishes. It becomes yours with marks (a sheet "
            + "for each interview) and a few questions: --ask."
        ] : []
    case .answers:
      return finding.isSettled
        ? ["The order is settled by your marks and \(finding.answers) answers."]
        : [
          "The order is not settled yet: some neighbours are too close to call. --ask puts the pairs "
            + "to you that tell most."
        ]
    }
  }

  private func points(_ share: Double) -> String {
    let value = 100 * share
    if value < 0.05 { return "less than a tenth of a point" }
    return Format.points(value, digits: 1)
  }
}
