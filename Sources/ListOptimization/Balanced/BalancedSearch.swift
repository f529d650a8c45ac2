/// Looks for the worthiest list among those whose chance of any success keeps a floor.
///
/// For a weight λ ≥ 0 let W(λ) be the most that U + λ · P can be: the plain problem with λ added to
/// the worth of every place. No list with P ≥ floor is worth more than W(λ) − λ · floor, whatever λ
/// (Everett 1963). That bound is convex in λ, and λ is found by following the chord between a list
/// that keeps the floor and one that does not: few weights are needed, each goes on from the
/// relaxed list and the prices of the one before, and the bound of each is kept.
///
/// Between the lists that are best at some λ lie others that are best at none (the duality gap);
/// ``BalancedExchange`` looks for those, and ``BranchAndBound`` if work is left.
struct BalancedSearch {
  /// A list with its two values above the outside value.
  struct Point {
    var list: ListState
    var objective: Double
    var chance: Double
  }

  /// A list with its certificate, in values above the outside value.
  struct Outcome {
    var best: Point
    var bound: Double
    var proof: PortfolioProof
    var weight: Double
    var work: Int
  }

  /// Up to so many options the list is proven best if the work allows it; of more, only a gap above
  /// ``smallGap`` is worth branching.
  private static let few = 48
  private static let smallGap = 1e-3

  let worth: PreparedPortfolio
  let matching: PreparedPortfolio
  let limits: ResourceLimits
  let effort: SolverEffort
  let floor: Double
  /// Whether no option was left out as dominated; see ``GeneralSolver/isWhole``.
  let isWhole: Bool
  /// The best list of a weighted problem, if some method finds it without a bound.
  let exactList: (PreparedPortfolio) -> (list: ListState, proof: PortfolioProof, work: Int)?

  private let region: SearchRegion
  private let candidates: [Int]
  private var search: ListSearch
  private var exchange: BalancedExchange
  private var run: RelaxationRun
  private var bound = Double.infinity
  private var weight = 0.0
  private var exactWork = 0

  /// - Parameter safest: a list that keeps the floor.
  init(
    worth: PreparedPortfolio, limits: ResourceLimits, effort: SolverEffort, floor: Double,
    isWhole: Bool, safest: ListState,
    exactList:
      @escaping (PreparedPortfolio) -> (list: ListState, proof: PortfolioProof, work: Int)?
  ) {
    var worth = worth
    worth.layOutHazards()
    self.worth = worth
    matching = worth.countingMatches()
    self.limits = limits
    self.effort = effort
    self.floor = floor
    self.isWhole = isWhole
    self.exactList = exactList
    region = SearchRegion(matching, limits)
    let region = region
    candidates = (0..<worth.count).filter { region.choices($0, worth) > 0 }
    search = ListSearch(worth, limits)
    exchange = BalancedExchange(
      worth: worth, matching: matching, limits: limits, region: region, floor: floor)
    run = RelaxationRun(worth, limits, start: safest)
  }

  private mutating func point(_ list: ListState) -> Point {
    exchange.restart(from: list)
    return Point(list: list, objective: exchange.objective, chance: exchange.chance)
  }

  /// The worthiest list found that keeps the floor.
  mutating func solve(safest: ListState) -> Outcome {
    var high = point(safest)
    var low = greedy()
    let proof = followChords(&high, &low)
    if let proof {
      return Outcome(
        best: high, bound: high.objective, proof: proof, weight: 0, work: exactWork)
    }
    let best = exchanged(high, low)
    return certified(best)
  }

  /// The list that grows by worth alone.
  private mutating func greedy() -> Point? {
    search.restart(worth, from: ListState(worth))
    guard search.addRequired(worth, region, rule: .density) else { return nil }
    search.fill(worth, region, candidates: candidates, rule: .density)
    return point(search.list)
  }

