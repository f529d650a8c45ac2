/// The Frank–Wolfe step.
extension ConcaveRelaxation {
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
    var movedCapped = moved
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
        for lane in 0..<lanes {
          moved[lane] += problem.hazard[row * lanes + lane] * part
          if cap != nil {
            movedCapped[lane] += cappedHazard(problem, row: row, lane: lane) * part
          }
        }
      }
      var here = Lane.zero
      for lane in 0..<lanes {
        here += plain.survival[gap * lanes + lane] * moved[lane] * moved[lane]
        if cap != nil {
          here += capped.survival[gap * lanes + lane] * movedCapped[lane] * movedCapped[lane]
        }
      }
      pending = here.total
      pendingUtility = problem.utility[position]
    }
    return sum + pending * pendingUtility
  }
}
