/// Finds one partner's list against a fixed list of the other: lazy greedy, tokens set anew,
/// exchange moves.
///
/// The value is monotone submodular (without a cap on offers), so lazy greedy under a limit of
/// count is within 1 − 1/e of the best against this list of the other (Nemhauser, Wolsey & Fisher
/// 1978), in practice far closer; gains seen before are upper bounds of gains now.
struct PartnerSearch {
  let side: PartnerSide
  let table: ScenarioTable
  let reach: PartnerReach
  /// Place of each option in the order of keeping offers.
  let keeping: [Int]
  /// Variant of each option on the list, else −1.
  private var variant: [Int]
  /// Options on the list in the order of keeping.
  private(set) var members: [Int] = []
  private(set) var usage: PartnerUsage
  private var current: [Double]
  /// Under a cap: an offer is attended if its option stands before this in the order of keeping.
  private var attendedBefore: [Int32]

  init(_ side: PartnerSide, _ table: ScenarioTable, _ reach: PartnerReach) {
    self.side = side
    self.table = table
    self.reach = reach
    var means: [Int: Double] = [:]
    let potential = (0..<side.count).map { option in
      let place = side.place[option]
      let mean = means[place] ?? reach.mean(place: place)
      means[place] = mean
      // What an attended offer is worth: kept offers are those that succeed often at good places.
      return side.afterOffer[option] * (side.worth[option] + mean)
    }
    let order = (0..<side.count).sorted { a, b in
      if potential[a] != potential[b] { return potential[a] > potential[b] }
      let first = side.mean[side.row(a, 0)]
      let second = side.mean[side.row(b, 0)]
      return first == second ? a < b : first > second
    }
    var keeping = [Int](repeating: 0, count: side.count)
    for (position, option) in order.enumerated() { keeping[option] = position }
    self.keeping = keeping
    variant = [Int](repeating: -1, count: side.count)
    usage = PartnerUsage(side)
    current = reach.withoutSelf
    attendedBefore = [Int32](repeating: .max, count: table.scenarios)
  }

  /// The list in the order of keeping.
  var list: [PortfolioChoice] {
    members.map { PortfolioChoice(option: $0, variant: variant[$0]) }
  }

  /// The sample's mean joint worth.
  var value: Double { current.reduce(0, +) / Double(table.scenarios) }

  /// Starts from a list.
  mutating func restart(_ list: [PortfolioChoice]) {
    variant = [Int](repeating: -1, count: side.count)
    usage = PartnerUsage(side)
    for choice in list {
      variant[choice.option] = choice.variant
      usage.add(choice.option, choice.variant, side)
    }
    members = list.map(\.option).sorted { keeping[$0] < keeping[$1] }
    evaluate()
  }

  // MARK: Moves

  private mutating func insert(_ option: Int, _ variant: Int) {
    self.variant[option] = variant
    usage.add(option, variant, side)
    let position = members.firstIndex { keeping[$0] > keeping[option] } ?? members.count
    members.insert(option, at: position)
    if side.limits.statedCap == nil {
      raise(with: option, table.successes(side.row(option, variant)))
    } else {
      evaluate()
    }
  }

  private mutating func remove(_ option: Int) {
    usage.remove(option, variant[option], side)
    variant[option] = -1
    members.removeAll { $0 == option }
    evaluate()
  }

  private mutating func raise(with option: Int, _ bits: some Collection<UInt64>) {
    let own = side.worth[option]
    let place = side.place[option]
    forEachBit(bits) { scenario in
      let worth = reach.worth(own, place: place, scenario: scenario)
      if worth > current[scenario] { current[scenario] = worth }
    }
  }

  private mutating func evaluate() {
    current = reach.withoutSelf
    for (choice, bits) in zip(list, table.attendedSuccesses(list, side)) {
      raise(with: choice.option, bits)
    }
    guard let cap = side.limits.statedCap else { return }
    var counts = [Int32](repeating: 0, count: table.scenarios)
    attendedBefore = [Int32](repeating: cap == 0 ? -1 : .max, count: table.scenarios)
    for choice in list {
      let position = Int32(keeping[choice.option])
      forEachBit(table.offers(side.row(choice.option, choice.variant))) { scenario in
        counts[scenario] += 1
        if counts[scenario] == cap { attendedBefore[scenario] = position }
      }
    }
  }

  /// What a choice would add; under a cap, without what it displaces.
  private func gain(_ option: Int, _ variant: Int) -> Double {
    let own = side.worth[option]
    let place = side.place[option]
    let position = Int32(keeping[option])
    // The innermost loop of the whole search: pointers spare it every check.
    let isCapped = side.limits.statedCap != nil
    let alone = reach.worthAlone * own
    let row = side.row(option, variant)
    let first = place * table.scenarios
    let sum = reach.byPlace.withUnsafeBufferPointer { others in
      current.withUnsafeBufferPointer { current in
        attendedBefore.withUnsafeBufferPointer { attendedBefore in
          var sum = 0.0
          forEachBit(table.successes(row)) { scenario in
            if isCapped, position > attendedBefore[scenario] { return }
            let other = others[first + scenario]
            let more = (other >= 0 ? own + other : alone) - current[scenario]
            if more > 0 { sum += more }
          }
          return sum
        }
      }
    }
    return sum / Double(table.scenarios)
  }

