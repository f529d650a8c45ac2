/// What a list is worth, member by member.
public struct PortfolioEvaluation: Sendable, Equatable, Codable {
  /// One option on the list.
  public struct Member: Sendable, Equatable, Codable {
    /// The option and its variant.
    public var choice: PortfolioChoice

    /// The option's id.
    public var id: String

    /// The value lost if this option alone is taken off the list.
    ///
    /// Below 0 only under a cap on attended offers, where an option may stand in the way of one
    /// that succeeds more often.
    public var contribution: Double

    /// The value lost if its token is taken back and it is chosen in plain; 0 without a token.
    public var tokenValue: Double
  }

  /// The options on the list, in order of preference.
  public var members: [Member]

  /// The expected worth of the list's best success, or the outside value if there is none.
  public var value: Double

  /// What the list costs.
  public var fee: Int

  /// What a solver maximizes: ``value`` − fee weight · ``fee``.
  public var objective: Double

  /// The value of the same list if successes were independent, each with its overall chance.
  ///
  /// ``valueIfIndependent`` − ``value`` is what correlation costs.
  public var valueIfIndependent: Double

  /// The first limit that the list breaks; `nil` if it keeps them all.
  public var brokenLimit: String?

  /// The chosen options and variants, in order of preference.
  public var choices: [PortfolioChoice] { members.map(\.choice) }
}
