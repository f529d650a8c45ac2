import SmartPickNumerics

/// A thing the file does not say, and what the chance of a list would be with a poor and with a good
/// answer.
public struct TellingAnswer: Sendable, Hashable, Codable {
  /// One answer and the chance with it.
  public struct Answer: Sendable, Hashable, Codable {
    /// The answer, such as "honors".
    public var text: String
    /// The chance of matching with it.
    public var match: Double
  }

  /// Name of the rule of evidence, such as `letters`.
  public var id: String
  /// What is asked, such as "the grade in the target specialty's clerkship".
  public var ask: String
  /// A poor answer.
  public var poor: Answer
  /// A good one.
  public var good: Answer
}

extension ListOdds {
  /// The answers that would tell most of what programs see and the file does not say, most telling
  /// first.
  ///
  /// An answer that explains the share r² of the strength's variance moves its mean by r z and takes
  /// r² off the variance (``EvidenceRule``); the chance is that of the same list then.
  public func tellingAnswers(_ count: Int) -> [TellingAnswer] {
    guard let odds = parts.first?.odds else { return [] }
    let answers = odds.strength.missing.compactMap { id -> TellingAnswer? in
      guard let rule = odds.parameters.evidence.first(where: { $0.id == id }) else { return nil }
      let (poor, good) = Self.answers(rule)
      return TellingAnswer(
        id: id, ask: rule.ask,
        poor: TellingAnswer.Answer(text: poor.text, match: match(answering: rule, poor.z)),
        good: TellingAnswer.Answer(text: good.text, match: match(answering: rule, good.z)))
    }
    return Array(
      answers.sorted { ($0.good.match - $0.poor.match) > ($1.good.match - $1.poor.match) }
        .prefix(max(0, count)))
  }

  /// No answer rarer than about one in a hundred stands for a poor or a good one.
  private static let rarest = 2.4

  private static func answers(
    _ rule: EvidenceRule
  ) -> (poor: (text: String, z: Double), good: (text: String, z: Double)) {
    let levels = rule.levels.filter { abs($0.value) <= rarest }
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let poor = levels.first, let good = levels.last, levels.count > 1 else {
      return (("few", -1), ("many", 1))
    }
    return ((poor.key, poor.value), (good.key, good.value))
  }

  private func match(answering rule: EvidenceRule, _ z: Double) -> Double {
    guard let odds = parts.first?.odds else { return 0 }
    let r = rule.correlation.value
    let prior = odds.strength
    let variance = prior.standardDeviation * prior.standardDeviation - r * r
    let told = StrengthBelief(
      mean: prior.mean + r * z, standardDeviation: max(variance, 0.05).squareRoot())
    let nodes = StrengthNodes(
      told, failure: belief.failure, rule: .gaussHermite(count: max(belief.values.count - 1, 1)))
    return match(shifts: parts.map { _ in .none }, belief: nodes)
  }
}
