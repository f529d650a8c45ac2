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
    var applicants: [(offers: Lane, hazard: Lane)] = []
    applicants.reserveCapacity(rows.count)
    for lane in 0..<lanes {
      applicants.removeAll(keepingCapacity: true)
      var all = Lane.zero
      for row in rows {
        let offers = problem.offer[row * lanes + lane] * share[row]
        applicants.append((offers, problem.successHazard[row * lanes + lane]))
        all += offers
      }
      // Where places are enough for all offers, bisection would only go down to nothing.
      placePrice[lane] = any(all .> places) ? Self.placePrice(applicants, places: places) : .zero
    }
  }

  private static func placePrice(
    _ applicants: [(offers: Lane, hazard: Lane)], places: Lane
  ) -> Lane {
    var low = Lane.zero
    var high = Lane(repeating: 36)
    for _ in 0..<22 {
      let middle = (low + high) * 0.5
      var wanted = Lane.zero
      for (offers, hazard) in applicants {
        wanted += Lane.zero.replacing(with: offers, where: hazard .> middle)
      }
      let isShort = wanted .> places
      low.replace(with: middle, where: isShort)
      high.replace(with: middle, where: .!isShort)
    }
    // Where even a price of 0 finds places enough, bisection has gone down to nearly nothing.
    return high.replacing(with: 0, where: high .< 2e-5)
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
    // Lanes whose nodes the cap bounds anywhere; the others would add zeros.
    let bound = (0..<lanes).filter { lane in
      (0...support.count).contains { gap in
        any(capped.survival[gap * lanes + lane] .!= 0) || any(capped.rest[gap * lanes + lane] .!= 0)
      }
    }
    guard !bound.isEmpty else { return }
    var gap = 0
    var next = support.first ?? -1
    problem.offer.withUnsafeBufferPointer { offer in
      problem.successHazard.withUnsafeBufferPointer { hazard in
        capped.survival.withUnsafeBufferPointer { e in
          capped.rest.withUnsafeBufferPointer { h in
            placePrice.withUnsafeBufferPointer { price in
              gradient.withUnsafeMutableBufferPointer { gradient in
                bound.withUnsafeBufferPointer { bound in
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
                      for lane in bound {
                        let excess = hazard[start + lane] - price[lane]
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
    }
  }
}
