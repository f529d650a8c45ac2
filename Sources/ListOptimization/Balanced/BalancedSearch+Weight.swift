/// The search for the weight of a success.
extension BalancedSearch {
  /// The weights between which the best one lies, and what the next one should reach.
  private struct Bracket {
    /// The largest weight that gave a list below the floor, the smallest that gave one above.
    var low = 0.0
    var high = Double.infinity
    /// What the lists on either side are worth at the next weight, if that is where they are worth
    /// the same.
    var chordValue = -Double.infinity
  }

  /// Finds the weight; moves `high` and `low` to lists on either side of the floor.
  ///
  /// Returns a proof if `high` is the best of all.
  mutating func followChords(_ high: inout Point, _ low: inout Point?) -> PortfolioProof? {
    var bracket = Bracket()
    var next = 0.0
    var lastBound = Double.infinity
    if let first = low {
      if first.chance < floor { next = chord(first, high) }
      if first.chance >= floor, first.objective > high.objective { high = first }
    }
    for turn in 0..<(isSmall ? 12 : 6) {
      let found: Point
      let weighted = worth.weighting(matches: next)
      if let exact = exactList(weighted) {
        exactWork += exact.work
        found = point(exact.list)
        note(found.value(next), at: next)
        if next == 0, found.chance >= floor {
          high = found
          return exact.proof
        }
      } else {
        found = relaxed(weighted, next, turn, near: [low, high].compactMap { $0 })
      }
      if found.chance >= floor {
        bracket.high = next
        if found.objective > high.objective { high = found }
        if next == 0 { return nil }
      } else {
        bracket.low = next
        low = low.map { $0.chance > found.chance && next == 0 ? $0 : found } ?? found
      }
      guard let below = low, below.chance < floor else { return nil }
      // Worth no more here than the lists on either side: no list lies above their chord.
      let value = bracket.chordValue
      let isOnChord = found.value(next) <= value + 1e-9 * max(1, abs(value))
      let isStuck = turn > 2 && bound >= lastBound - fine(bound)
      if isOnChord || isStuck || bound <= high.objective + fine(high.objective) { return nil }
      lastBound = bound
      let last = next
      next = chord(below, high)
      bracket.chordValue = high.value(next)
      // No weight gives a bound below the chord.
      if bound - (high.value(next) - next * floor) <= fine(bound) { return nil }
      // The list of best chance was made without regard to worth, the greedy one without regard to
      // chance: either makes the first chord too steep or too flat.
      let isRough = turn == 0 && last > 0 && next > 0
      if isRough { next = (next * last).squareRoot() }
      let isOutside = next <= bracket.low || next >= bracket.high
      if isOutside {
        next =
          bracket.high.isFinite
          ? (bracket.low + bracket.high) / 2 : max(2 * bracket.low, next)
      }
      if isRough || isOutside { bracket.chordValue = -.infinity }
      if abs(next - last) <= 1e-9 * next { return nil }
    }
    return nil
  }

  /// The weight at which two lists are worth the same, within what numbers can still tell apart.
  private func chord(_ low: Point, _ high: Point) -> Double {
    let rise = high.chance - low.chance
    guard rise > 0 else { return 0 }
    let most = 1e6 * max(abs(low.objective), abs(high.objective))
    return min(most, max(0, (low.objective - high.objective) / rise))
  }
}
