/// Finds options that some best list does without, so that the search need not look at them.
///
/// Option i dominates option j if both are of one class, i costs no more, is worth no less, and in
/// every variant its success is no less likely at any node; with a cap on offers also the offer and
/// the success after it. Then i may stand in for j wherever i is not on the list yet. A list of at most N
/// options of the class cannot hold j and all of N dominators, so with N of them some best list is
/// without j. The same holds for the fractional lists of ``ConcaveRelaxation``, so its bound on the
/// remaining options is a bound on all. With a cap on offers only that holds: an offer takes up a
/// place, so the exact value need not rise with an option's chances.
///
/// Programs of one specialty differ mostly in one number, so most of them form a chain, along which
/// one comparison says enough: who dominates the last of a chain of N needs no other. About
/// O(rows · nodes) there, O(n · N · nodes) at worst.
struct DominatedOptions {
  /// Options that remain beyond those that suffice: prices of limits are what the first options
  /// left out would pay, so some must be left to set them.
  private static let slack = 24

  /// The positions that remain, ascending.
  let kept: [Int]

  /// - Parameter needed: positions that must remain, beside those that are required.
  init(_ problem: PreparedPortfolio, _ limits: ResourceLimits, needed: [Int] = []) {
    var isNeeded = [Bool](repeating: false, count: problem.count)
    for position in needed { isNeeded[position] = true }
    var most: [Int] = []
    for table in limits.fee {
      // As many as the money pays for, if all of it goes into this class.
      var count = table.count - 1
      while count > 0, table[count] > limits.budget { count -= 1 }
      most.append(min(count, limits.count) + Self.slack)
    }
    var byClass = [[Int]](repeating: [], count: problem.fees.count)
    for position in 0..<problem.count {
      if case .free = problem.requirement[position], !isNeeded[position] {
        byClass[problem.classOf[position]].append(position)
      } else {
        isNeeded[position] = true
      }
    }
    for (index, positions) in byClass.enumerated() {
      guard positions.count > most[index] else {
        for position in positions { isNeeded[position] = true }
        continue
      }
      let isCapped = limits.offerCap != nil
      for position in Self.front(problem, positions, most: most[index], isCapped: isCapped) {
        isNeeded[position] = true
      }
    }
    kept = isNeeded.indices.filter { isNeeded[$0] }
  }

  /// The positions with fewer than `most` dominators among them.
  private static func front(
    _ problem: PreparedPortfolio, _ positions: [Int], most: Int, isCapped: Bool
  ) -> [Int] {
    var scored = positions.map { (chance: meanChance(problem, $0), position: $0) }
    scored.sort { $0.chance == $1.chance ? $0.position < $1.position : $0.chance > $1.chance }
    var front: [(position: Int, dominators: Int)] = []
    for (_, position) in scored {
      // The longest chain below which it stands, by the first few that are found: the last in the
      // front are the nearest. To miss one only keeps an option more than need be.
      let utility = problem.utility[position]
      var chain = 0
      var counted = 0
      for other in front.reversed() {
        guard problem.utility[other.position] >= utility,
          dominates(problem, other.position, position, isCapped: isCapped)
        else { continue }
        counted += 1
        chain = max(chain, other.dominators + 1)
        if chain >= most || counted >= 6 { break }
      }
      let dominators = max(chain, counted)
      if dominators < most { front.append((position, dominators)) }
    }
    return front.map(\.position)
  }

  private static func meanChance(_ problem: PreparedPortfolio, _ position: Int) -> Double {
    var sum = Lane.zero
    let row = problem.firstRow[position] * problem.lanes
    for lane in 0..<problem.lanes { sum += problem.weights[lane] * problem.chance[row + lane] }
    return sum.total
  }

  private static func dominates(
    _ problem: PreparedPortfolio, _ first: Int, _ second: Int, isCapped: Bool
  ) -> Bool {
    guard problem.utility[first] >= problem.utility[second],
      problem.cost[first] <= problem.cost[second],
      problem.variantCount(at: first) >= problem.variantCount(at: second)
    else { return false }
    let lanes = problem.lanes
    let count = problem.variantCount(at: second) * lanes
    let a = problem.firstRow[first] * lanes
    let b = problem.firstRow[second] * lanes
    return problem.chance.withUnsafeBufferPointer { chance in
      problem.offer.withUnsafeBufferPointer { offer in
        for lane in 0..<count {
          let q = chance[a + lane]
          let otherQ = chance[b + lane]
          if any(q .< otherQ) { return false }
          guard isCapped else { continue }
          let o = offer[a + lane]
          let otherO = offer[b + lane]
          // Successes after an offer compare as q / o, multiplied out. Equal ones must not differ by
          // rounding; a part in 10¹³ is within the slack of every bound.
          if any(o .< otherO) || any(q * otherO * (1 + 1e-13) .< otherQ * o) { return false }
        }
        return true
      }
    }
  }
}
