public import SmartPickNumerics

/// Chances that hang together through one normal factor, node by node.
///
/// An option of overall chance p succeeds if √ρ · Z + √(1 − ρ) · ε ≤ Φ⁻¹(p), with the factor Z
/// shared by all and ε its own. Given Z = z the chance is
/// Φ((Φ⁻¹(p) − √ρ · z) ⁄ √(1 − ρ)), and successes are independent.
public struct OneFactorGaussian: Sendable, Equatable {
  /// The quadrature rule over the factor.
  public let rule: QuadratureRule

  /// The correlation ρ of the latent variables, 0 ≤ ρ < 1.
  public let correlation: Double

  /// A factor of the given correlation, which is clamped to 0 … 0.999 999.
  public init(correlation: Double, rule: QuadratureRule) {
    self.correlation = min(0.999_999, max(0, correlation))
    self.rule = rule
  }

  /// The weights to use as ``PortfolioProblem/nodeWeights``.
  public var nodeWeights: [Double] { rule.weights }

  /// P(success | node) at every node for an option of overall chance `p`.
  public func chances(overall p: Double) -> [Double] {
    let threshold = Normal.quantile(p)
    guard threshold.isFinite else { return rule.nodes.map { _ in p } }
    let loading = correlation.squareRoot()
    let scale = 1 / (1 - correlation).squareRoot()
    return rule.nodes.map { Normal.cumulative((threshold - loading * $0) * scale) }
  }
}
