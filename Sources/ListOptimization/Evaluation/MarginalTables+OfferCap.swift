extension MarginalTables {
  /// Builds the tables under a cap of attended offers, by dynamic programming over (member in
  /// order of preference, places taken): first β from the last member back, then α from the first
  /// member on, summed over the places as it goes.
  mutating func rebuild(_ problem: PreparedPortfolio, _ list: ListState, cap: Int) {
    let stride = (cap + 1) * lanes
    let size = (list.members.count + 1) * stride
    if later.count < size { later = [Lane](repeating: .zero, count: size * 2) }
    if alive.count < stride { alive = [Lane](repeating: .zero, count: stride) }
    fillLater(problem, list, cap: cap)
    for index in 0..<stride { alive[index] = .zero }
    for lane in 0..<lanes { alive[lane] = problem.weights[lane] }
    for index in 0...list.members.count {
      sumOverPlaces(index: index, isMember: index < list.members.count, cap: cap)
      if index < list.members.count {
        let position = list.members[index]
        advance(problem, row: problem.firstRow[position] + list.variantAt[position], cap: cap)
      }
    }
  }

  private mutating func fillLater(_ problem: PreparedPortfolio, _ list: ListState, cap: Int) {
    let lanes = lanes
    let stride = (cap + 1) * lanes
    let members = list.members
    later.withUnsafeMutableBufferPointer { beta in
      for index in 0..<stride { beta[members.count * stride + index] = .zero }
      var index = members.count - 1
      while index >= 0 {
        let position = members[index]
        let row = (problem.firstRow[position] + list.variantAt[position]) * lanes
        let u = problem.utility[position]
        let here = index * stride
        let next = here + stride
        for lane in 0..<lanes {
          let q = problem.chance[row + lane]
          let o = problem.offer[row + lane]
          for slot in 0..<cap {
            let stay = beta[next + slot * lanes + lane]
            let taken = beta[next + (slot + 1) * lanes + lane]
            beta[here + slot * lanes + lane] = (1 - o) * stay + q * u + (o - q) * taken
          }
          // With every place taken no further offer is attended.
          beta[here + cap * lanes + lane] = .zero
        }
        index -= 1
      }
    }
  }

  private mutating func sumOverPlaces(index: Int, isMember: Bool, cap: Int) {
    let lanes = lanes
    let stride = (cap + 1) * lanes
    let here = index * lanes
    let table = index * stride
    later.withUnsafeBufferPointer { beta in
      alive.withUnsafeBufferPointer { alpha in
        for lane in 0..<lanes {
          var a = Lane.zero
          var b = Lane.zero
          var same = Lane.zero
          var ownB = Lane.zero
          var ownSame = Lane.zero
          for slot in 0..<cap {
            let mass = alpha[slot * lanes + lane]
            a += mass
            b += mass * beta[table + (slot + 1) * lanes + lane]
            same += mass * beta[table + slot * lanes + lane]
            if isMember {
              ownB += mass * beta[table + stride + (slot + 1) * lanes + lane]
              ownSame += mass * beta[table + stride + slot * lanes + lane]
            }
          }
          gapA[here + lane] = a
          gapB[here + lane] = b
          gapD[here + lane] = b - same
          memberB[here + lane] = ownB
          memberD[here + lane] = ownB - ownSame
        }
      }
    }
  }

  /// Moves α past a member: it makes no offer, or its offer takes a place and fails.
  private mutating func advance(_ problem: PreparedPortfolio, row: Int, cap: Int) {
    let lanes = lanes
    alive.withUnsafeMutableBufferPointer { alpha in
      for lane in 0..<lanes {
        let q = problem.chance[row * lanes + lane]
        let o = problem.offer[row * lanes + lane]
        var slot = cap - 1
        while slot >= 0 {
          let mass = alpha[slot * lanes + lane]
          alpha[(slot + 1) * lanes + lane] += mass * (o - q)
          alpha[slot * lanes + lane] = mass * (1 - o)
          slot -= 1
        }
      }
    }
  }
}
