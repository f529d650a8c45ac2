/// The tables under a cap of attended offers, by dynamic programming over (member in order of
/// preference, places taken).
///
/// α runs from the first member on, β from the last one back. Most lists differ from the one before
/// in a single member, so only the α after the change and the β before it are computed anew; and
/// most moves look at a few gaps only, so the sums over the places are made when they are asked for.
extension MarginalTables {
  /// Brings α and β up to date with a list.
  mutating func rebuild(_ problem: PreparedPortfolio, _ list: ListState, cap: Int) {
    let stride = (cap + 1) * lanes
    let count = list.members.count
    let size = (count + 1) * stride
    if later.count < size {
      later = [Lane](repeating: .zero, count: size * 2)
      alive = later
      gapVersion = [Int](repeating: 0, count: 2 * count + 2)
      memberVersion = gapVersion
      rows.removeAll(keepingCapacity: true)
      for lane in 0..<lanes { alive[lane] = problem.weights[lane] }
    }
    var fresh = spareRows
    fresh.removeAll(keepingCapacity: true)
    for position in list.members {
      fresh.append(problem.firstRow[position] + list.variantAt[position])
    }
    let common = min(rows.count, count)
    var before = 0
    while before < common, rows[before] == fresh[before] { before += 1 }
    var after = 0
    while after < common, rows[rows.count - 1 - after] == fresh[count - 1 - after] { after += 1 }
    fillAlive(problem, fresh, from: before, cap: cap)
    fillLater(problem, list, fresh, from: after, cap: cap)
    spareRows = rows
    rows = fresh
    version += 1
  }

  /// α after each member from index `start` on: the member makes no offer, or its offer takes a
  /// place and fails.
  private mutating func fillAlive(
    _ problem: PreparedPortfolio, _ rows: [Int], from start: Int, cap: Int
  ) {
    guard cap > 0 else { return }
    let lanes = lanes
    let stride = (cap + 1) * lanes
    problem.chance.withUnsafeBufferPointer { chance in
      problem.offer.withUnsafeBufferPointer { offer in
        alive.withUnsafeMutableBufferPointer { alpha in
          for index in Swift.stride(from: start, to: rows.count, by: 1) {
            let row = rows[index] * lanes
            let here = index * stride
            let next = here + stride
            // After as many members no more places than that are taken.
            let last = min(index, cap)
            for lane in 0..<lanes {
              let missed = 1 - offer[row + lane]
              let failed = offer[row + lane] - chance[row + lane]
              var before = alpha[here + lane]
              alpha[next + lane] = before * missed
              for slot in Swift.stride(from: 1, through: min(last, cap - 1), by: 1) {
                let own = alpha[here + slot * lanes + lane]
                alpha[next + slot * lanes + lane] = own * missed + before * failed
                before = own
              }
              if last < cap {
                alpha[next + (last + 1) * lanes + lane] = before * failed
              } else {
                alpha[next + cap * lanes + lane] =
                  alpha[here + cap * lanes + lane] + before * failed
              }
            }
          }
        }
      }
    }
  }

  /// β before each member but the last `known` ones.
  ///
  /// It is stored by the number of members that come later, so that it stays where it is when the
  /// list changes before them.
  private mutating func fillLater(
    _ problem: PreparedPortfolio, _ list: ListState, _ rows: [Int], from known: Int, cap: Int
  ) {
    let lanes = lanes
    let stride = (cap + 1) * lanes
    let count = rows.count
    problem.chance.withUnsafeBufferPointer { chance in
      problem.offer.withUnsafeBufferPointer { offer in
        later.withUnsafeMutableBufferPointer { beta in
          // Row 0, beyond the last member, stays zero.
          for depth in Swift.stride(from: known, to: count, by: 1) {
            let index = count - 1 - depth
            let row = rows[index] * lanes
            let u = problem.utility[list.members[index]]
            let next = depth * stride
            let here = next + stride
            for lane in 0..<lanes {
              let missed = 1 - offer[row + lane]
              let failed = offer[row + lane] - chance[row + lane]
              let won = chance[row + lane] * u
              var stay = beta[next + lane]
              for slot in 0..<cap {
                let taken = beta[next + (slot + 1) * lanes + lane]
                beta[here + slot * lanes + lane] = missed * stay + won + failed * taken
                stay = taken
              }
              // With every place taken no further offer is attended.
              beta[here + cap * lanes + lane] = .zero
            }
          }
        }
      }
    }
  }

  /// Makes the sums of a gap if they are not those of this list.
  @inline(__always)
  mutating func sumGap(_ index: Int, cap: Int) {
    if gapVersion[index] != version { makeGap(index, cap: cap) }
  }

  /// Makes the sums of a member if they are not those of this list.
  @inline(__always)
  mutating func sumMember(_ index: Int, cap: Int) {
    if memberVersion[index] != version { makeMember(index, cap: cap) }
  }

  /// Over the places that may be taken: the mass alive, that mass times what the members behind are
  /// worth with one place less, and with the same places.
  @inline(__always)
  private static func sums(
    _ alpha: UnsafeBufferPointer<Lane>, from mass: Int, _ beta: UnsafeBufferPointer<Lane>,
    from table: Int, slots: Int, lanes: Int
  ) -> (alive: Lane, less: Lane, same: Lane) {
    var alive = Lane.zero
    var less = Lane.zero
    var same = Lane.zero
    for slot in 0..<slots {
      let m = alpha[mass + slot * lanes]
      alive += m
      less += m * beta[table + (slot + 1) * lanes]
      same += m * beta[table + slot * lanes]
    }
    return (alive, less, same)
  }

  private mutating func makeGap(_ index: Int, cap: Int) {
    gapVersion[index] = version
    let lanes = lanes
    let stride = (cap + 1) * lanes
    let mass = index * stride
    let table = (memberCount - index) * stride
    let here = index * lanes
    // More places than members before the gap cannot be taken.
    let slots = min(cap, index + 1)
    later.withUnsafeBufferPointer { beta in
      alive.withUnsafeBufferPointer { alpha in
        for lane in 0..<lanes {
          let (a, b, same) = Self.sums(
            alpha, from: mass + lane, beta, from: table + lane, slots: slots, lanes: lanes)
          gapA[here + lane] = a
          gapB[here + lane] = b
          gapD[here + lane] = b - same
        }
      }
    }
  }

  private mutating func makeMember(_ index: Int, cap: Int) {
    memberVersion[index] = version
    let lanes = lanes
    let stride = (cap + 1) * lanes
    let mass = index * stride
    let table = (memberCount - index - 1) * stride
    let here = index * lanes
    let slots = min(cap, index + 1)
    later.withUnsafeBufferPointer { beta in
      alive.withUnsafeBufferPointer { alpha in
        for lane in 0..<lanes {
          let (a, b, same) = Self.sums(
            alpha, from: mass + lane, beta, from: table + lane, slots: slots, lanes: lanes)
          gapA[here + lane] = a
          memberB[here + lane] = b
          memberD[here + lane] = b - same
        }
      }
    }
  }
}
