/// For a list, everything needed to price any single change of it in one pass over the nodes.
///
/// Let α be the chance, given the node, that no more preferred member has succeeded (times the
/// node's weight), and β what the less preferred members are then worth. Putting an option of
/// utility u and chance q in between adds
///
/// Σₖ qₖ · (u · Aₖ − Bₖ),  A = α, B = α · β.
///
/// With a cap of C attended offers both depend on the number s of places taken, and an offer
/// itself (chance o) has a price, since it takes a place that less preferred members may need:
///
/// Σₖ qₖ · (u · Aₖ − Bₖ) + oₖ · Dₖ,  A = Σₛ αₛ, B = Σₛ αₛ βₛ₊₁, D = Σₛ αₛ (βₛ₊₁ − βₛ) ≤ 0.
///
/// There are two sets of tables: for each gap between members (insertions), and for each member
/// with itself left out (removals, changes of variant). The A of a member is that of the gap
/// before it. Building them is O(members · nodes) without a cap; with one, O(members · nodes · C)
/// at first and for all sums, less after a small change.
struct MarginalTables: Sendable {
  let lanes: Int
  let cap: Int?
  private(set) var memberCount = 0
  /// The list's value above the outside value.
  private(set) var value = 0.0

  var gapA: [Lane] = []
  var gapB: [Lane] = []
  var gapD: [Lane] = []
  var memberB: [Lane] = []
  var memberD: [Lane] = []
  /// β after each member; with a cap, for each number of places taken and from the last member
  /// back.
  var later: [Lane] = []
  /// With a cap: α before each member for each number of places taken.
  var alive: [Lane] = []
  /// With a cap: the rows of the list that `alive` and `later` are of.
  var rows: [Int] = []
  var spareRows: [Int] = []
  /// With a cap: which list the sums of a gap and of a member are of.
  var gapVersion: [Int] = []
  var memberVersion: [Int] = []
  var version = 0

  init(_ problem: PreparedPortfolio, cap: Int?) {
    lanes = problem.lanes
    self.cap = cap
  }

  /// Builds the tables of a list.
  mutating func rebuild(_ problem: PreparedPortfolio, _ list: ListState) {
    memberCount = list.members.count
    let size = (memberCount + 1) * lanes
    if gapA.count < size {
      gapA = [Lane](repeating: .zero, count: size * 2)
      gapB = gapA
      memberB = gapA
      if cap == nil {
        later = gapA
      } else {
        gapD = gapA
        memberD = gapA
      }
    }
    var sum = Lane.zero
    if let cap {
      rebuild(problem, list, cap: cap)
      let first = memberCount * (cap + 1) * lanes
      for lane in 0..<lanes { sum += problem.weights[lane] * later[first + lane] }
    } else {
      rebuildUncapped(problem, list)
      for lane in 0..<lanes { sum += gapB[lane] }
    }
    value = sum.total
  }

  /// Every move builds these tables anew, so no check and no look-up stands in the inner loops.
  private mutating func rebuildUncapped(_ problem: PreparedPortfolio, _ list: ListState) {
    let lanes = lanes
    let members = list.members
    let rows = members.map { (problem.firstRow[$0] + list.variantAt[$0]) * lanes }
    problem.chance.withUnsafeBufferPointer { chance in
      gapA.withUnsafeMutableBufferPointer { a in
        for lane in 0..<lanes { a[lane] = problem.weights[lane] }
        for (index, row) in rows.enumerated() {
          let here = index * lanes
          for lane in 0..<lanes {
            a[here + lanes + lane] = a[here + lane] * (1 - chance[row + lane])
          }
        }
        gapB.withUnsafeMutableBufferPointer { b in
          memberB.withUnsafeMutableBufferPointer { own in
            later.withUnsafeMutableBufferPointer { r in
              let last = rows.count * lanes
              for lane in last..<(last + lanes) {
                r[lane] = .zero
                b[lane] = .zero
              }
              var index = rows.count - 1
              while index >= 0 {
                let row = rows[index]
                let here = index * lanes
                let u = Lane(repeating: problem.utility[members[index]])
                for lane in 0..<lanes {
                  let q = chance[row + lane]
                  let next = r[here + lanes + lane]
                  let value = q * u + (1 - q) * next
                  let alive = a[here + lane]
                  r[here + lane] = value
                  own[here + lane] = alive * next
                  b[here + lane] = alive * value
                }
                index -= 1
              }
            }
          }
        }
      }
    }
  }

  /// The gain of inserting a row of utility `u` in a gap.
  ///
  /// O(nodes), and with a cap O(nodes · C) for the first row in a gap.
  @inline(__always)
  mutating func gain(_ problem: PreparedPortfolio, row: Int, utility u: Double, gap: Int) -> Double
  {
    guard let cap else { return price(problem, row: row, utility: u, at: gap, gapB) }
    sumGap(gap, cap: cap)
    return price(problem, row: row, utility: u, at: gap, gapB, gapD)
  }

  /// The gain of a row of utility `u` in place of the member at `index`, over leaving that member
  /// out.
  ///
  /// O(nodes), and with a cap O(nodes · C) for the first row at a member.
  @inline(__always)
  mutating func replacementGain(
    _ problem: PreparedPortfolio, row: Int, utility u: Double, index: Int
  ) -> Double {
    guard let cap else { return price(problem, row: row, utility: u, at: index, memberB) }
    sumMember(index, cap: cap)
    return price(problem, row: row, utility: u, at: index, memberB, memberD)
  }

  @inline(__always)
  private func price(
    _ problem: PreparedPortfolio, row: Int, utility u: Double, at index: Int, _ bTable: [Lane],
    _ dTable: [Lane]? = nil
  ) -> Double {
    let lanes = lanes
    let base = index * lanes
    let start = row * lanes
    var sum = Lane.zero
    problem.chance.withUnsafeBufferPointer { chance in
      gapA.withUnsafeBufferPointer { a in
        bTable.withUnsafeBufferPointer { b in
          for lane in 0..<lanes {
            sum += chance[start + lane] * (u * a[base + lane] - b[base + lane])
          }
        }
      }
    }
    if let dTable {
      problem.offer.withUnsafeBufferPointer { offer in
        dTable.withUnsafeBufferPointer { d in
          for lane in 0..<lanes { sum += offer[start + lane] * d[base + lane] }
        }
      }
    }
    return sum.total
  }
}
