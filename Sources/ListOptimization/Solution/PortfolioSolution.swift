/// A list, what it is worth, and how far from the best it can be.
public struct PortfolioSolution: Sendable, Equatable, Codable {
  /// One option on the list.
  public struct Member: Sendable, Equatable, Codable {
    /// The option and its variant.
    public var choice: PortfolioChoice

    /// The option's id.
    public var id: String

    /// The value lost if this option alone is taken off the list.
    public var contribution: Double

    /// The value lost if its token is taken back and it is chosen in plain; 0 without a token.
    public var tokenValue: Double
  }

  /// A point of the path on which the list grows one option at a time.
  public struct Step: Sendable, Equatable, Codable {
    /// The option added, and its variant.
    public var choice: PortfolioChoice

    /// The number of options so far.
    public var count: Int

    /// The value so far.
    public var value: Double

    /// The fee so far.
    public var fee: Int
  }

  /// The options on the list, in order of preference.
  public var members: [Member]

  /// The expected worth of the list's best success.
  public var value: Double

  /// What the list costs.
  public var fee: Int

  /// What was maximized: ``value`` − fee weight · ``fee``.
  public var objective: Double

  /// No list under the limits has a larger ``objective``.
  public var upperBound: Double

  /// How ``upperBound`` was proven.
  public var proof: PortfolioProof

  /// The value of the same list if successes were independent, each with its overall chance.
  ///
  /// ``valueIfIndependent`` − ``value`` is what correlation costs.
  public var valueIfIndependent: Double

  /// Work done, in multiplications of one chance with one node; the same on every machine.
  public var work: Int

  /// The chosen options and variants, in order of preference.
  public var choices: [PortfolioChoice] { members.map(\.choice) }

  /// How far the list can be from the best, as a share of the bound; 0 if it is proven best.
  public var gap: Double {
    upperBound > 0 ? max(0, (upperBound - objective) / upperBound) : 0
  }
}
