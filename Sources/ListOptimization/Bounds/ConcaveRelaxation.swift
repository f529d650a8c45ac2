#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A concave function of fractional lists that equals the value on whole ones, and its bound.
///
/// With hazards aᵢ = −log(1 − qᵢ) and utilities u₁ ≥ u₂ ≥ … (u beyond the last is 0), the value of
/// a list x ∈ {0, 1}ⁿ is
///
/// v(x) = Σₖ wₖ Σⱼ (uⱼ − uⱼ₊₁) · (1 − exp(−Σ over i ≤ j of aᵢₖ xᵢ)),
///
/// since 1 − exp(…) is the chance of a success among the j most preferred. Every term is concave
/// in x, also for x between 0 and 1, and a variant is one more x. So for any x̂,
///
/// max v ≤ v(x̂) + max over x of ∇v(x̂) · (x − x̂),
///
/// whose right side is a linear problem that ``PriceSearch`` bounds. Frank–Wolfe steps move x̂ so
/// that the bound falls. With the survival E after each option of the support and
/// H = Σ of the worth that successes bring from there on, the gradient is
/// Σₖ aᵢₖ (uᵢ E − H): the same two tables as for ``MarginalTables``, so a gradient is one sweep.
///
/// With a cap of C attended offers the exponent has a second bound. Let b be the hazard of success
/// of an attended offer and o the chance of the offer. By Jensen's inequality the chance of no
/// success is at least exp(−E[Σ of b over attended offers]), and with at most C of them, for any
/// price τ ≥ 0 of a place,
///
/// E[Σ b over attended] ≤ C τ + Σ over i ≤ j of oᵢ · max(0, bᵢ − τ) · xᵢ.
///
/// The lesser of the two exponents is concave in x; the price is the best one for x̂ at each node.
struct ConcaveRelaxation: Sendable {
  /// By row: the share of the option's variant.
  var share: [Double]
  /// The value at the current point, above the outside value; with a cap, a bound on it.
  private(set) var value = 0.0
  /// By row: the derivative at the current point.
  var gradient: [Double]
  /// The positions with a share, ascending.
  private(set) var support: [Int] = []

  /// By row: where the last step led.
  var direction: [Double]
  let lanes: Int
  let cap: Int?
  /// E and H in each gap of the support, where the first exponent is the lesser.
  private(set) var plain: Tables
  /// The same where the bound by the cap is the lesser.
  private(set) var capped: Tables
  /// The price of a place at each node.
  var placePrice: [Lane]

  /// Survival and the worth of what comes later, in each gap.
  struct Tables: Sendable {
    var survival: [Lane] = []
    var rest: [Lane] = []

    mutating func reserve(_ size: Int) {
      if survival.count < size {
        survival = [Lane](repeating: .zero, count: size * 2)
        rest = survival
      }
    }
  }

  init(_ problem: PreparedPortfolio, cap: Int?) {
    share = [Double](repeating: 0, count: problem.rowCount)
    gradient = share
    direction = share
    lanes = problem.lanes
    // Where every offer is a success a cap of one place or more changes nothing.
    self.cap = problem.hasOffers ? cap : nil
    plain = Tables()
    capped = Tables()
    placePrice = [Lane](repeating: .zero, count: problem.lanes)
  }

  /// Starts from a whole list.
  mutating func start(_ problem: PreparedPortfolio, at list: ListState) {
    for row in share.indices { share[row] = 0 }
    for position in list.members {
      share[problem.firstRow[position] + list.variantAt[position]] = 1
    }
  }

  /// Starts from the shares of another relaxation, less what the region does not allow.
  mutating func start(_ problem: PreparedPortfolio, at shares: [Double], in region: SearchRegion) {
    for row in share.indices { share[row] = region.isAllowed[row] ? shares[row] : 0 }
  }

