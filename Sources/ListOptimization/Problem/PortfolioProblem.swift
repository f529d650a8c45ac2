/// Choose a list of options that makes the expected worth of its best success as large as it can
/// be under every limit at once.
///
/// With the worth `uᵢ` of option i, its success `Zᵢ` and the outside value `u₀`, the value of a
/// list S is
///
/// v(S) = Σₖ wₖ · E[max(u₀, max over i in S of uᵢ Zᵢ) | node k],
///
/// where the Zᵢ are independent given the node k of a common factor. One node is the independent
/// case of Chade & Smith, *Simultaneous Search* (Econometrica 74, 2006).
public struct PortfolioProblem: Sendable, Equatable, Codable {
  /// What there is to choose from.
  public var options: [PortfolioOption]

  /// The probability of each node of the common factor; they sum to 1.
  ///
  /// `[1]` for independence.
  public var nodeWeights: [Double]

  /// What is had if nothing succeeds, at least 0.
  public var outsideValue: Double

  /// The fee schedule of each class of options.
  public var fees: [FeeSchedule]

  /// Value given up for each unit of fee; the solver maximizes v(S) − `feeWeight` · fee(S).
  public var feeWeight: Double

  /// The limits to keep, unless others are given to the solver.
  public var limits: PortfolioLimits

  /// A problem; by default with one free class, no common factor and no limit.
  public init(
    options: [PortfolioOption], nodeWeights: [Double] = [1], outsideValue: Double = 0,
    fees: [FeeSchedule] = [.free], feeWeight: Double = 0, limits: PortfolioLimits = .none
  ) {
    self.options = options
    self.nodeWeights = nodeWeights
    self.outsideValue = outsideValue
    self.fees = fees
    self.feeWeight = feeWeight
    self.limits = limits
  }
}
