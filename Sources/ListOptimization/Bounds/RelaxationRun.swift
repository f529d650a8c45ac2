/// Steps of the concave relaxation, with the prices of its linear part, over a region of lists.
struct RelaxationRun: Sendable {
  var relaxation: ConcaveRelaxation
  var prices: PriceSearch
  /// The smallest bound found: no list of the region has a larger objective.
  private(set) var bound = Double.infinity
  private(set) var work = 0
  /// The fee of the relaxed list at hand.
  private var fee: Double

  init(_ problem: PreparedPortfolio, _ limits: ResourceLimits, start list: ListState) {
    relaxation = ConcaveRelaxation(problem)
    prices = PriceSearch(problem, limits)
    relaxation.start(problem, at: list)
    fee = Double(list.fee)
  }

  /// Goes on in a smaller region from the shares of its parent.
  mutating func restrict(_ problem: PreparedPortfolio, to region: SearchRegion, shares: [Double]) {
    relaxation.start(problem, at: shares, in: region)
    bound = .infinity
  }

  /// Steps until the bound is at most `target` or the steps are used up.
  mutating func run(
    _ problem: PreparedPortfolio, in region: SearchRegion, steps: Int, target: Double
  ) {
    for step in 0..<steps {
      relaxation.evaluate(problem, in: region)
      let linear = prices.solve(
        problem, gains: relaxation.gradient, region: region, rounds: step == 0 ? 8 : 4)
      bound = min(bound, relaxation.bound(linear: linear.bound))
      work += (problem.rowCount + 12 * relaxation.support.count) * problem.lanes * 4
      guard bound > target else { return }
      let length = relaxation.step(
        problem, toward: linear.picks, feeLoss: problem.feeWeight * (linear.fee - fee),
        fallback: 2 / Double(step + 3))
      fee += length * (linear.fee - fee)
    }
  }
}