  /// Computes value and gradient at the current point.
  ///
  /// O(rows · nodes), and one exponential for each node of each option with a share.
  mutating func evaluate(_ problem: PreparedPortfolio, in region: SearchRegion) {
    support.removeAll(keepingCapacity: true)
    for position in 0..<problem.count {
      for row in problem.firstRow[position]..<problem.firstRow[position + 1] where share[row] > 0 {
        support.append(position)
        break
      }
    }
    plain.reserve((support.count + 1) * lanes)
    if let cap {
      capped.reserve((support.count + 1) * lanes)
      findPlacePrices(problem, cap: cap)
    }
    fillSurvival(problem)
    Self.fillRest(problem, support, lanes, &plain)
    if cap != nil { Self.fillRest(problem, support, lanes, &capped) }
    var sum = Lane.zero
    for lane in 0..<lanes {
      sum += plain.rest[lane]
      if cap != nil { sum += capped.rest[lane] }
    }
    value = sum.total
    sweep(problem, region)
  }

  private mutating func fillSurvival(_ problem: PreparedPortfolio) {
    let lanes = lanes
    let places = Double(cap ?? 0)
    for lane in 0..<lanes {
      var first = problem.weights[lane]
      var second = cap == nil ? Lane.zero : first * Self.exponential(placePrice[lane] * -places)
      store(first, second, at: lane)
      for (index, position) in support.enumerated() {
        var hazard = Lane.zero
        for row in problem.firstRow[position]..<problem.firstRow[position + 1]
        where share[row] > 0 {
          if share[row] == 1 {
            first *= 1 - problem.chance[row * lanes + lane]
          } else {
            first *= Self.exponential(problem.hazard[row * lanes + lane] * -share[row])
          }
          if cap != nil { hazard += cappedHazard(problem, row: row, lane: lane) * share[row] }
        }
        if cap != nil { second *= Self.exponential(hazard * -1) }
        store(first, second, at: (index + 1) * lanes + lane)
      }
    }
  }

  /// Keeps the larger survival in its table and zero in the other.
  @inline(__always)
  private mutating func store(_ first: Lane, _ second: Lane, at index: Int) {
    guard cap != nil else {
      plain.survival[index] = first
      return
    }
    let isCapped = second .> first
    plain.survival[index] = first.replacing(with: 0, where: isCapped)
    capped.survival[index] = Lane.zero.replacing(with: second, where: isCapped)
  }

  @inline(__always)
  private static func exponential(_ lane: Lane) -> Lane {
    Lane(exp(lane.x), exp(lane.y), exp(lane.z), exp(lane.w))
  }

  private static func fillRest(
    _ problem: PreparedPortfolio, _ support: [Int], _ lanes: Int, _ tables: inout Tables
  ) {
    let last = support.count * lanes
    for lane in last..<(last + lanes) { tables.rest[lane] = .zero }
    var index = support.count - 1
    while index >= 0 {
      let here = index * lanes
      let u = problem.utility[support[index]]
      for lane in 0..<lanes {
        let lost = tables.survival[here + lane] - tables.survival[here + lanes + lane]
        tables.rest[here + lane] = lost * u + tables.rest[here + lanes + lane]
      }
      index -= 1
    }
  }

  private mutating func sweep(_ problem: PreparedPortfolio, _ region: SearchRegion) {
    let lanes = lanes
    var gap = 0
    var next = support.first ?? -1
    problem.hazard.withUnsafeBufferPointer { hazard in
      plain.survival.withUnsafeBufferPointer { e in
        plain.rest.withUnsafeBufferPointer { h in
          gradient.withUnsafeMutableBufferPointer { gradient in
            for position in 0..<problem.count {
              if position == next {
                gap += 1
                next = gap < support.count ? support[gap] : -1
              }
              let base = gap * lanes
              let u = problem.utility[position]
              for row in problem.firstRow[position]..<problem.firstRow[position + 1] {
                guard region.isAllowed[row] else { continue }
                let start = row * lanes
                var sum = Lane.zero
                for lane in 0..<lanes {
                  sum += hazard[start + lane] * (u * e[base + lane] - h[base + lane])
                }
                gradient[row] = sum.total
              }
            }
          }
        }
      }
    }
    if cap != nil { sweepCapped(problem, region) }
  }

  /// An upper bound on value − fee weight · fee of any list, from a bound on its linear part.
  func bound(linear: Double) -> Double {
    var here = 0.0
    for row in share.indices where share[row] > 0 { here += gradient[row] * share[row] }
    // Rounding and capped hazards, generously.
    let bound = value - here + linear
    return bound + 1e-12 * (abs(value) + abs(here) + abs(linear))
  }
}
