/// Exchange moves that make a list worth more while its chance of any success keeps a floor.
///
/// Every move is priced exactly in both values. A list below the floor counts with a penalty for
/// each point that it lacks, so that the same moves also lead from a list of too small a chance to
/// one that keeps the floor.
struct BalancedExchange: Sendable {
  let worth: PreparedPortfolio
  let matching: PreparedPortfolio
  let limits: ResourceLimits
  let region: SearchRegion
  let floor: Double
  /// What a missing unit of chance costs.
  var penalty: Double

  private(set) var list: ListState
  /// Chances priced at a node so far.
  private(set) var work = 0

  private var worthTables: MarginalTables
  private var matchTables: MarginalTables
  private let nodeWork: Int

  init(
    worth: PreparedPortfolio, matching: PreparedPortfolio, limits: ResourceLimits,
    region: SearchRegion, floor: Double
  ) {
    self.worth = worth
    self.matching = matching
    self.limits = limits
    self.region = region
    self.floor = floor
    penalty = 0
    list = ListState(worth)
    worthTables = MarginalTables(worth, cap: limits.offerCap)
    matchTables = MarginalTables(matching, cap: limits.offerCap)
    nodeWork = worth.lanes * 4
    refresh()
  }

  /// Worth − fee weight · fee, above the outside value.
  var objective: Double { worthTables.value - worth.feeWeight * Double(list.fee) }

  /// The chance of any success.
  var chance: Double { matchTables.value }

  var keepsFloor: Bool { chance >= floor }

  private var merit: Double { objective + penalty * min(0, chance - floor) }

  /// Goes on from another list.
  mutating func restart(from other: ListState) {
    list = other
    refresh()
  }

  private mutating func refresh() {
    worthTables.rebuild(worth, list)
    matchTables.rebuild(matching, list)
    work += 2 * (list.members.count + 1) * nodeWork * (1 + (limits.offerCap ?? 0))
  }

  /// Makes moves until none helps or the work is used up.
  ///
  /// Each pass is O(members · candidates · nodes).
  mutating func improve(candidates: [Int], workLimit: Int) {
    while work < workLimit {
      var didMove = fill(candidates)
      if moveTokens(workLimit: workLimit) { didMove = true }
      if exchangeMembers(candidates, workLimit: workLimit) { didMove = true }
      guard didMove else { return }
    }
  }

  private func isRise(_ now: Double, over before: Double) -> Bool {
    now > before + 1e-12 * max(1, abs(before))
  }

  /// Adds the option that raises the merit most, again and again.
  private mutating func fill(_ candidates: [Int]) -> Bool {
    var didMove = false
    while list.members.count < limits.count {
      var best: (merit: Double, position: Int, variant: Int)?
      let now = merit
      for position in candidates where !list.contains(position) {
        guard list.fits(position, worth, limits),
          let extra = list.extraFee(position, worth, limits)
        else { continue }
        let gap = list.insertionIndex(of: position)
        let first = worth.firstRow[position]
        for row in first..<worth.firstRow[position + 1]
        where region.isAllowed[row] && list.hasToken(position, row - first, worth, limits) {
          work += nodeWork
          let gain = worthTables.gain(
            worth, row: row, utility: worth.utility[position], gap: gap)
          let richer = objective + gain - worth.feeWeight * Double(extra)
          // Most are not worth enough, whatever their chance.
          guard isRise(richer, over: best?.merit ?? now) else { continue }
          work += nodeWork
          let chance =
            matchTables.value + matchTables.gain(matching, row: row, utility: 1, gap: gap)
          let next = richer + penalty * min(0, chance - floor)
          if isRise(next, over: best?.merit ?? now) { best = (next, position, row - first) }
        }
      }
      guard let best else { break }
      list.insert(best.position, variant: best.variant, worth)
      refresh()
      didMove = true
    }
    return didMove
  }

  /// Gives a token that is left to the member of whom it makes most, if it helps.
  private mutating func useFreeToken() {
    var best: (merit: Double, position: Int, variant: Int)?
    let now = merit
    for (index, position) in list.members.enumerated() {
      let first = worth.firstRow[position]
      for row in first..<worth.firstRow[position + 1]
      where row != first + list.variantAt[position] && region.isAllowed[row]
        && list.hasToken(position, row - first, worth, limits)
      {
        let next = meritChanging(index, to: row)
        if isRise(next, over: best?.merit ?? now) { best = (next, position, row - first) }
      }
    }
    guard let best else { return }
    list.change(best.position, to: best.variant, worth)
    refresh()
  }

  /// The merit with the member at `index` in another variant.
  private mutating func meritChanging(_ index: Int, to row: Int) -> Double {
    let position = list.members[index]
    let old = worth.firstRow[position] + list.variantAt[position]
    let u = worth.utility[position]
    work += 4 * nodeWork
    let gain =
      worthTables.replacementGain(worth, row: row, utility: u, index: index)
      - worthTables.replacementGain(worth, row: old, utility: u, index: index)
    let more =
      matchTables.replacementGain(matching, row: row, utility: 1, index: index)
      - matchTables.replacementGain(matching, row: old, utility: 1, index: index)
    return objective + gain + penalty * min(0, chance + more - floor)
  }

  /// Swaps the variants of two members of a class where that helps.
  private mutating func moveTokens(workLimit: Int) -> Bool {
    var didMove = false
    for position in list.members where list.variantAt[position] > 0 {
      let variant = list.variantAt[position]
      let first = worth.firstRow[position]
      for row in first..<worth.firstRow[position + 1]
      where region.isAllowed[row] && row - first != variant {
        guard work < workLimit else { return didMove }
        let other = row - first
        let before = merit
        list.change(position, to: other, worth)
        refresh()
        var best: (merit: Double, position: Int)?
        for (index, partner) in list.members.enumerated()
        where partner != position && list.variantAt[partner] == other
          && worth.classOf[partner] == worth.classOf[position]
        {
          let row = worth.firstRow[partner] + variant
          guard row < worth.firstRow[partner + 1], region.isAllowed[row] else { continue }
          let next = meritChanging(index, to: row)
          if isRise(next, over: best?.merit ?? before) { best = (next, partner) }
        }
        if let best {
          list.change(best.position, to: variant, worth)
          refresh()
          didMove = true
          break
        }
        list.change(position, to: variant, worth)
        refresh()
      }
    }
    return didMove
  }

  /// Takes each member out in turn, the least useful first, and fills up again; where it held a
  /// token, also after that token has gone to another member.
  private mutating func exchangeMembers(_ candidates: [Int], workLimit: Int) -> Bool {
    var didMove = false
    let contributions = list.members.enumerated().map { index, position in
      let row = worth.firstRow[position] + list.variantAt[position]
      let gain = worthTables.replacementGain(
        worth, row: row, utility: worth.utility[position], index: index)
      return (gain, position)
    }
    let turns = contributions.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
    for (_, position) in turns where !region.isRequired[position] {
      let saved = list
      let before = merit
      for movesToken in [false, true] where !movesToken || saved.variantAt[position] > 0 {
        guard work < workLimit else { return didMove }
        list = saved
        list.remove(position, worth)
        refresh()
        if movesToken { useFreeToken() }
        _ = fill(candidates)
        if isRise(merit, over: before) { break }
      }
      if isRise(merit, over: before) {
        didMove = true
      } else {
        list = saved
        refresh()
      }
    }
    return didMove
  }
}
