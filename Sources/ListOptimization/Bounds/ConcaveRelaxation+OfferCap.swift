/// What a cap on attended offers adds to the relaxation.
extension ConcaveRelaxation {
  /// At each node, the price at which just C places are wanted; 0 if there are enough.
  ///
  /// Any price gives a bound, so bisection may stop early.
  mutating func findPlacePrices(_ problem: PreparedPortfolio, cap: Int) {
    let places = Lane(repeating: Double(cap))
    var rows: [Int] = []
    for position in support {
      for row in problem.firstRow[position]..<problem.firstRow[position + 1] where share[row] > 0 {
        rows.append(row)
      }
    }
    for lane in 0..<lanes {
      var low = Lane.zero
      var high = Lane(repeating: 36)
      for _ in 0..<22 {
        let middle = (low + high) * 0.5
        var wanted = Lane.zero
        for row in rows {
          let offers = problem.offer[row * lanes + lane] * share[row]
          let isDear = problem.successHazard[row * lanes + lane] .> middle
          wanted += Lane.zero.replacing(with: offers, where: isDear)
        }
        let isShort = wanted .> places
        low.replace(with: middle, where: isShort)
        high.replace(with: middle, where: .!isShort)
      }
      // Where even a price of 0 finds places enough, bisection has gone down to nearly nothing.
      placePrice[lane] = high.replacing(with: 0, where: high .< 2e-5)
    }
  }

  @inline(__always)
  func cappedHazard(_ problem: PreparedPortfolio, row: Int, lane: Int) -> Lane {
    let excess = problem.successHazard[row * lanes + lane] - placePrice[lane]
    return problem.offer[row * lanes + lane]
      * excess.replacing(with: 0, where: excess .< 0)
  }

  /// Adds the part of the gradient where the cap is what bounds.
  mutating func sweepCapped(_ problem: PreparedPortfolio, _ region: SearchRegion) {
    let lanes = lanes
    var gap = 0
    var next = support.first ?? -1
    problem.offer.withUnsafeBufferPointer { offer in
      problem.successHazard.withUnsafeBufferPointer { hazard in
        capped.survival.withUnsafeBufferPointer { e in
          capped.rest.withUnsafeBufferPointer { h in
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
                  let excess = hazard[start + lane] - placePrice[lane]
                  let part = excess.replacing(with: 0, where: excess .< 0)
                  sum +=
                    offer[start + lane] * part * (u * e[base + lane] - h[base + lane])
                }
                gradient[row] += sum.total
              }
            }
          }
        }
      }
    }
  }
}
