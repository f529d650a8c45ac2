/// Splits the lists into smaller and smaller regions until each is bounded away or a single list.
///
/// The region with the largest bound goes first, so the largest bound still waiting is a bound on
/// everything. A region is split at the option that its relaxation is least sure of: on the list
/// or not; or, if it must be on it, in its best variant or not. Bounds are those of the concave
/// relaxation and of submodularity: with R the options already decided for,
/// v(T) ≤ v(R) + Σ over T of the gain of each option on R, maximized under the limits by prices.
struct BranchAndBound {
  private struct Node {
    var region: SearchRegion
    var shares: [Double]
    var bound: Double
    var number: Int
  }

  let problem: PreparedPortfolio
  let limits: ResourceLimits
  private(set) var best: ListState
  private(set) var objective: Double
  /// No list has a larger objective.
  private(set) var bound: Double
  private(set) var work = 0
  private(set) var isExhausted = false

  private var waiting: [Node] = []
  private var created = 0
  private var run: RelaxationRun
  private var search: ListSearch
  private var gains: [Double]
  /// What a list must have beside the limits; its objective is then the goal's.
  private var goal: BalancedGoal?

  init(
    _ problem: PreparedPortfolio, _ limits: ResourceLimits, incumbent: ListState,
    objective: Double, root: RelaxationRun, region: SearchRegion? = nil,
    goal: BalancedGoal? = nil
  ) {
    self.goal = goal
    self.problem = problem
    self.limits = limits
    best = incumbent
    self.objective = objective
    bound = root.bound
    run = root
    search = ListSearch(problem, limits)
    gains = [Double](repeating: 0, count: problem.rowCount)
    push(
      Node(
        region: region ?? SearchRegion(problem, limits), shares: root.relaxation.share,
        bound: root.bound, number: 0))
  }

  /// Branches until nothing is left, the gap is reached, or the work is used up.
  mutating func solve(workLimit: Int, targetGap: Double) {
    while let node = popLargest() {
      bound = min(bound, node.bound)
      guard node.bound > objective + tolerance(gap: targetGap) else {
        bound = max(objective, min(bound, node.bound))
        isExhausted = targetGap <= 1e-9
        if isExhausted { bound = objective }
        return
      }
      guard work < workLimit else { return }
      split(node)
    }
    // Every region has been searched.
    bound = objective
    isExhausted = true
  }

  /// How far above the objective a bound may lie; what a goal adds to both is not counted.
  private func tolerance(gap: Double) -> Double {
    GeneralSolver.tolerance(objective - (goal.map { $0.weight * $0.floor } ?? 0), gap: gap)
  }

  private mutating func split(_ node: Node) {
    guard let (position, row) = branch(node) else {
      evaluateOnly(node.region)
      return
    }
    if node.region.isRequired[position] {
      var only = node.region
      only.restrict(position, to: row - problem.firstRow[position], problem)
      consider(only, node)
      var without = node.region
      without.isAllowed[row] = false
      consider(without, node)
    } else {
      var with = node.region
      with.isRequired[position] = true
      consider(with, node)
      var without = node.region
      without.exclude(position, problem)
      consider(without, node)
    }
  }

  /// The option to split at, and its row of largest share; `nil` if everything is decided.
  private func branch(_ node: Node) -> (position: Int, row: Int)? {
    var best: (position: Int, row: Int)?
    var bestScore = -1.0
    for position in 0..<problem.count {
      let choices = node.region.choices(position, problem)
      let isRequired = node.region.isRequired[position]
      guard choices > (isRequired ? 1 : 0) else { continue }
      var total = 0.0
      var largest = -1.0
      var row = problem.firstRow[position]
      for candidate in problem.firstRow[position]..<problem.firstRow[position + 1]
      where node.region.isAllowed[candidate] {
        total += node.shares[candidate]
        if node.shares[candidate] > largest {
          largest = node.shares[candidate]
          row = candidate
        }
      }
      let part = isRequired ? largest : min(1, total)
      // Halfway is least sure; of whole shares, those on the list come before those off it.
      let score = min(part, 1 - part) * 2 + (part > 0.5 ? 1e-3 : 0) + 1e-6 * part
      if score > bestScore {
        bestScore = score
        best = (position, row)
      }
    }
    return best
  }

