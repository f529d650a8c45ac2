/// One applicant's way through a match, in words.
///
/// Every sentence tells something that happened; nothing is reconstructed from the result.
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
  ///   - matching: the result of the same run.
  ///   - market: the market that was matched.
  ///   - names: names for people and programs.
  public init(
    of applicant: Int, events: [MatchEvent], matching: Matching, market: Market,
    names: MarketNames
  ) {
    var narrator = Narrator(applicant: applicant, market: market, names: names)
    for event in events { narrator.tell(event) }
    steps = narrator.steps
    result = narrator.ending(of: matching)
  }
}
