/// The couples of a market in flat arrays, with every pair's ranks at its two programs.
public struct CoupleTable: Sendable, Equatable {
  /// The places of the two partners on the lists of a pair's two programs.
  struct PairRanks: Equatable {
    /// ``Market/notRanked`` if the program does not rank the partner or the side is empty.
    var first: Int32
    var second: Int32
  }

  /// One partner of each couple.
  public let firsts: [Int32]
  /// The other partner of each couple.
  public let seconds: [Int32]
  /// Where each joint list begins in `pairs`; one more element than there are couples.
  public let starts: [Int]
  /// All joint lists one after the other, best first.
  public let pairs: [Couple.Pair]
  let ranks: [PairRanks]
  /// The couple of each applicant, -1 for singles; empty in a market without couples.
  private let coupleOfApplicant: [Int32]

  /// The number of couples.
  public var count: Int { firsts.count }

  /// The couple that `applicant` belongs to, if any.
  public func couple(of applicant: Int) -> Int? {
    guard !coupleOfApplicant.isEmpty else { return nil }
    let couple = coupleOfApplicant[applicant]
    return couple < 0 ? nil : Int(couple)
  }

  /// A joint list, best first.
  public subscript(couple: Int) -> ArraySlice<Couple.Pair> {
    pairs[starts[couple]..<starts[couple + 1]]
  }

  /// The number of pairs a couple ranks.
  func length(of couple: Int) -> Int { starts[couple + 1] - starts[couple] }

  init(
    _ couples: [Couple], applicants: PreferenceLists, index: RankIndex
  ) throws(MarketError) {
    var starts = [0]
    var pairs: [Couple.Pair] = []
    var ranks: [PairRanks] = []
    pairs.reserveCapacity(couples.reduce(0) { $0 + $1.ranking.count })
    ranks.reserveCapacity(pairs.capacity)
    for (number, couple) in couples.enumerated() {
      for partner in [couple.first, couple.second] {
        guard (0..<applicants.count).contains(partner) else {
          throw .unknownPartner(id: partner, couple: number)
        }
      }
      for pair in couple.ranking {
        let last = max(pair.firstID, pair.secondID)
        guard Int(last) < index.programCount else {
          throw .unknownPairProgram(
            id: Int(last), couple: number, entry: pairs.count - (starts.last ?? 0) + 1)
        }
        pairs.append(pair)
        ranks.append(
          PairRanks(
            first: Self.rank(of: couple.first, at: pair.firstID, in: index),
            second: Self.rank(of: couple.second, at: pair.secondID, in: index)))
      }
      try Self.refuseRepetition(in: couple.ranking, couple: number)
      starts.append(pairs.count)
    }
    self.coupleOfApplicant = try Self.membership(of: couples, applicants: applicants)
    self.firsts = couples.map { Int32($0.first) }
    self.seconds = couples.map { Int32($0.second) }
    self.starts = starts
    self.pairs = pairs
    self.ranks = ranks
  }

  private static func rank(of applicant: Int, at program: Int32, in index: RankIndex) -> Int32 {
    program < 0 ? Market.notRanked : index.rank(of: applicant, at: program)
  }

  private static func refuseRepetition(
    in ranking: [Couple.Pair], couple: Int
  ) throws(MarketError) {
    var keys = ranking.map { pair in
      Int64(pair.firstID) << 32 | Int64(UInt32(bitPattern: pair.secondID))
    }
    keys.sort()
    guard zip(keys, keys.dropFirst()).contains(where: ==) else { return }
    var seen: Set<Couple.Pair> = []
    for (offset, pair) in ranking.enumerated() where !seen.insert(pair).inserted {
      throw .repeatedPair(couple: couple, entry: offset + 1)
    }
  }

  private static func membership(
    of couples: [Couple], applicants: PreferenceLists
  ) throws(MarketError) -> [Int32] {
    guard !couples.isEmpty else { return [] }
    var coupleOf = [Int32](repeating: Market.none, count: applicants.count)
    for (number, couple) in couples.enumerated() {
      for partner in [couple.first, couple.second] {
        guard coupleOf[partner] < 0 else {
          throw .partnerTwice(applicant: partner, couple: number)
        }
        guard applicants[partner].isEmpty else {
          throw .partnerHasOwnList(applicant: partner, couple: number)
        }
        coupleOf[partner] = Int32(number)
      }
    }
    return coupleOf
  }
}
