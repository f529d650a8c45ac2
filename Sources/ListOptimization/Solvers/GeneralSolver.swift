/// The general method: greedy list, relaxation and its prices, rounding, exchange, branching.
struct GeneralSolver {
  let problem: PreparedPortfolio
  let limits: ResourceLimits
  let effort: SolverEffort
  /// Whether no option was left out as dominated.
  ///
  /// Under a cap on offers only the relaxation covers those, so there branching could not claim
  /// anything of all lists.
  let isWhole: Bool

  init(
    problem: PreparedPortfolio, limits: ResourceLimits, effort: SolverEffort, isWhole: Bool = true
  ) {
    self.isWhole = isWhole
    var problem = problem
    problem.layOutHazards()
    self.problem = problem
    self.limits = limits
    self.effort = effort
  }

  /// A list with its certificate, in values above the outside value.
  struct Outcome {
    var list: ListState
    var objective: Double
    var bound: Double
    var proof: PortfolioProof
    var work: Int
  }

  /// How far above a list's objective its bound may lie for the list to count as optimal: the gap
  /// asked for, or what rounding makes indistinguishable.
  static func tolerance(_ objective: Double, gap: Double) -> Double {
    max(gap, 1e-9) * abs(objective) + 1e-13
  }

  /// The best list found and its bound; `nil` if no list with the required options was found.
  func solve(startingFrom given: ListState? = nil) -> Outcome? {
    let region = SearchRegion(problem, limits)
    let candidates = (0..<problem.count).filter { region.choices($0, problem) > 0 }
    var search = ListSearch(problem, limits)
    var kept = Kept()
    var rules: [ListSearch.Rule] = [.density]
    // Where prices differ, a dear option of great gain can beat all that are cheap for their gain.
    if problem.cost.contains(where: { $0 != problem.cost.first }) { rules.append(.gain) }
    for rule in rules {
      search.restart(problem, from: ListState(problem))
      if search.addRequired(problem, region, rule: rule) {
        search.fill(problem, region, candidates: candidates, rule: rule)
        kept.take(search, problem)
      }
    }
    if let given, given.brokenLimit(problem, limits) == nil, region.contains(given, problem) {
      search.restart(problem, from: given)
      search.fill(problem, region, candidates: candidates, rule: .density)
      kept.take(search, problem)
    }
    guard let start = kept.list else { return nil }
    var run = RelaxationRun(problem, limits, start: start)
    run.run(
      problem, in: region, steps: effort.relaxationSteps,
      target: kept.objective + Self.tolerance(kept.objective, gap: effort.targetGap))
    let rule = ListSearch.Rule.priced(
      money: run.prices.money + problem.feeWeight, token: run.prices.token)
    polish(&search, &kept, region, candidates, run, rule)
    guard let list = kept.list else { return nil }
    var outcome = Outcome(
      list: list, objective: kept.objective, bound: max(run.bound, kept.objective),
      proof: .concaveRelaxation, work: search.work + run.work)
    let near = Self.tolerance(outcome.objective, gap: 0)
    if outcome.bound > outcome.objective + Self.tolerance(kept.objective, gap: effort.targetGap),
      outcome.work < effort.work, isWhole || limits.offerCap == nil
    {
      var tree = BranchAndBound(
        problem, limits, incumbent: list, objective: kept.objective, root: run)
      tree.solve(workLimit: effort.work - outcome.work, targetGap: effort.targetGap)
      outcome.list = tree.best
      outcome.objective = tree.objective
      outcome.bound = max(tree.bound, tree.objective)
      outcome.work += tree.work
      if tree.isExhausted { outcome.proof = .branchAndBound }
    } else if outcome.bound <= outcome.objective + near {
      outcome.bound = outcome.objective
      outcome.proof = .branchAndBound
    }
    return outcome
  }

  /// The best list so far.
  private struct Kept {
    var list: ListState?
    var objective = -Double.infinity

    mutating func take(_ search: ListSearch, _ problem: PreparedPortfolio) {
      let found = search.objective(problem)
      if list == nil || found > objective {
        list = search.list
        objective = found
      }
    }
  }

  /// Rounds the relaxed list by its prices, then improves both lists by exchange.
  private func polish(
    _ search: inout ListSearch, _ kept: inout Kept, _ region: SearchRegion, _ candidates: [Int],
    _ run: RelaxationRun, _ rule: ListSearch.Rule
  ) {
    let greedy = kept.list
    var rounded: ListState?
    if search.round(problem, region, candidates, shares: run.relaxation.share, rule: rule) {
      kept.take(search, problem)
      rounded = search.list
    }
    let short = run.shortlist(problem, limits, region, candidates)
    for list in [rounded, greedy].compactMap({ $0 }) {
      let isDone = kept.objective >= run.bound * (1 - effort.targetGap)
      guard !isDone else { break }
      search.restart(problem, from: list)
      search.improve(
        problem, region, candidates: short, rule: rule,
        workLimit: search.work + effort.work / 4)
      kept.take(search, problem)
      // A second start pays where the first one ended far from the bound.
      if kept.objective > run.bound * (1 - 2e-4) { break }
    }
  }
}
