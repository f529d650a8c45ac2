/// Limits laid out for a prepared problem: nothing is optional, nothing needs a look-up.
struct ResourceLimits: Sendable {
  /// The most that may be spent; `Int.max` if nothing limits it.
  let budget: Int
  /// The most options, at most the number there are.
  let count: Int
  /// The most options of each class, at most the number there are.
  let classCount: [Int]
  /// The tokens of every kind, in the flat list of kinds.
  let tokens: [Int]
  /// `fee[c][m]`: the fee of m options of class c, for m up to its limit.
  let fee: [[Int]]
  /// The most offers that can be attended, if that can bind for a list of at most ``count``.
  let offerCap: Int?
  /// The most offers that can be attended, whether it can bind or not.
  let statedCap: Int?

  var hasBudget: Bool { budget != Int.max }

  init(_ limits: PortfolioLimits, of problem: PreparedPortfolio) {
    let classTotal = problem.fees.count
    var sizes = [Int](repeating: 0, count: classTotal)
    for index in problem.classOf { sizes[index] += 1 }
    let total = min(limits.count ?? Int.max, problem.count)
    var counts: [Int] = []
    var tokenCounts = [Int](repeating: 0, count: problem.tokenKindCount)
    var tables: [[Int]] = []
    var largestFee = problem.cost.reduce(0, +)
    for index in 0..<classTotal {
      let own = index < limits.classes.count ? limits.classes[index] : ClassLimits()
      let most = min(sizes[index], total, own.count ?? Int.max)
      counts.append(most)
      let base = problem.tokenBase[index]
      let end =
        index + 1 < classTotal ? problem.tokenBase[index + 1] : problem.tokenKindCount
      for kind in base..<end where kind - base < own.tokens.count {
        tokenCounts[kind] = min(own.tokens[kind - base], most)
      }
      let table = (0...most).map { problem.fees[index].fee(count: $0) }
      largestFee += table.max() ?? 0
      tables.append(table)
    }
    count = total
    classCount = counts
    tokens = tokenCounts
    fee = tables
    // A budget that pays for everything does not bind; saying so spares the search for its price.
    budget = limits.budget.map { $0 >= largestFee ? Int.max : $0 } ?? Int.max
    statedCap = limits.offerCap
    // Where every offer is a success, the first one attended ends the search: one place is enough.
    let enough = problem.hasOffers ? total : 1
    offerCap = limits.offerCap.flatMap { $0 >= enough ? nil : $0 }
  }
}