  /// Finds the weight; moves `high` and `low` to lists on either side of the floor.
  ///
  /// Returns a proof if `high` is the best of all.
  private mutating func followChords(_ high: inout Point, _ low: inout Point?) -> PortfolioProof? {
    var least = 0.0
    var most = Double.infinity
    var next = 0.0
    if let first = low, first.chance < floor { next = chord(first, high) }
    if let first = low, first.chance >= floor, first.objective > high.objective { high = first }
    for turn in 0..<8 {
      let weighted = worth.weighting(matches: next)
      let found: Point
      if let exact = exactList(weighted) {
        exactWork += exact.work
        found = point(exact.list)
        note(found.objective + next * found.chance, at: next)
        if next == 0, found.chance >= floor {
          high = found
          return exact.proof
        }
      } else {
        found = relaxed(weighted, next, isFirst: turn == 0, high)
      }
      if found.chance >= floor {
        most = min(most, next)
        if found.objective > high.objective { high = found }
        if next == 0 { return nil }
      } else {
        least = max(least, next)
        low = low.map { $0.chance > found.chance && next == 0 ? $0 : found } ?? found
      }
      guard let below = low, below.chance < floor else { return nil }
      let last = next
      next = chord(below, high)
      if !(next > least && next < most) {
        next = most.isFinite ? (least + most) / 2 : max(2 * least, next)
      }
      if abs(next - last) <= 0.02 * max(next, last) { return nil }
      if bound <= high.objective * (1 + effort.targetGap) { return nil }
    }
    return nil
  }

  /// The weight at which two lists are worth the same.
  private func chord(_ low: Point, _ high: Point) -> Double {
    let rise = high.chance - low.chance
    return rise > 0 ? max(0, (low.objective - high.objective) / rise) : 0
  }

  private mutating func note(_ most: Double, at weight: Double) {
    let found = most - weight * floor
    guard found < bound else { return }
    bound = found
    self.weight = weight
  }

  /// Bounds the problem at a weight by a few steps of the relaxation, and rounds.
  private mutating func relaxed(
    _ weighted: PreparedPortfolio, _ weight: Double, isFirst: Bool, _ high: Point
  ) -> Point {
    if !isFirst { run.restrict(weighted, to: region, shares: run.relaxation.share) }
    run.run(
      weighted, in: region, steps: min(effort.relaxationSteps, isFirst ? 10 : 5),
      target: high.objective + weight * floor)
    note(run.bound, at: weight)
    guard
      search.round(
        weighted, region, candidates, shares: run.relaxation.share, rule: rule)
    else { return high }
    return point(search.list)
  }

  private var rule: ListSearch.Rule {
    .priced(money: run.prices.money + worth.feeWeight, token: run.prices.token)
  }

  /// The worthiest list that exchange moves lead to from either side of the floor.
  private mutating func exchanged(_ high: Point, _ low: Point?) -> Point {
    var best = high
    let short = run.shortlist(worth, limits, region, candidates)
    for start in [low, high].compactMap({ $0 }) {
      exchange.restart(from: start.list)
      for factor in [3.0, 1000] {
        exchange.penalty = factor * (weight + abs(high.objective))
        exchange.improve(candidates: short, workLimit: exchange.work + effort.work / 4)
        if exchange.keepsFloor { break }
      }
      if exchange.keepsFloor, exchange.objective > best.objective {
        best = Point(
          list: exchange.list, objective: exchange.objective, chance: exchange.chance)
      }
      if best.objective > bound - 2e-4 * abs(bound) { break }
    }
    return best
  }

  /// Narrows the gap by more steps at the best weight, then by branching.
  private mutating func certified(_ best: Point) -> Outcome {
    var outcome = Outcome(
      best: best, bound: max(bound, best.objective), proof: .concaveRelaxation, weight: weight,
      work: search.work + exchange.work + run.work + exactWork)
    func isNear(_ gap: Double) -> Bool {
      outcome.bound <= outcome.best.objective
        + GeneralSolver.tolerance(outcome.best.objective, gap: gap)
    }
    let target = candidates.count <= Self.few ? 0 : Self.smallGap
    if !isNear(max(target, effort.targetGap)), outcome.work < effort.work,
      isWhole || limits.offerCap == nil
    {
      let weighted = worth.weighting(matches: weight)
      run.restrict(weighted, to: region, shares: run.relaxation.share)
      run.run(
        weighted, in: region, steps: effort.relaxationSteps,
        target: best.objective + weight * floor)
      var tree = BranchAndBound(
        weighted, limits, incumbent: best.list, objective: best.objective + weight * floor,
        root: run, region: region,
        goal: BalancedGoal(matching: matching, limits: limits, floor: floor, weight: weight))
      tree.solve(
        workLimit: effort.work - outcome.work, targetGap: max(target, effort.targetGap))
      outcome.best = point(tree.best)
      outcome.bound = min(outcome.bound, max(tree.bound - weight * floor, outcome.best.objective))
      outcome.work += tree.work
      if tree.isExhausted { outcome.proof = .branchAndBound }
    }
    if isNear(0) {
      outcome.bound = outcome.best.objective
      outcome.proof = .branchAndBound
    }
    return outcome
  }
}