  private mutating func consider(_ region: SearchRegion, _ parent: Node) {
    guard mayFit(region) else { return }
    var bound = min(parent.bound, submodularBound(region))
    let floor = objective + tolerance(gap: 0)
    guard bound > floor else { return }
    run.restrict(problem, to: region, shares: parent.shares)
    let before = run.work
    run.run(problem, in: region, steps: 10, target: floor)
    work += run.work - before
    bound = min(bound, run.bound)
    guard bound > floor else { return }
    round(region)
    guard bound > objective + tolerance(gap: 0) else { return }
    created += 1
    push(
      Node(region: region, shares: run.relaxation.share, bound: bound, number: created))
  }

  /// Whether the required options alone keep the limits, as far as can be said at once.
  private func mayFit(_ region: SearchRegion) -> Bool {
    var counts = [Int](repeating: 0, count: problem.fees.count)
    var tokens = [Int](repeating: 0, count: problem.tokenKindCount)
    var total = 0
    var fee = 0
    for position in 0..<problem.count where region.isRequired[position] {
      let choices = region.choices(position, problem)
      if choices == 0 { return false }
      counts[problem.classOf[position]] += 1
      total += 1
      fee += problem.cost[position]
      if choices == 1 {
        let first = problem.firstRow[position]
        for row in first..<problem.firstRow[position + 1] where region.isAllowed[row] {
          if let kind = problem.tokenKind(at: position, variant: row - first) { tokens[kind] += 1 }
        }
      }
    }
    guard total <= limits.count else { return false }
    for index in counts.indices {
      guard counts[index] <= limits.classCount[index] else { return false }
      fee += limits.fee[index][counts[index]]
    }
    for kind in tokens.indices where tokens[kind] > limits.tokens[kind] { return false }
    return fee <= limits.budget
  }

  private mutating func submodularBound(_ region: SearchRegion) -> Double {
    var list = ListState(problem)
    for position in 0..<problem.count
    where region.isRequired[position] && region.choices(position, problem) == 1 {
      let first = problem.firstRow[position]
      for row in first..<problem.firstRow[position + 1] where region.isAllowed[row] {
        list.insert(position, variant: row - first, problem)
      }
    }
    var tables = MarginalTables(problem, cap: nil)
    tables.rebuild(problem, list)
    var gap = 0
    for position in 0..<problem.count {
      let isMember = list.contains(position)
      for row in problem.firstRow[position]..<problem.firstRow[position + 1]
      where region.isAllowed[row] {
        gains[row] =
          isMember
          ? 0 : tables.gain(problem, row: row, utility: problem.utility[position], gap: gap)
      }
      if isMember { gap += 1 }
    }
    work += problem.rowCount * problem.lanes * 4
    let linear = run.prices.solve(problem, gains: gains, region: region, rounds: 4)
    return tables.value + linear.bound + 1e-12 * abs(tables.value + linear.bound)
  }

  /// Looks for a good list in a region.
  private mutating func round(_ region: SearchRegion) {
    let rule = ListSearch.Rule.priced(
      money: run.prices.money + problem.feeWeight, token: run.prices.token)
    let before = search.work
    let candidates = (0..<problem.count).filter { region.choices($0, problem) > 0 }
    if search.round(problem, region, candidates, shares: run.relaxation.share, rule: rule) {
      keep()
    }
    work += search.work - before
  }

  private mutating func evaluateOnly(_ region: SearchRegion) {
    search.restart(problem, from: ListState(problem))
    let before = search.work
    if search.addRequired(problem, region, rule: .gain) { keep() }
    work += search.work - before
  }

  private mutating func keep() {
    var found = search.objective(problem)
    guard found > objective else { return }
    if let counted = goal?.objective(of: search.list, weighted: found) { found = counted }
    if found > objective {
      objective = found
      best = search.list
    }
  }

  // A binary heap by bound, ties by age.

  private func isBefore(_ first: Node, _ second: Node) -> Bool {
    first.bound == second.bound ? first.number < second.number : first.bound > second.bound
  }

  private mutating func push(_ node: Node) {
    waiting.append(node)
    var child = waiting.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard isBefore(waiting[child], waiting[parent]) else { break }
      waiting.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func popLargest() -> Node? {
    guard let first = waiting.first, let last = waiting.popLast() else { return nil }
    if waiting.isEmpty { return first }
    waiting[0] = last
    var parent = 0
    while true {
      var top = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < waiting.count {
        if isBefore(waiting[child], waiting[top]) { top = child }
      }
      if top == parent { return first }
      waiting.swapAt(top, parent)
      parent = top
    }
  }
}