  /// The variant that adds most among those with a token left; a plain one wins a tie.
  private func bestVariant(_ option: Int) -> (variant: Int, gain: Double)? {
    if side.isRising[option] {
      // All variants meet the same luck, so the strongest to be had adds at least what others do.
      let strongest = (0..<side.variantCount(option)).last {
        side.allows(option, $0) && usage.hasToken(option, $0, side)
      }
      return strongest.map { ($0, gain(option, $0)) }
    }
    var best: (variant: Int, gain: Double)?
    for variant in 0..<side.variantCount(option)
    where side.allows(option, variant) && usage.hasToken(option, variant, side) {
      let gain = gain(option, variant)
      if gain > (best?.gain ?? -1) + 1e-12 { best = (variant, gain) }
    }
    return best
  }

  // MARK: Search

  /// Adds what helps most until nothing adds `least` or no limit is left.
  mutating func grow(least: Double) {
    for option in 0..<side.count where side.isRequired(option) && variant[option] < 0 {
      if let best = bestVariant(option), usage.extraFee(option, side) != nil {
        insert(option, best.variant)
      }
    }
    // With several classes a budget makes options differ in price: gain for money then.
    let perDollar = side.hasBudget && (side.classCount > 1 || Set(side.cost).count > 1)
    func score(_ option: Int) -> (score: Double, variant: Int, gain: Double)? {
      guard variant[option] < 0, let extra = usage.extraFee(option, side),
        let best = bestVariant(option)
      else { return nil }
      return (perDollar ? best.gain / Double(max(1, extra)) : best.gain, best.variant, best.gain)
    }
    var heap = MaxHeap()
    for option in 0..<side.count {
      if let first = score(option), first.gain > 0 {
        heap.push(score: first.score, position: option)
      }
    }
    var seen = [Int](repeating: 0, count: side.count)
    var round = 0
    while let top = heap.top {
      let option = top.position
      guard seen[option] == round else {
        seen[option] = round
        if let now = score(option), now.gain >= max(least, 1e-12) {
          heap.replaceTop(score: now.score)
        } else {
          heap.removeTop()
        }
        continue
      }
      heap.removeTop()
      guard let now = score(option), now.gain >= max(least, 1e-12) else { continue }
      insert(option, now.variant)
      round += 1
    }
  }

  /// Takes all tokens back and spends them again, each where it adds most; kept only if better.
  mutating func respendTokens() {
    guard side.limits.tokens.contains(where: { $0 > 0 }) else { return }
    let before = list
    let beforeValue = value
    restart(
      before.map { choice in
        let isFree = side.allows(choice.option, 0)
        return PortfolioChoice(option: choice.option, variant: isFree ? 0 : choice.variant)
      })
    while true {
      var best: (option: Int, variant: Int, gain: Double)?
      for option in members where variant[option] == 0 {
        for candidate in stride(from: side.variantCount(option) - 1, to: 0, by: -1)
        where side.allows(option, candidate) && usage.hasToken(option, candidate, side) {
          let gain = gain(option, candidate)
          if gain > (best?.gain ?? 0) { best = (option, candidate, gain) }
        }
      }
      guard let best else { break }
      usage.remove(best.option, 0, side)
      usage.add(best.option, best.variant, side)
      variant[best.option] = best.variant
      evaluate()
    }
    if value < beforeValue { restart(before) }
  }

  /// Swaps the least useful members for something better while that raises the value.
  mutating func exchange(tries: Int, least: Double) {
    var fruitless = 0
    while fruitless < tries {
      let worst = removalLosses().filter { !side.isRequired($0.option) }
      guard fruitless < worst.count else { return }
      let before = list
      let beforeValue = value
      remove(worst[fruitless].option)
      grow(least: least)
      let isSame = Set(list) == Set(before)
      if !isSame, value > beforeValue + 1e-9 {
        fruitless = 0
      } else {
        restart(before)
        fruitless += 1
      }
    }
  }

  /// What the value loses without each member, the smallest loss first.
  private func removalLosses() -> [(option: Int, loss: Double)] {
    var best = reach.withoutSelf
    var second = reach.withoutSelf
    var owner = [Int32](repeating: -1, count: table.scenarios)
    for (member, bits) in table.attendedSuccesses(list, side).enumerated() {
      let own = side.worth[members[member]]
      let place = side.place[members[member]]
      forEachBit(bits) { scenario in
        let worth = reach.worth(own, place: place, scenario: scenario)
        if worth > best[scenario] {
          second[scenario] = best[scenario]
          best[scenario] = worth
          owner[scenario] = Int32(member)
        } else if worth > second[scenario] {
          second[scenario] = worth
        }
      }
    }
    var losses = members.map { (option: $0, loss: 0.0) }
    for scenario in 0..<table.scenarios where owner[scenario] >= 0 {
      losses[Int(owner[scenario])].loss += best[scenario] - second[scenario]
    }
    return losses.sorted { $0.loss == $1.loss ? $0.option < $1.option : $0.loss < $1.loss }
  }
}
