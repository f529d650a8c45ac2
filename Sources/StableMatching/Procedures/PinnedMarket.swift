/// A market in which the couples' assignment is given and only singles choose.
struct PinnedMarket {
  let market: Market
  let quotas: [Int32]
  private let placesAtApplicants: [Int32]

  init(market: Market, quotas: [Int32]) {
    self.market = market
    self.quotas = quotas
    placesAtApplicants = market.placesAtApplicants()
  }

  /// The program-optimal matching with every couple at the given place of its joint list, and what
  /// blocks it; `nil` if programs would not keep the couples' members.
  func matching(couplesAt places: [Int]) -> (matching: Matching, blockingPairs: [BlockingPair])? {
    var pinned = [Int32](repeating: Market.none, count: market.applicantCount)
    for (couple, place) in places.enumerated() where place < market.couples.length(of: couple) {
      let pair = market.couples.pairs[market.couples.starts[couple] + place]
      pinned[Int(market.couples.firsts[couple])] = pair.firstID
      pinned[Int(market.couples.seconds[couple])] = pair.secondID
    }
    let assigned = programOptimal(pinned)
    for applicant in pinned.indices
    where market.couples.couple(of: applicant) != nil && assigned[applicant] != pinned[applicant] {
      return nil
    }
    let matching = Matching(
      programs: assigned, supplementalPrograms: [], quotas: quotas, in: market)
    return (matching, market.audit(matching).blockingPairs)
  }

  /// Program-proposing deferred acceptance in which a pinned applicant accepts one program only.
  private func programOptimal(_ pinned: [Int32]) -> [Int32] {
    var assigned = [Int32](repeating: Market.none, count: market.applicantCount)
    var held = [Int32](repeating: Int32.max, count: market.applicantCount)
    var free = quotas
    var next = market.programLists.starts
    var waiting = Array((0..<market.programCount).reversed())
    while let program = waiting.popLast() {
      while free[program] > 0, next[program] < market.programLists.starts[program + 1] {
        let entry = next[program]
        next[program] += 1
        let applicant = Int(market.programLists.items[entry])
        let isMember = market.couples.couple(of: applicant) != nil
        let place =
          isMember
          ? (pinned[applicant] == Int32(program) ? 0 : Market.none) : placesAtApplicants[entry]
        guard place >= 0, place < held[applicant] else { continue }
        if assigned[applicant] >= 0 {
          let former = Int(assigned[applicant])
          free[former] += 1
          waiting.append(former)
        }
        assigned[applicant] = Int32(program)
        held[applicant] = place
        free[program] -= 1
      }
    }
    return assigned
  }
}
