import ListOptimization
import SmartPickNumerics

/// Instances to time, each from a seed.
enum Markets {
  /// The recipe of Kapur & Hong's experiments: utilities from an exponential of mean 10, rounded
  /// up; chances 1 ⁄ (t + 10 Q) with Q uniform; costs 5…10; half the total cost as budget.
  static func kapurHong(
    size: Int, seed: UInt64
  ) -> (utility: [Double], chance: [Double], cost: [Int], budget: Int) {
    var random = CounterRandom(seed: seed, entity: UInt64(size), purpose: 1)
    let utility = (0..<size).map { _ in (10 * random.exponential()).rounded(.up) }
    let chance = utility.map { min(1, 1 / ($0 + 10 * random.uniform())) }
    let cost = (0..<size).map { _ in 5 + random.integer(below: 6) }
    return (utility, chance, cost, cost.reduce(0, +) / 2)
  }

  /// A general problem with the spread of a large directory: options differ in how hard they are,
  /// in what they are worth (harder ones more, with noise), and in what a token does for them.
  ///
  /// Fees are 11 up to the thirtieth option and 30 beyond; 12 tokens of one kind and 3 of a
  /// stronger one; budget 1,500. Offers and successes after an offer depend on a normal factor.
  static func directory(
    size: Int, nodes: Int, seed: UInt64, aim: Double, difficulty: Double, cap: Int? = nil
  ) -> PortfolioProblem {
    let rule = QuadratureRule.gaussHermite(count: nodes)
    let options = (0..<size).map { index -> PortfolioOption in
      var random = CounterRandom(seed: seed, entity: UInt64(index), purpose: 2)
      let prestige = random.normal()
      let offer = difficulty - 0.7 * prestige + 0.55 * random.normal()
      let success = -1.4 + 0.5 * random.normal()
      let token = max(0, 1 + 0.3 * random.normal())
      let strong = token + max(0, 0.7 + 0.2 * random.normal())
      let worth = logistic(0.9 * prestige + 0.6 * random.normal())
      let variants = [0, token, strong].map { lift in
        PortfolioVariant(
          offer: rule.nodes.map { logistic(offer + lift + 0.9 * $0) },
          successAfterOffer: rule.nodes.map { logistic(success + 0.3 * $0) })
      }
      return PortfolioOption(
        id: "\(index)", utility: 1 - aim + aim * worth, variants: variants)
    }
    return PortfolioProblem(
      options: options, nodeWeights: rule.weights,
      fees: [FeeSchedule(steps: [.init(through: 30, each: 11), .init(each: 30)])],
      limits: PortfolioLimits(
        budget: 1500, offerCap: cap, classes: [ClassLimits(tokens: [12, 3])]))
  }
}
