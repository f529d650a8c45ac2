/// What every pass over a market shares, computed once.
struct RothPeransonPreparation {
  let placesAtApplicants: [Int32]
  let linked: EntrySet

  init(market: Market) {
    placesAtApplicants = market.placesAtApplicants()
    var linked = EntrySet(entryCount: market.programLists.entryCount)
    func link(_ program: Int32, _ rank: Int32) {
      guard program >= 0, rank != Market.notRanked else { return }
      linked.insert(market.programLists.starts[Int(program)] + Int(rank))
    }
    for (pair, ranks) in zip(market.couples.pairs, market.couples.ranks) {
      link(pair.firstID, ranks.first)
      link(pair.secondID, ranks.second)
    }
    for (program, rank) in zip(market.supplements.lists.items, market.supplements.ranks) {
      link(program, rank)
    }
    self.linked = linked
  }
}

/// How much work one pass may do.
struct RothPeransonLimits {
  /// Proposers served and programs reconsidered in one pass.
  var steps: Int
  /// Seats that one couple may lose during one insertion before it counts as going in a circle.
  var lossesPerInsertion: Int
}

/// A set of entries of flat lists, one bit each.
struct EntrySet {
  private var words: [UInt64]

  init(entryCount: Int) {
    words = [UInt64](repeating: 0, count: entryCount / 64 + 1)
  }

  mutating func insert(_ entry: Int) {
    words[entry >> 6] |= 1 << UInt64(entry & 63)
  }

  func contains(_ entry: Int) -> Bool {
    words[entry >> 6] & (1 << UInt64(entry & 63)) != 0
  }

  /// The first member in `start..<end`, or `end`.
  func first(from start: Int, to end: Int) -> Int {
    guard start < end else { return end }
    var index = start >> 6
    var word = words[index] & ~((1 << UInt64(start & 63)) - 1)
    while word == 0 {
      index += 1
      if index << 6 >= end { return end }
      word = words[index]
    }
    return min(end, index << 6 + word.trailingZeroBitCount)
  }
}
