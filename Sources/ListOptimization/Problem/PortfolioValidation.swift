/// The checks that every problem and every set of limits passes before anything is computed.
enum PortfolioValidation {
  private static let largestAmount = 1_000_000_000_000

  static func check(_ problem: PortfolioProblem) throws(PortfolioError) {
    guard !problem.options.isEmpty else { throw .noOptions }
    guard problem.outsideValue.isFinite, problem.outsideValue >= 0 else {
      throw .invalidOutsideValue(problem.outsideValue)
    }
    guard problem.feeWeight.isFinite, problem.feeWeight >= 0 else {
      throw .invalidFeeWeight(problem.feeWeight)
    }
    try checkWeights(problem.nodeWeights)
    for (index, fees) in problem.fees.enumerated() { try check(fees, classIndex: index) }
    var seen: Set<String> = []
    seen.reserveCapacity(problem.options.count)
    for option in problem.options {
      guard seen.insert(option.id).inserted else { throw .duplicateID(option.id) }
      try check(option, nodes: problem.nodeWeights.count, classCount: problem.fees.count)
    }
    try check(problem.limits)
  }

  static func check(_ limits: PortfolioLimits) throws(PortfolioError) {
    try check(limits.budget, "budget")
    try check(limits.count, "count")
    try check(limits.offerCap, "offerCap")
    for (index, limit) in limits.classes.enumerated() {
      try check(limit.count, "count of class \(index)")
      for (kind, tokens) in limit.tokens.enumerated() {
        try check(tokens, "tokens of kind \(kind + 1) in class \(index)")
      }
    }
  }

  private static func check(_ limit: Int?, _ name: String) throws(PortfolioError) {
    if let limit, limit < 0 { throw .invalidLimit(name: name, value: limit) }
  }

  private static func checkWeights(_ weights: [Double]) throws(PortfolioError) {
    guard !weights.isEmpty else { throw .invalidNodeWeights(reason: "there are none") }
    var sum = 0.0
    for (index, weight) in weights.enumerated() {
      guard weight >= 0, weight.isFinite else {
        throw .invalidNodeWeights(reason: "weight \(index) is \(weight)")
      }
      sum += weight
    }
    guard abs(sum - 1) <= 1e-6 else {
      throw .invalidNodeWeights(reason: "they sum to \(sum)")
    }
  }

  private static func check(
    _ fees: FeeSchedule, classIndex: Int
  ) throws(PortfolioError) {
    let amounts = 0...largestAmount
    guard amounts.contains(fees.fixed) else {
      throw .invalidFees(classIndex: classIndex, reason: "the fixed part is \(fees.fixed)")
    }
    var end = 0
    for (index, step) in fees.steps.enumerated() {
      guard amounts.contains(step.each) else {
        throw .invalidFees(
          classIndex: classIndex, reason: "step \(index) costs \(step.each) apiece")
      }
      if let through = step.through {
        guard through >= end else {
          throw .invalidFees(
            classIndex: classIndex, reason: "step \(index) ends at \(through), before it begins")
        }
        end = through
      } else if index < fees.steps.count - 1 {
        throw .invalidFees(
          classIndex: classIndex, reason: "step \(index) has no end but another follows it")
      }
    }
  }

  private static func check(
    _ option: PortfolioOption, nodes: Int, classCount: Int
  ) throws(PortfolioError) {
    guard option.utility.isFinite, option.utility >= 0 else {
      throw .invalidUtility(option: option.id, value: option.utility)
    }
    guard (0...largestAmount).contains(option.cost) else {
      throw .invalidCost(option: option.id, value: option.cost)
    }
    guard (0..<classCount).contains(option.classIndex) else {
      throw .unknownClass(
        option: option.id, index: option.classIndex, classCount: classCount)
    }
    guard !option.variants.isEmpty else { throw .noVariant(option: option.id) }
    if case .includeVariant(let variant) = option.requirement,
      !option.variants.indices.contains(variant)
    {
      throw .unknownVariant(
        option: option.id, variant: variant, variantCount: option.variants.count)
    }
    for (index, variant) in option.variants.enumerated() {
      try check(variant, index: index, option: option.id, nodes: nodes)
    }
  }

  private static func check(
    _ variant: PortfolioVariant, index: Int, option: String, nodes: Int
  ) throws(PortfolioError) {
    guard variant.chance.count == nodes else {
      throw .wrongNodeCount(
        option: option, variant: index, found: variant.chance.count, expected: nodes)
    }
    for (node, chance) in variant.chance.enumerated() {
      guard chance >= 0, chance <= 1 else {
        throw .invalidChance(option: option, variant: index, node: node, value: chance)
      }
    }
    guard let offer = variant.offer else { return }
    guard offer.count == nodes else {
      throw .wrongNodeCount(
        option: option, variant: index, found: offer.count, expected: nodes)
    }
    for (node, chance) in offer.enumerated() {
      guard chance >= 0, chance <= 1 else {
        throw .invalidChance(option: option, variant: index, node: node, value: chance)
      }
      guard variant.chance[node] <= chance * (1 + 1e-12) + 1e-15 else {
        throw .successWithoutOffer(option: option, variant: index, node: node)
      }
    }
  }
}
