/// One applicant's way through a match, in words.
///
/// Every sentence tells something that happened; nothing is reconstructed from the result. Where
/// couples go round in a circle, the round is told once.
public struct MatchExplanation: Sendable, Equatable {
  /// What happened, in order.
  public let steps: [String]
  /// Where it ended.
  public let result: String

  /// Tells the events of a run that concern one applicant (or the couple they belong to).
  ///
  /// - Parameters:
  ///   - applicant: whose way to tell.
  ///   - events: from ``Market/matchWithTrace(_:)``.
  ///   - outcome: the result of the same run.
  ///   - market: the market that was matched.
  ///   - names: names for people and programs.
  public init(
    of applicant: Int, events: [MatchEvent], outcome: MatchOutcome, market: Market,
    names: MarketNames
  ) {
    var narrator = Narrator(applicant: applicant, market: market, names: names)
    for event in events { narrator.tell(event) }
    narrator.tellMethod(outcome)
    steps = RepeatedSteps.told(narrator.steps).map(Self.capitalized)
    result = Self.capitalized(narrator.ending(of: outcome.matching))
  }

  /// Begins a sentence about "applicant 7" or "program 7" with a capital; names stay as they are.
  private static func capitalized(_ sentence: String) -> String {
    guard sentence.hasPrefix("applicant ") || sentence.hasPrefix("program ") else {
      return sentence
    }
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }
}
