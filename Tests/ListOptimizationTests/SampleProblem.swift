import ListOptimization
import SmartPickNumerics

extension SolverEffort {
  /// Little work, so that debug builds stay quick.
  static let light = SolverEffort(
    dynamicProgramCells: 300_000, relaxationSteps: 16, work: 150_000, targetGap: 1e-9)
}

/// A problem large enough to be interesting and small enough for a debug build.
enum SampleProblem {
  /// Options in two classes with tiered fees, two kinds of tokens in the first and one in the
  /// second, offers and successes correlated through a factor.
  static func make(
    options count: Int = 36, nodes: Int = 4, seed: UInt64 = 5, equalUtilities: Bool = false,
    limits: PortfolioLimits? = nil
  ) -> PortfolioProblem {
    let rule = QuadratureRule.gaussHermite(count: nodes)
    let options = (0..<count).map { index -> PortfolioOption in
      var random = CounterRandom(seed: seed, entity: UInt64(index))
      let standing = random.normal()
      let base = -2 - 0.7 * standing + 0.4 * random.normal()
      let classIndex = index % 3 == 2 ? 1 : 0
      let lifts = classIndex == 0 ? [0, 0.9, 1.6] : [0, 1]
      return PortfolioOption(
        id: "option \(index)",
        utility: equalUtilities ? 1 : 0.3 + 0.7 * logistic(standing + 0.3 * random.normal()),
        classIndex: classIndex,
        variants: lifts.map { lift in
          PortfolioVariant(
            offer: rule.nodes.map { logistic(base + lift + 0.8 * $0) },
            successAfterOffer: rule.nodes.map { logistic(-0.8 + 0.3 * $0) })
        })
    }
    let schedule = FeeSchedule(steps: [.init(through: 6, each: 11), .init(each: 30)])
    return PortfolioProblem(
      options: options, nodeWeights: rule.weights, fees: [schedule, schedule],
      limits: limits
        ?? PortfolioLimits(
          budget: 260, classes: [ClassLimits(tokens: [3, 1]), ClassLimits(tokens: [2])]))
  }

  /// Independent options of one variant, each with a cost.
  static func independent(
    options count: Int, seed: UInt64, budget: Int? = nil, most: Int? = nil, costs: Bool = true
  ) -> PortfolioProblem {
    let options = (0..<count).map { index -> PortfolioOption in
      var random = CounterRandom(seed: seed, entity: UInt64(index))
      let utility = 10 + 90 * random.uniform()
      return PortfolioOption(
        id: "option \(index)", utility: utility,
        chance: min(0.9, (5 + 20 * random.uniform()) / utility),
        cost: costs ? 5 + random.integer(below: 15) : 0)
    }
    return PortfolioProblem(
      options: options, limits: PortfolioLimits(budget: budget, count: most))
  }
}
