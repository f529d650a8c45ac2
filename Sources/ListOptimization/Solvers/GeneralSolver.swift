/// The general method: greedy list, exchange moves, concave relaxation, rounding, branching.
struct GeneralSolver {
  let problem: PreparedPortfolio
  let limits: ResourceLimits
  let effort: SolverEffort

  struct Outcome {
    var list: ListState
    var objective: Double
    var bound: Double
    var proof: PortfolioProof
    var work: Int
  }

  func solve(startingFrom given: ListState?) -> Outcome? {
    let region = SearchRegion(problem, limits)
    let candidates = (0..<problem.count).filter { region.choices($0, problem) > 0 }
    var search = ListSearch(problem, limits)
    var best: ListState?
    var bestObjective = -Double.infinity
    func keep(_ search: ListSearch) {
      let objective = search.objective(problem)
      if objective > bestObjective + 1e-15 * abs(bestObjective) || best == nil {
        best = search.list
        bestObjective = objective
      }
    }
    if search.addRequired(problem, region, rule: .density) {
      search.fill(problem, region, candidates: candidates, rule: .density)
      keep(search)
    }
    guard let start = best else { return nil }
    var run = RelaxationRun(problem, limits, start: start)
    let target = bestObjective + effort.targetGap * abs(bestObjective)
    run.run(problem, in: region, steps: effort.relaxationSteps, target: target)
    let rule = ListSearch.Rule.priced(
      money: run.prices.money + problem.feeWeight, token: run.prices.token)
    // Round: what the relaxation holds for the most part, then the rest by price.
    search.restart(problem, from: ListState(problem))
    if search.addRequired(problem, region, rule: rule) {
      let shares = run.relaxation.share
      let held = candidates.filter { position in
        var sum = 0.0
        for row in problem.firstRow[position]..<problem.firstRow[position + 1] {
          sum += shares[row]
        }
        return sum > 0.5
      }
      search.fill(problem, region, candidates: held, rule: rule)
      search.fill(problem, region, candidates: candidates, rule: rule)
      keep(search)
    }
    if let best { search.restart(problem, from: best) }
    let short = shortlist(search, region, candidates, run)
    search.improve(
      problem, region, candidates: short, rule: rule, workLimit: search.work + effort.work)
    keep(search)
    guard let best else { return nil }
    return Outcome(
      list: best, objective: bestObjective, bound: max(run.bound, bestObjective),
      proof: .concaveRelaxation, work: search.work + run.work)
  }

  private func shortlist(
    _ search: ListSearch, _ region: SearchRegion, _ candidates: [Int], _ run: RelaxationRun
  ) -> [Int] {
    if candidates.count <= 48 { return candidates }
    var scored: [(score: Double, position: Int)] = []
    for position in candidates {
      var best = -Double.infinity
      for row in problem.firstRow[position]..<problem.firstRow[position + 1]
      where region.isAllowed[row] {
        let kind = problem.tokenKind(at: position, variant: row - problem.firstRow[position])
        let price = kind.map { run.prices.token[$0] } ?? 0
        best = max(best, run.relaxation.gradient[row] - price)
      }
      if search.list.contains(position) { continue }
      scored.append((best, position))
    }
    scored.sort { $0.score == $1.score ? $0.position < $1.position : $0.score > $1.score }
    return scored.prefix(40).map(\.position).sorted()
  }
}
