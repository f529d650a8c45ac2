/// How the distance from the best possible list was proven.
public enum PortfolioProof: String, Sendable, Equatable, Codable {
  /// Optimal: marginal improvement is exact for equal costs and independent successes
  /// (Chade & Smith 2006).
  case marginalImprovement

  /// Optimal: dynamic program over all ways to use up the limits.
  case dynamicProgram

  /// Optimal: every other list was searched or bounded away.
  case branchAndBound

  /// Not proven optimal; no list is better than the bound of the concave relaxation.
  case concaveRelaxation

  /// Whether the list was proven optimal.
  public var isExact: Bool { self != .concaveRelaxation }
}
