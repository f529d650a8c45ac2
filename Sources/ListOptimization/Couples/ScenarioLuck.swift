import SmartPickNumerics

/// The fixed luck of one partner over a set of scenarios.
///
/// A scenario draws a node of the partner's common factor (stratified: every node comes up as often
/// as its weight says, in shuffled order) and two numbers for each option, one for its offer and
/// one for its success. They depend on (seed, partner, option, scenario) alone, so all lists and
/// all variants meet the same luck, and adding an option changes nobody else's.
struct ScenarioLuck: Sendable {
  let scenarios: Int
  let seed: UInt64
  let purpose: UInt32
  /// The node of each scenario.
  let node: [Int32]

  init(_ side: PartnerSide, scenarios: Int, seed: UInt64) {
    self.scenarios = scenarios
    self.seed = seed
    purpose = side.side == .first ? 1 : 2
    var strata = Array(0..<scenarios)
    var random = CounterRandom(seed: seed, entity: UInt64.max, purpose: purpose)
    random.shuffle(&strata)
    var cumulative: [Double] = []
    var sum = 0.0
    for weight in side.nodeWeights {
      sum += weight
      cumulative.append(sum)
    }
    var nodeOfStratum: [Int32] = []
    nodeOfStratum.reserveCapacity(scenarios)
    var node = 0
    for stratum in 0..<scenarios {
      let level = (Double(stratum) + 0.5) / Double(scenarios)
      while node < cumulative.count - 1, cumulative[node] < level { node += 1 }
      nodeOfStratum.append(Int32(node))
    }
    self.node = strata.map { nodeOfStratum[$0] }
  }

  /// The two numbers of each scenario for one option, as 32 bits each.
  func draws(of option: Int) -> CounterRandom {
    CounterRandom(seed: seed, entity: UInt64(option), purpose: purpose)
  }

  /// A chance as a threshold for 32 random bits.
  static func threshold(_ chance: Double) -> UInt64 {
    UInt64((min(1, max(0, chance)) * 0x1p32).rounded())
  }
}

/// Offers and successes of every (option, variant) of one partner, one bit a scenario.
struct ScenarioTable: Sendable {
  let scenarios: Int
  /// 64-bit words a row.
  let words: Int
  private(set) var offers: [UInt64]
  private(set) var successes: [UInt64]

  /// Draws the rows of the given options; the others stay empty.
  ///
  /// O(options · scenarios).
  init(_ side: PartnerSide, _ luck: ScenarioLuck, options: some Sequence<Int>) {
    scenarios = luck.scenarios
    words = (luck.scenarios + 63) / 64
    let rows = side.mean.count
    offers = [UInt64](repeating: 0, count: rows * words)
    successes = offers
    let nodes = side.nodes
    let offerAt = side.offer.map(ScenarioLuck.threshold)
    let successAt = side.success.map(ScenarioLuck.threshold)
    for option in options {
      var random = luck.draws(of: option)
      let start = side.firstRow[option]
      let end = side.firstRow[option + 1]
      for scenario in 0..<scenarios {
        let bits = random.next()
        let offerLuck = bits >> 32
        let successLuck = bits & 0xFFFF_FFFF
        let node = Int(luck.node[scenario])
        let word = scenario >> 6
        let bit: UInt64 = 1 << UInt64(scenario & 63)
        for row in start..<end where offerLuck < offerAt[row * nodes + node] {
          offers[row * words + word] |= bit
          if successLuck < successAt[row * nodes + node] {
            successes[row * words + word] |= bit
          }
        }
      }
    }
  }

  /// The same rows in the first of the scenarios, in whole words; at least one word.
  init(_ whole: ScenarioTable, first share: Int) {
    let kept = max(1, min(whole.words, share / 64))
    words = kept
    scenarios = min(whole.scenarios, kept * 64)
    let rows = whole.words > 0 ? whole.offers.count / whole.words : 0
    offers = (0..<rows).flatMap { whole.offers($0).prefix(kept) }
    successes = (0..<rows).flatMap { whole.successes($0).prefix(kept) }
  }

  func offers(_ row: Int) -> ArraySlice<UInt64> { offers[row * words..<(row + 1) * words] }

  func successes(_ row: Int) -> ArraySlice<UInt64> { successes[row * words..<(row + 1) * words] }
}

extension ScenarioTable {
  /// The successes at attended offers, for each choice of a list in the order of keeping.
  func attendedSuccesses(
    _ list: [PortfolioChoice], _ side: PartnerSide
  ) -> [[UInt64]] {
    guard let cap = side.limits.statedCap else {
      return list.map { Array(successes(side.row($0.option, $0.variant))) }
    }
    var attended = [Int32](repeating: 0, count: scenarios)
    return list.map { choice in
      let row = side.row(choice.option, choice.variant)
      var result = [UInt64](repeating: 0, count: words)
      for word in 0..<words {
        var bits = offers[row * words + word]
        let success = successes[row * words + word]
        while bits != 0 {
          let bit = bits.trailingZeroBitCount
          bits &= bits - 1
          let scenario = word << 6 + bit
          guard attended[scenario] < cap else { continue }
          attended[scenario] += 1
          result[word] |= success & (1 << UInt64(bit))
        }
      }
      return result
    }
  }
}
