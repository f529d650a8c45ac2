import ListOptimization

/// The slow and obvious way: every list there is, valued from the definition.
enum BruteForce {
  struct Best {
    var objective = -Double.infinity
    var choices: [PortfolioChoice] = []
    var lists = 0
  }

  /// The best list under the limits, or none if the required options cannot be had.
  static func solve(_ problem: PortfolioProblem) -> Best {
    var best = Best()
    forEachList(problem) { list in
      best.lists += 1
      let objective = value(list, problem) - problem.feeWeight * Double(fee(list, problem))
      if objective > best.objective {
        best.objective = objective
        best.choices = list
      }
    }
    return best
  }

  /// Calls `body` with every list under the limits.
  static func forEachList(_ problem: PortfolioProblem, _ body: ([PortfolioChoice]) -> Void) {
    var list: [PortfolioChoice] = []
    func visit(_ option: Int) {
      guard option < problem.options.count else {
        if keepsLimits(list, problem) { body(list) }
        return
      }
      let item = problem.options[option]
      var canSkip = true
      var variants = Array(item.variants.indices)
      switch item.requirement {
      case .free: break
      case .exclude: variants = []
      case .include: canSkip = false
      case .includeVariant(let only):
        canSkip = false
        variants = [only]
      }
      if canSkip { visit(option + 1) }
      for variant in variants {
        list.append(PortfolioChoice(option: option, variant: variant))
        visit(option + 1)
        list.removeLast()
      }
    }
    visit(0)
  }

  static func fee(_ list: [PortfolioChoice], _ problem: PortfolioProblem) -> Int {
    var counts = [Int](repeating: 0, count: problem.fees.count)
    var total = 0
    for choice in list {
      counts[problem.options[choice.option].classIndex] += 1
      total += problem.options[choice.option].cost
    }
    for (index, count) in counts.enumerated() where count > 0 {
      // Position by position, from the meaning of a schedule.
      total += problem.fees[index].fixed
      let steps = problem.fees[index].steps
      for position in 1...count {
        let step = steps.first { ($0.through ?? .max) >= position } ?? steps.last
        total += step?.each ?? 0
      }
    }
    return total
  }

  static func keepsLimits(_ list: [PortfolioChoice], _ problem: PortfolioProblem) -> Bool {
    let limits = problem.limits
    if let count = limits.count, list.count > count { return false }
    if let budget = limits.budget, fee(list, problem) > budget { return false }
    for index in problem.fees.indices {
      let own = list.filter { problem.options[$0.option].classIndex == index }
      let limit = index < limits.classes.count ? limits.classes[index] : ClassLimits()
      if let count = limit.count, own.count > count { return false }
      for kind in 1..<10 {
        let used = own.filter { $0.variant == kind }.count
        if used > (kind <= limit.tokens.count ? limit.tokens[kind - 1] : 0) { return false }
      }
    }
    return true
  }

  /// E[max(outside, best success)], by recursion over the outcomes at each node.
  static func value(_ list: [PortfolioChoice], _ problem: PortfolioProblem) -> Double {
    let ordered = list.sorted {
      let u = problem.options[$0.option].utility
      let v = problem.options[$1.option].utility
      return u == v ? $0.option < $1.option : u > v
    }
    var total = 0.0
    for (node, weight) in problem.nodeWeights.enumerated() {
      func rest(_ index: Int, _ places: Int) -> Double {
        guard index < ordered.count, places > 0 else { return problem.outsideValue }
        let option = problem.options[ordered[index].option]
        let variant = option.variants[ordered[index].variant]
        let q = variant.chance[node]
        let worth = max(option.utility, problem.outsideValue)
        if problem.limits.offerCap == nil {
          return q * worth + (1 - q) * rest(index + 1, places)
        }
        let o = variant.offer?[node] ?? q
        return (1 - o) * rest(index + 1, places) + q * worth
          + (o - q) * rest(index + 1, places - 1)
      }
      total += weight * rest(0, problem.limits.offerCap ?? .max)
    }
    return total
  }
}
