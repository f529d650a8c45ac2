/// The best list found, and a certificate of how far from the best possible it can be.
public struct PortfolioSolution: Sendable, Equatable, Codable {
  /// The list and what it is worth.
  public var list: PortfolioEvaluation

  /// No list under the limits has a larger objective.
  public var upperBound: Double

  /// How ``upperBound`` was proven.
  public var proof: PortfolioProof

  /// Work done, in multiplications of one chance with one node: the same on every machine.
  public var work: Int

  /// The options on the list, in order of preference.
  public var members: [PortfolioEvaluation.Member] { list.members }

  /// The chosen options and variants, in order of preference.
  public var choices: [PortfolioChoice] { list.choices }

  /// The expected worth of the list's best success.
  public var value: Double { list.value }

  /// What the list costs.
  public var fee: Int { list.fee }

  /// What was maximized: the value, less the fee times its weight.
  public var objective: Double { list.objective }

  /// How far the list can be from the best, as a share of the bound; 0 if it is proven best.
  public var gap: Double {
    upperBound > 0 ? max(0, (upperBound - objective) / upperBound) : 0
  }
}
