public import ListOptimization

/// A problem read from a file, and what is asked about it.
public struct PortfolioInstance: Sendable, Equatable {
  /// The layouts that are read.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// Independent chances, every option at the same cost: the best list of at most h options.
    case sameCost = "same_cost_independent"
    /// Independent chances, a cost for each option: the best list for a budget.
    case variedCost = "varied_cost_independent_budget"
    /// Independent chances, fees that rise with the count in each class.
    case tieredFee = "tiered_fee_independent"
    /// Chances correlated through one normal factor: the best list of at most h options.
    case correlated = "correlated_one_factor_gaussian"
    /// A whole ``PortfolioProblem``, as it is encoded.
    case general
  }

  /// The layout.
  public var kind: Kind

  /// The problem; its own limits hold unless a question sets others.
  public var problem: PortfolioProblem

  /// Counts to answer for.
  public var counts: [Int]

  /// Budgets to answer for.
  public var budgets: [Int]

  /// Prices of money, in value for each unit of fee, to answer for.
  public var feeWeights: [Double]
}
