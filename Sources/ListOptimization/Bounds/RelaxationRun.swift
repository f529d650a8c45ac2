/// Steps of the concave relaxation, with the prices of its linear part, over a region of lists.
struct RelaxationRun: Sendable {
  var relaxation: ConcaveRelaxation
  var prices: PriceSearch
  /// The smallest bound found: no list of the region has a larger objective.
  private(set) var bound = Double.infinity
  private(set) var work = 0
  /// The fee of the relaxed list at hand.
  private var fee: Double
  /// What a step costs against one without a cap on offers.
  private let weight: Int

  init(_ problem: PreparedPortfolio, _ limits: ResourceLimits, start list: ListState) {
    relaxation = ConcaveRelaxation(problem, cap: limits.offerCap)
    prices = PriceSearch(problem, limits)
    relaxation.start(problem, at: list)
    fee = Double(list.fee)
    weight = limits.offerCap == nil ? 1 : 3
  }

  /// Goes on in a smaller region from the shares of its parent.
  mutating func restrict(_ problem: PreparedPortfolio, to region: SearchRegion, shares: [Double]) {
    relaxation.start(problem, at: shares, in: region)
    bound = .infinity
  }

  /// Steps until the bound is at most `target`, or hardly falls any more, or the steps are used
  /// up.
  mutating func run(
    _ problem: PreparedPortfolio, in region: SearchRegion, steps: Int, target: Double
  ) {
    var checkpoint = Double.infinity
    for step in 0..<steps {
      relaxation.evaluate(problem, in: region)
      let linear = prices.solve(
        problem, gains: relaxation.gradient, region: region, rounds: step == 0 ? 8 : 4)
      bound = min(bound, relaxation.bound(linear: linear.bound))
      work += (problem.rowCount + 12 * relaxation.support.count) * problem.lanes * 4 * weight
      guard bound > target else { return }
      if step % 8 == 7 {
        // What is left of the gap is mostly that of the relaxation itself.
        if checkpoint - bound < 0.05 * (bound - target) { return }
        checkpoint = bound
      }
      let length = relaxation.step(
        problem, toward: linear.picks, feeLoss: problem.feeWeight * (linear.fee - fee),
        fallback: 2 / Double(step + 3))
      fee += length * (linear.fee - fee)
    }
  }
}
