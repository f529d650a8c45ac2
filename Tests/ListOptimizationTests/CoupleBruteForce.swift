import ListOptimization
import SmartPickNumerics

/// The slow and obvious way for couples: every two lists, valued over every way their luck can fall.
enum CoupleBruteForce {
  /// The best two lists; both without required options.
  static func best(_ problem: CoupleProblem) -> (value: Double, lists: CoupleLists) {
    var best = (value: -1.0, lists: CoupleLists(first: [], second: []))
    let own = lists(problem.first.portfolio)
    let other = lists(problem.second.portfolio)
    for first in own {
      for second in other {
        let value = value(CoupleLists(first: first, second: second), problem)
        if value > best.value { best = (value, CoupleLists(first: first, second: second)) }
      }
    }
    return best
  }

  /// Every list that keeps the limits; options of one class, so order plays no part.
  static func lists(_ problem: PortfolioProblem) -> [[PortfolioChoice]] {
    var all: [[PortfolioChoice]] = [[]]
    for (index, option) in problem.options.enumerated() {
      all += all.flatMap { list in
        option.variants.indices.map { list + [PortfolioChoice(option: index, variant: $0)] }
      }
    }
    return all.filter { keepsLimits($0, problem) }
  }

  static func keepsLimits(_ list: [PortfolioChoice], _ problem: PortfolioProblem) -> Bool {
    let limits = problem.limits
    let tokens = limits.classes.first?.tokens ?? []
    for variant in 1..<4 {
      let used = list.count { $0.variant == variant }
      if used > (variant <= tokens.count ? tokens[variant - 1] : 0) { return false }
    }
    return list.count <= limits.count ?? .max
      && BruteForce.fee(list, problem) <= limits.budget ?? .max
  }

  /// The exact joint value, from the definition.
  static func value(_ lists: CoupleLists, _ problem: CoupleProblem) -> Double {
    let own = openings(lists.first, problem.first.portfolio)
    let other = openings(lists.second, problem.second.portfolio)
    var value = 0.0
    for (first, chance) in own {
      for (second, otherChance) in other {
        value += chance * otherChance * worth(first, second, problem)
      }
    }
    return value
  }

  private static func worth(_ first: [Int], _ second: [Int], _ problem: CoupleProblem) -> Double {
    var best = 0.0
    func own(_ p: Int) -> Double {
      problem.first.weight * problem.first.portfolio.options[p].utility
    }
    func other(_ q: Int) -> Double {
      problem.second.weight * problem.second.portfolio.options[q].utility
    }
    for p in first { best = max(best, problem.worthAlone * own(p)) }
    for q in second { best = max(best, problem.worthAlone * other(q)) }
    for p in first {
      for q in second {
        let near = problem.togetherness[problem.first.places[p]][problem.second.places[q]]
        best = max(best, own(p) + other(q) + near)
      }
    }
    return best
  }

  /// Every set of open options with its chance; offers past the cap are declined from the end.
  private static func openings(
    _ list: [PortfolioChoice], _ problem: PortfolioProblem
  ) -> [([Int], Double)] {
    var result: [[Int]: Double] = [:]
    for (node, weight) in problem.nodeWeights.enumerated() {
      var states: [(open: [Int], offers: Int, chance: Double)] = [([], 0, weight)]
      for choice in list {
        let variant = problem.options[choice.option].variants[choice.variant]
        let offer = (variant.offer ?? variant.chance)[node]
        let success = variant.chance[node]
        states = states.flatMap { state in
          guard state.offers < problem.limits.offerCap ?? .max else { return [state] }
          return [
            (state.open, state.offers, state.chance * (1 - offer)),
            (state.open, state.offers + 1, state.chance * (offer - success)),
            (state.open + [choice.option], state.offers + 1, state.chance * success),
          ]
        }
      }
      for state in states where state.chance > 0 { result[state.open, default: 0] += state.chance }
    }
    return result.map { ($0.key, $0.value) }
  }
}

/// Small random couples, each from a number.
enum RandomCouple {
  static func make(_ number: Int, cap: Int? = nil, options: Int = 4) -> CoupleProblem {
    var random = CounterRandom(seed: 0xC0DE, entity: UInt64(number))
    let places = 3
    func partner() -> CoupleProblem.Partner {
      let nodes = 1 + random.integer(below: 2)
      let weights = nodes == 1 ? [1] : [0.3, 0.7]
      let all = (0..<options).map { index in
        let base = 0.1 + 0.6 * random.uniform()
        let success = 0.3 + 0.7 * random.uniform()
        let variants = (0..<2).map { variant in
          PortfolioVariant(
            offer: (0..<nodes).map { node in
              min(1, base * (node == 0 ? 0.5 : 1.2) * (1 + 0.5 * Double(variant)))
            }, successAfterOffer: (0..<nodes).map { _ in success })
        }
        return PortfolioOption(
          id: "option \(index)", utility: 0.3 + 0.7 * random.uniform(), variants: variants)
      }
      let limits = PortfolioLimits(
        budget: random.bernoulli(0.5) ? 2 : nil, count: 2, offerCap: cap,
        classes: [ClassLimits(tokens: [1])])
      return CoupleProblem.Partner(
        portfolio: PortfolioProblem(
          options: all, nodeWeights: weights, fees: [.flat(1)], limits: limits),
        places: all.indices.map { _ in random.integer(below: places) }, weight: 0.5)
    }
    let first = partner()
    let second = partner()
    let togetherness = (0..<places).map { a in
      (0..<places).map { b in a == b ? 0.5 : (a + b == 1 ? 0.2 : 0) }
    }
    return CoupleProblem(
      first: first, second: second, togetherness: togetherness, togetherFrom: 0.4,
      worthAlone: random.bernoulli(0.5) ? 1 : 0.6)
  }
}
