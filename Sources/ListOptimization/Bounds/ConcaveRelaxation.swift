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
/// With a cap on attended offers the value of a list is at most the one without, so the bound
/// holds there too.
struct ConcaveRelaxation: Sendable {
  /// By row: the share of the option's variant.
  private(set) var share: [Double]
  /// The value at the current point, above the outside value.
  private(set) var value = 0.0
  /// By row: the derivative at the current point.
  private(set) var gradient: [Double]

  private var direction: [Double]
  private(set) var support: [Int] = []
  private var survival: [Lane] = []
  private var rest: [Lane] = []
  private let lanes: Int

  init(_ problem: PreparedPortfolio) {
    share = [Double](repeating: 0, count: problem.rowCount)
    gradient = [Double](repeating: 0, count: problem.rowCount)
    direction = gradient
    lanes = problem.lanes
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
    fillTables(problem)
    sweep(problem, region)
  }

  private mutating func fillTables(_ problem: PreparedPortfolio) {
    let lanes = lanes
    let size = (support.count + 1) * lanes
    if survival.count < size {
      survival = [Lane](repeating: .zero, count: size * 2)
      rest = survival
    }
    for lane in 0..<lanes { survival[lane] = problem.weights[lane] }
    for (index, position) in support.enumerated() {
      let rows = problem.firstRow[position]..<problem.firstRow[position + 1]
      let here = index * lanes
      for lane in 0..<lanes {
        var factor = Lane(repeating: 1)
        for row in rows where share[row] > 0 {
          factor *= survivalFactor(problem, row: row, lane: lane)
        }
        survival[here + lanes + lane] = survival[here + lane] * factor
      }
    }
    let last = support.count * lanes
    for lane in last..<(last + lanes) { rest[lane] = .zero }
    var index = support.count - 1
    while index >= 0 {
      let here = index * lanes
      let u = problem.utility[support[index]]
      for lane in 0..<lanes {
        let lost = survival[here + lane] - survival[here + lanes + lane]
        rest[here + lane] = lost * u + rest[here + lanes + lane]
      }
      index -= 1
    }
    var sum = Lane.zero
    for lane in 0..<lanes { sum += rest[lane] }
    value = sum.total
  }

  @inline(__always)
  private func survivalFactor(_ problem: PreparedPortfolio, row: Int, lane: Int) -> Lane {
    let part = share[row]
    if part == 1 { return 1 - problem.chance[row * lanes + lane] }
    let hazard = problem.hazard[row * lanes + lane] * -part
    return Lane(exp(hazard.x), exp(hazard.y), exp(hazard.z), exp(hazard.w))
  }

  private mutating func sweep(_ problem: PreparedPortfolio, _ region: SearchRegion) {
    let lanes = lanes
    var gap = 0
    var next = support.first ?? -1
    problem.hazard.withUnsafeBufferPointer { hazard in
      survival.withUnsafeBufferPointer { e in
        rest.withUnsafeBufferPointer { h in
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
  }

  /// An upper bound on value − fee weight · fee of any list, from a bound on its linear part.
  func bound(linear: Double) -> Double {
    var here = 0.0
    for row in share.indices where share[row] > 0 { here += gradient[row] * share[row] }
    // Rounding and capped hazards, generously.
    let bound = value - here + linear
    return bound + 1e-12 * (abs(value) + abs(here) + abs(linear))
  }

  /// Moves toward a fractional list, as far as is best if the curvature stays as it is here.
  ///
  /// `feeLoss` is what the other list loses by its fee against this one; `fallback` is the length
  /// of the step if the way there does not rise, which happens when this list uses more than the
  /// limits allow. Returns the length of the step, 0…1. O(touched options · nodes).
  mutating func step(
    _ problem: PreparedPortfolio, toward picks: [(row: Int, share: Double)], feeLoss: Double,
    fallback: Double
  ) -> Double {
    for row in share.indices { direction[row] = -share[row] }
    for pick in picks { direction[pick.row] += pick.share }
    var slope = -feeLoss
    for row in share.indices where direction[row] != 0 {
      slope += gradient[row] * direction[row]
    }
    var length = fallback
    if slope > 0 {
      let bend = curvature(problem)
      length = bend > slope ? slope / bend : 1
    }
    for row in share.indices where direction[row] != 0 {
      let moved = share[row] + length * direction[row]
      share[row] = moved < 1e-6 ? 0 : min(1, moved)
    }
    return length
  }

  /// Minus the second derivative along the direction.
  private mutating func curvature(_ problem: PreparedPortfolio) -> Double {
    let lanes = lanes
    var moved = [Lane](repeating: .zero, count: lanes)
    var gap = 0
    var sum = 0.0
    var pending = 0.0
    var pendingUtility = 0.0
    for position in 0..<problem.count {
      let rows = problem.firstRow[position]..<problem.firstRow[position + 1]
      let isSupport = gap < support.count && support[gap] == position
      var isTouched = isSupport
      if !isTouched {
        for row in rows where direction[row] != 0 { isTouched = true }
      }
      guard isTouched else { continue }
      sum += pending * (pendingUtility - problem.utility[position])
      if isSupport { gap += 1 }
      for row in rows where direction[row] != 0 {
        let part = direction[row]
        for lane in 0..<lanes { moved[lane] += problem.hazard[row * lanes + lane] * part }
      }
      var here = Lane.zero
      for lane in 0..<lanes { here += survival[gap * lanes + lane] * moved[lane] * moved[lane] }
      pending = here.total
      pendingUtility = problem.utility[position]
    }
    return sum + pending * pendingUtility
  }
}
