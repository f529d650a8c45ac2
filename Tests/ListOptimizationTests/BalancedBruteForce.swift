import ListOptimization

extension BruteForce {
  /// What there is to know of a problem's lists for a balanced aim.
  struct Balanced {
    /// The best chance of any success.
    var bestChance = -Double.infinity
    /// Objective and chance of every list under the limits.
    var lists: [(objective: Double, chance: Double)] = []

    /// The best objective of a list of at least this chance.
    func best(chance: Double) -> Double {
      lists.filter { $0.chance >= chance - 1e-9 }.map(\.objective).max() ?? -.infinity
    }
  }

  /// Every list under the limits, valued from the definition.
  static func balanced(_ problem: PortfolioProblem) -> Balanced {
    var result = Balanced()
    forEachList(problem) { list in
      let objective = value(list, problem) - problem.feeWeight * Double(fee(list, problem))
      let chance = chance(list, problem)
      result.bestChance = max(result.bestChance, chance)
      result.lists.append((objective, chance))
    }
    return result
  }

  /// P(any success), with offers beyond the cap declined from the least preferred up.
  static func chance(_ list: [PortfolioChoice], _ problem: PortfolioProblem) -> Double {
    let ordered = list.sorted {
      let u = problem.options[$0.option].utility
      let v = problem.options[$1.option].utility
      return u == v ? $0.option < $1.option : u > v
    }
    var total = 0.0
    for (node, weight) in problem.nodeWeights.enumerated() {
      func rest(_ index: Int, _ places: Int) -> Double {
        guard index < ordered.count, places > 0 else { return 0 }
        let variant = problem.options[ordered[index].option].variants[ordered[index].variant]
        let q = variant.chance[node]
        guard problem.limits.offerCap != nil else {
          return q + (1 - q) * rest(index + 1, places)
        }
        let o = variant.offer?[node] ?? q
        return (1 - o) * rest(index + 1, places) + q + (o - q) * rest(index + 1, places - 1)
      }
      total += weight * rest(0, problem.limits.offerCap ?? .max)
    }
    return total
  }
}
