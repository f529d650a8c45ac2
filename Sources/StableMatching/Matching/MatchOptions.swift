/// How a market is to be matched.
public struct MatchOptions: Sendable, Equatable {
  /// Which side proposes.
  public enum Side: String, Sendable, CaseIterable {
    /// Applicant-optimal; the National Resident Matching Program's choice since 1998.
    case applicants
    /// Program-optimal, for comparison; not defined with couples or supplemental lists.
    case programs
  }

  /// Which side proposes.
  public var proposing: Side = .applicants
  /// How many orders of couples are tried before the procedure gives up.
  public var attempts = 24
  /// Proposers served and programs reconsidered over all attempts together.
  ///
  /// One attempt on a national market takes well under a million.
  public var steps = 20_000_000
  /// Seats that one couple may lose during one insertion before it counts as going in a circle.
  ///
  /// Later attempts allow more: a third of it is added for each.
  public var lossesPerInsertion = 6
  /// The most joint assignments of all couples that the exact search examines.
  public var exactSearchLimit = 200_000
  /// Where the orders of later attempts come from: the same seed gives the same matching.
  public var seed: UInt64 = 1

  /// The options that suit most markets.
  public init() {}
}
