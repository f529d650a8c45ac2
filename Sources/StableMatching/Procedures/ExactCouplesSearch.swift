/// Finds a stable matching of a small market with couples, or proves that there is none.
///
/// For each joint assignment of the couples the members are pinned: each becomes a single who
/// ranks only the assigned program. The stable matchings of that market of singles form a lattice,
/// and by the rural hospitals theorem the pinned members are seated in all of them or in none.
/// If they are, the program-optimal one has the best holders at every program at once, so a couple
/// that blocks it blocks all of them: examining that one matching decides the assignment. The
/// search is therefore complete at a cost of one deferred acceptance for each assignment.
struct ExactCouplesSearch {
  struct Answer {
    /// A stable matching; if none exists, the one examined with the fewest blocking pairs.
    let matching: Matching
    let blockingPairs: [BlockingPair]
    let examined: Int
  }

  let market: Market
  let quotas: [Int32]
  private let options: [[Int]]

  init(market: Market, quotas: [Int32]) {
    self.market = market
    self.quotas = quotas
    // The places of the joint list that programs could accept at all; the last is "no pair".
    options = (0..<market.couples.count).map { couple in
      let start = market.couples.starts[couple]
      let length = market.couples.length(of: couple)
      return (0..<length).filter { place in
        let pair = market.couples.pairs[start + place]
        let ranks = market.couples.ranks[start + place]
        return (pair.firstID < 0 || ranks.first != Market.notRanked)
          && (pair.secondID < 0 || ranks.second != Market.notRanked)
      } + [length]
    }
  }

  /// Examines all assignments, best pairs first.
  ///
  /// - Parameters:
  ///   - limit: the most assignments to examine.
  ///   - known: a matching that is at hand already and what blocks it.
  /// - Returns: `nil` if there are more assignments than `limit`, or if the market has
  ///   supplemental lists, for which the argument does not hold.
  func answer(limit: Int, known: (matching: Matching, blockingPairs: [BlockingPair])) -> Answer? {
    guard market.supplements.count == 0, let total = assignmentCount(limit: limit) else {
      return nil
    }
    let search = PinnedMarket(market: market, quotas: quotas)
    var digits = [Int](repeating: 0, count: options.count)
    var best = known
    for examined in 1...total {
      let places = digits.indices.map { options[$0][digits[$0]] }
      if let found = search.matching(couplesAt: places),
        found.blockingPairs.count < best.blockingPairs.count
      {
        best = found
        if best.blockingPairs.isEmpty {
          return Answer(matching: best.matching, blockingPairs: [], examined: examined)
        }
      }
      for index in digits.indices.reversed() {
        digits[index] += 1
        if digits[index] < options[index].count { break }
        digits[index] = 0
      }
    }
    return Answer(
      matching: best.matching, blockingPairs: best.blockingPairs, examined: total)
  }

  private func assignmentCount(limit: Int) -> Int? {
    var total = 1
    for places in options {
      let (product, overflow) = total.multipliedReportingOverflow(by: places.count)
      guard !overflow, product <= limit else { return nil }
      total = product
    }
    return total
  }
}
