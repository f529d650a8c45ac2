import ListOptimization
import SmartPickNumerics

/// Small random problems of every kind, each from a number.
enum RandomProblem {
  /// What a problem may have.
  struct Features: Sendable {
    var largestVariantCount = 3
    var nodes = 4
    var isCapped = false
    var options = 6
  }

  static func make(_ number: Int, _ features: Features) -> PortfolioProblem {
    var random = CounterRandom(seed: 0xB0A7, entity: UInt64(number))
    let classCount = 1 + random.integer(below: 3)
    let nodes = 1 + random.integer(below: features.nodes)
    var weights = (0..<nodes).map { _ in 0.1 + random.uniform() }
    let sum = weights.reduce(0, +)
    weights = weights.map { $0 / sum }
    let isSteep = random.bernoulli(0.3)
    let largestChance = random.bernoulli(0.5) ? 0.3 : 1.0
    var options: [PortfolioOption] = []
    for index in 0..<(1 + random.integer(below: features.options)) {
      let variants = (0...random.integer(below: features.largestVariantCount)).map { variant in
        let base = random.uniform() * largestChance
        let chances = (0..<nodes).map { _ -> Double in
          if isSteep && random.bernoulli(0.15) { return random.bernoulli(0.5) ? 0 : 1 }
          return min(1, base * (0.3 + random.uniform()) * (1 + 0.3 * Double(variant)))
        }
        if random.bernoulli(0.5) { return PortfolioVariant(chance: chances) }
        let success = 0.2 + 0.8 * random.uniform()
        return PortfolioVariant(
          offer: chances, successAfterOffer: chances.map { _ in success })
      }
      var requirement = PortfolioOption.Requirement.free
      switch random.integer(below: 20) {
      case 0: requirement = .include
      case 1: requirement = .exclude
      case 2: requirement = .includeVariant(random.integer(below: variants.count))
      default: break
      }
      // Few distinct utilities make ties; some are below the outside value.
      let utility =
        random.bernoulli(0.3)
        ? Double(1 + random.integer(below: 4)) : 0.1 + 5 * random.uniform()
      options.append(
        PortfolioOption(
          id: "option \(index)", utility: utility,
          classIndex: random.integer(below: classCount),
          cost: random.bernoulli(0.4) ? 0 : random.integer(below: 12),
          variants: variants, requirement: requirement))
    }
    if random.bernoulli(0.25) {
      for index in options.indices { options[index].cost = 0 }
    }
    let fees = (0..<classCount).map { _ -> FeeSchedule in
      let each = random.integer(below: 8)
      switch random.integer(below: 4) {
      case 0: return .free
      case 1: return .flat(each)
      case 2:
        return FeeSchedule(steps: [
          .init(through: 1 + random.integer(below: 2), each: each), .init(each: each + 9),
        ])
      default:
        return FeeSchedule(
          fixed: random.integer(below: 10),
          steps: [.init(through: 2, each: each), .init(each: random.integer(below: 12))])
      }
    }
    let limits = PortfolioLimits(
      budget: random.bernoulli(0.6) ? random.integer(below: 50) : nil,
      count: random.bernoulli(0.4) ? random.integer(below: 6) : nil,
      offerCap: features.isCapped ? random.integer(below: 4) : nil,
      classes: (0..<random.integer(below: classCount + 1)).map { _ in
        ClassLimits(
          count: random.bernoulli(0.3) ? random.integer(below: 4) : nil,
          tokens: (0..<random.integer(below: 3)).map { _ in random.integer(below: 3) })
      })
    return PortfolioProblem(
      options: options, nodeWeights: weights,
      outsideValue: random.bernoulli(0.4) ? random.uniform() : 0, fees: fees,
      feeWeight: random.bernoulli(0.3) ? 0.05 * random.uniform() : 0, limits: limits)
  }
}
