extension ListSearch {
  /// Smallest rise of the objective that counts as one.
  static func threshold(_ objective: Double) -> Double { 1e-12 * max(1, abs(objective)) }

  /// Makes exchange moves until none of them helps or the work is used up: tokens between
  /// members, then each member in turn for the best of the candidates.
  ///
  /// Returns whether the list got better.
  @discardableResult
  mutating func improve(
    _ problem: PreparedPortfolio, _ region: SearchRegion, candidates: [Int], rule: Rule,
    workLimit: Int
  ) -> Bool {
    var isBetter = false
    while work < workLimit {
      var didMove = useFreeTokens(problem, region)
      if moveTokens(problem, region, workLimit: workLimit) { didMove = true }
      if exchangeMembers(
        problem, region, candidates: candidates, rule: rule, workLimit: workLimit)
      {
        didMove = true
      }
      guard didMove else { break }
      isBetter = true
    }
    return isBetter
  }

  /// Gives tokens that are left to the members that gain most.
  mutating func useFreeTokens(_ problem: PreparedPortfolio, _ region: SearchRegion) -> Bool {
    var didMove = false
    while true {
      guard zip(list.tokensUsed, limits.tokens).contains(where: { $0 < $1 }) else { break }
      var best: (gain: Double, position: Int, variant: Int)?
      for (index, position) in list.members.enumerated() {
        let first = problem.firstRow[position]
        let u = problem.utility[position]
        let now = list.variantAt[position]
        var current: Double?
        for row in (first + 1)..<max(first + 1, problem.firstRow[position + 1])
        where region.isAllowed[row] && row - first != now
          && list.hasToken(position, row - first, problem, limits)
        {
          let base =
            current
            ?? tables.replacementGain(problem, row: first + now, utility: u, index: index)
          current = base
          work += nodeWork
          let gain =
            tables.replacementGain(problem, row: row, utility: u, index: index) - base
          if gain > (best?.gain ?? 0) { best = (gain, position, row - first) }
        }
      }
      guard let best, best.gain > Self.threshold(tables.value) else { break }
      list.change(best.position, to: best.variant, problem)
      refresh(problem)
      didMove = true
    }
    return didMove
  }

  /// Swaps the variants of two members of a class where that gains.
  private mutating func moveTokens(
    _ problem: PreparedPortfolio, _ region: SearchRegion, workLimit: Int
  ) -> Bool {
    var didMove = false
    for position in list.members where list.variantAt[position] > 0 {
      let variant = list.variantAt[position]
      let first = problem.firstRow[position]
      for row in first..<problem.firstRow[position + 1]
      where region.isAllowed[row] && row - first != variant {
        guard work < workLimit else { return didMove }
        let other = row - first
        let before = tables.value
        list.change(position, to: other, problem)
        refresh(problem)
        var best: (gain: Double, position: Int)?
        for (index, partner) in list.members.enumerated()
        where partner != position && list.variantAt[partner] == other
          && problem.classOf[partner] == problem.classOf[position]
        {
          let start = problem.firstRow[partner]
          guard start + variant < problem.firstRow[partner + 1],
            region.isAllowed[start + variant]
          else { continue }
          work += 2 * nodeWork
          let u = problem.utility[partner]
          let gain =
            tables.replacementGain(problem, row: start + variant, utility: u, index: index)
            - tables.replacementGain(problem, row: start + other, utility: u, index: index)
          if gain > (best?.gain ?? -Double.infinity) { best = (gain, partner) }
        }
        if let best, tables.value + best.gain > before + Self.threshold(before) {
          list.change(best.position, to: variant, problem)
          refresh(problem)
          didMove = true
          break
        }
        list.change(position, to: variant, problem)
        refresh(problem)
      }
    }
    return didMove
  }

  /// Takes each member out in turn, the least useful first, and fills up again.
  private mutating func exchangeMembers(
    _ problem: PreparedPortfolio, _ region: SearchRegion, candidates: [Int], rule: Rule,
    workLimit: Int
  ) -> Bool {
    var didMove = false
    let contributions = list.members.enumerated().map { index, position in
      (
        position,
        tables.replacementGain(
          problem, row: problem.firstRow[position] + list.variantAt[position],
          utility: problem.utility[position], index: index)
      )
    }
    let turns = contributions.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 < $1.1 }
    for (position, _) in turns where !region.isRequired[position] {
      guard work < workLimit else { break }
      let saved = list
      let before = objective(problem)
      let others = candidates.filter { $0 != position }
      let hadToken = list.variantAt[position] > 0
      list.remove(position, problem)
      refresh(problem)
      fill(problem, region, candidates: others, rule: rule)
      if hadToken { _ = useFreeTokens(problem, region) }
      if objective(problem) > before + Self.threshold(before) {
        didMove = true
        continue
      }
      if hadToken {
        // The token may do more for a member than for the newcomer.
        list = saved
        list.remove(position, problem)
        refresh(problem)
        _ = useFreeTokens(problem, region)
        fill(problem, region, candidates: others, rule: rule)
        if objective(problem) > before + Self.threshold(before) {
          didMove = true
          continue
        }
      }
      list = saved
      refresh(problem)
    }
    return didMove
  }
}
