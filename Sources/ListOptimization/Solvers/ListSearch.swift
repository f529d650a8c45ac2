/// Builds and improves whole lists: lazy greedy filling and exchange moves.
///
/// The state is a list with its tables. Every move is priced exactly, so a move is only made if it
/// raises the objective (value − fee weight · fee).
struct ListSearch: Sendable {
  /// How the next option is picked.
  enum Rule: Sendable {
    /// By gain for each unit of fee.
    case density
    /// By gain alone.
    case gain
    /// By gain after the prices of money and tokens.
    case priced(money: Double, token: [Double])
  }

  let limits: ResourceLimits
  var list: ListState
  var tables: MarginalTables
  /// Chances priced at a node so far.
  var work = 0

  private var heap = MaxHeap()
  let nodeWork: Int

  init(_ problem: PreparedPortfolio, _ limits: ResourceLimits) {
    self.limits = limits
    list = ListState(problem)
    tables = MarginalTables(problem, cap: limits.offerCap)
    nodeWork = problem.lanes * 4
    tables.rebuild(problem, list)
  }

  /// Value − fee weight · fee, above the outside value.
  func objective(_ problem: PreparedPortfolio) -> Double {
    tables.value - problem.feeWeight * Double(list.fee)
  }

  /// Goes on from another list.
  mutating func restart(_ problem: PreparedPortfolio, from other: ListState) {
    list = other
    refresh(problem)
  }

  mutating func refresh(_ problem: PreparedPortfolio) {
    tables.rebuild(problem, list)
    work += (list.members.count + 1) * nodeWork * (1 + (limits.offerCap ?? 0))
  }

  /// The best way to add an option now: its score, gain and variant; `nil` if it does not fit.
  private mutating func offer(
    _ problem: PreparedPortfolio, _ region: SearchRegion, _ position: Int, _ rule: Rule,
    must: Bool
  ) -> (score: Double, gain: Double, variant: Int)? {
    guard let extra = list.extraFee(position, problem, limits), list.members.count < limits.count,
      extra <= limits.budget - list.fee
    else { return nil }
    let gap = list.insertionIndex(of: position)
    let first = problem.firstRow[position]
    let net = problem.feeWeight * Double(extra)
    var best: (score: Double, gain: Double, variant: Int)?
    for row in first..<problem.firstRow[position + 1] where region.isAllowed[row] {
      let variant = row - first
      guard list.hasToken(position, variant, problem, limits) else { continue }
      work += nodeWork
      let gain =
        tables.gain(problem, row: row, utility: problem.utility[position], gap: gap) - net
      guard gain > 0 || must else { continue }
      let score: Double
      switch rule {
      case .gain: score = gain
      case .density: score = gain / max(Double(extra), 1e-9)
      case .priced(let money, let token):
        let kind = problem.tokenKind(at: position, variant: variant)
        score = gain - (kind.map { token[$0] } ?? 0) - money * Double(extra)
      }
      if best.map({ score > $0.score }) ?? true { best = (score, gain, variant) }
    }
    return best
  }

  /// Adds candidates in order of score as long as one fits and gains.
  ///
  /// Scores fall as the list grows (the value is submodular without a cap on offers), so only the
  /// best candidate needs to be priced again ("lazy greedy", Minoux 1978). `onAdd` hears of each
  /// addition and says whether to go on.
  mutating func fill(
    _ problem: PreparedPortfolio, _ region: SearchRegion, candidates: [Int], rule: Rule,
    most: Int = .max,
    onAdd: (Int, ListSearch) -> Bool = { _, _ in true }
  ) {
    heap.removeAll()
    var stamp = [Int](repeating: -1, count: problem.count)
    var added = 0
    for position in candidates where !list.contains(position) {
      if let priced = offer(problem, region, position, rule, must: false) {
        heap.push(score: priced.score, position: position)
        stamp[position] = 0
      }
    }
    while added < most, let top = heap.top {
      guard let priced = offer(problem, region, top.position, rule, must: false) else {
        heap.removeTop()
        continue
      }
      if stamp[top.position] == added || priced.score >= top.score {
        heap.removeTop()
        list.insert(top.position, variant: priced.variant, problem)
        refresh(problem)
        added += 1
        guard onAdd(top.position, self) else { return }
      } else {
        stamp[top.position] = added
        heap.replaceTop(score: priced.score)
      }
    }
  }

  /// Puts all required options on the list, each in the variant that is best by the rule.
  ///
  /// Returns whether they fit. Those with the least choice go first.
  mutating func addRequired(
    _ problem: PreparedPortfolio, _ region: SearchRegion, rule: Rule
  ) -> Bool {
    var waiting = (0..<problem.count).filter { region.isRequired[$0] && !list.contains($0) }
    waiting.sort { first, second in
      let a = region.choices(first, problem)
      let b = region.choices(second, problem)
      return a == b ? first < second : a < b
    }
    for position in waiting {
      guard let priced = offer(problem, region, position, rule, must: true) else { return false }
      list.insert(position, variant: priced.variant, problem)
      refresh(problem)
    }
    return true
  }

  /// Builds a list from shares of a relaxation: first what it holds for the most part, then
  /// whatever else fits and gains.
  ///
  /// Returns whether the required options fit.
  mutating func round(
    _ problem: PreparedPortfolio, _ region: SearchRegion, _ candidates: [Int], shares: [Double],
    rule: Rule
  ) -> Bool {
    restart(problem, from: ListState(problem))
    guard addRequired(problem, region, rule: rule) else { return false }
    let held = candidates.filter { position in
      var sum = 0.0
      for row in problem.firstRow[position]..<problem.firstRow[position + 1] { sum += shares[row] }
      return sum > 0.5
    }
    fill(problem, region, candidates: held, rule: rule)
    fill(problem, region, candidates: candidates, rule: rule)
    return true
  }
}
