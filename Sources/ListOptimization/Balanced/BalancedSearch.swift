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

    /// What it is worth where a success counts for itself.
    func value(_ weight: Double) -> Double { objective + weight * chance }
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
  /// ``smallGap`` is worth narrowing, unless more than the usual work is asked for.
  static let few = 48
  static let smallGap = 1e-3

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
  /// The smallest bound so far, and the weight that gave it.
  private(set) var bound = Double.infinity
  private var weight = 0.0
  var exactWork = 0

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

  var isSmall: Bool { candidates.count <= Self.few }

  /// Whether the last per mille is worth more work than all that went before.
  static func wantsProof(options: Int, _ effort: SolverEffort) -> Bool {
    options <= few || effort.work > SolverEffort.standard.work
  }

  /// What the bound need not be better by.
  func fine(_ value: Double) -> Double {
    max(isSmall ? 1e-9 : Self.smallGap, effort.targetGap) * abs(value)
  }

  mutating func note(_ most: Double, at weight: Double) {
    let found = most - weight * floor
    guard found < bound else { return }
    bound = found
    self.weight = weight
  }

  mutating func point(_ list: ListState) -> Point {
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

  /// Bounds the problem at a weight by a few steps of the relaxation, and finds a list.
  mutating func relaxed(
    _ weighted: PreparedPortfolio, _ weight: Double, _ turn: Int, near points: [Point]
  ) -> Point {
    if turn > 0 { run.restrict(weighted, to: region, shares: run.relaxation.share) }
    let known = points.map { $0.objective + weight * min($0.chance, floor) }.max()
    run.run(
      weighted, in: region, steps: min(effort.relaxationSteps, turn == 0 ? 10 : 4),
      target: known ?? -.infinity)
    note(run.bound, at: weight)
    // Later on, the lists on either side of the floor are better starts than a new one.
    let isNew =
      turn < 2
      && search.round(weighted, region, candidates, shares: run.relaxation.share, rule: rule)
    let rounded = isNew ? search.objective(weighted) : -.infinity
    let best = points.max { $0.value(weight) < $1.value(weight) }
    if let best, best.value(weight) > rounded { search.restart(weighted, from: best.list) }
    search.improve(
      weighted, region, candidates: run.shortlist(weighted, limits, region, candidates),
      rule: rule, workLimit: search.work + share * effort.work / 16)
    return point(search.list)
  }

  /// How much more a move may cost under a cap on offers.
  private var share: Int { limits.offerCap == nil ? 1 : 3 }

  private var rule: ListSearch.Rule {
    .priced(money: run.prices.money + worth.feeWeight, token: run.prices.token)
  }

  /// The worthiest list that exchange moves lead to from either side of the floor.
  private mutating func exchanged(_ high: Point, _ low: Point?) -> Point {
    var best = high
    if run.work == 0 {
      // So far exact methods have spared the relaxation, but the shortlist is made from it.
      run.run(
        worth.weighting(matches: weight), in: region, steps: min(effort.relaxationSteps, 4),
        target: -.infinity)
    }
    let short = run.shortlist(worth, limits, region, candidates)
    for start in [low, high].compactMap({ $0 }) {
      exchange.restart(from: start.list)
      for factor in [3.0, 1000] {
        exchange.penalty = factor * (weight + abs(high.objective))
        exchange.improve(candidates: short, workLimit: exchange.work + share * effort.work / 16)
        if exchange.keepsFloor { break }
      }
      if exchange.keepsFloor, exchange.objective > best.objective {
        best = Point(
          list: exchange.list, objective: exchange.objective, chance: exchange.chance)
      }
      if best.objective >= bound - fine(bound) { break }
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
    let gap = max(
      effort.targetGap,
      Self.wantsProof(options: candidates.count, effort) ? 0 : Self.smallGap)
    if !isNear(gap), outcome.work < (isSmall ? effort.work : effort.work / 4),
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
      tree.solve(workLimit: effort.work - outcome.work, targetGap: gap)
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
