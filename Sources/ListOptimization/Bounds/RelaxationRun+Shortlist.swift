extension RelaxationRun {
  /// The options that exchange moves look at: all of few, else those with the best relaxed gain.
  func shortlist(
    _ problem: PreparedPortfolio, _ limits: ResourceLimits, _ region: SearchRegion,
    _ candidates: [Int]
  ) -> [Int] {
    if candidates.count <= 48 { return candidates }
    var scored: [(score: Double, position: Int)] = []
    for position in candidates {
      let first = problem.firstRow[position]
      var best = -Double.infinity
      for row in first..<problem.firstRow[position + 1] where region.isAllowed[row] {
        let kind = problem.tokenKind(at: position, variant: row - first)
        best = max(best, relaxation.gradient[row] - (kind.map { prices.token[$0] } ?? 0))
      }
      let index = problem.classOf[position]
      let price =
        Double(problem.cost[position]) + Double(limits.fee[index].last ?? 0)
        / Double(max(1, limits.fee[index].count - 1))
      scored.append((best - prices.money * price, position))
    }
    scored.sort { $0.score == $1.score ? $0.position < $1.position : $0.score > $1.score }
    // Those far above the margin are on every good list; the doubtful ones follow them.
    let most = (relaxation.support.count) + 40
    return scored.prefix(most).map(\.position).sorted()
  }
}
