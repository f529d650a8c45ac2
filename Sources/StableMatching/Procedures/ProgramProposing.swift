/// Program-proposing deferred acceptance for singles (the National Intern Matching Program's
/// procedure until 1997).
///
/// Each program offers its free positions down its list; an applicant holds the best offer. The
/// result is the stable matching that every program likes best and every applicant least.
///
/// - Complexity: O(entries).
struct ProgramProposing<Observer: MatchObserver> {
  let market: Market
  private let places: [Int32]
  private var free: [Int32]
  /// The next rank each program has not yet made an offer to.
  private var next: [Int32]
  /// The place on each applicant's own list of the offer held; the length if none.
  private var held: [Int32]
  private(set) var offerCount = 0
  private(set) var observer: Observer

  init(market: Market, quotas: [Int32], observer: Observer) {
    self.market = market
    self.observer = observer
    places = market.placesAtApplicants()
    free = quotas
    next = [Int32](repeating: 0, count: market.programCount)
    held = (0..<market.applicantCount).map { Int32(market.applicantLists[$0].count) }
  }

  /// Lets every program offer its positions.
  mutating func run() {
    var waiting = Array((0..<market.programCount).reversed())
    while let program = waiting.popLast() {
      let start = market.programLists.starts[program]
      let length = Int32(market.programLists.starts[program + 1] - start)
      while free[program] > 0, next[program] < length {
        let rank = Int(next[program])
        next[program] += 1
        offerCount += 1
        if let loser = offer(rank, of: program, place: places[start + rank]) {
          waiting.append(loser)
        }
      }
    }
  }

  /// Makes one offer.
  ///
  /// - Returns: the program whose offer the applicant gives up for this one, if any.
  private mutating func offer(_ rank: Int, of program: Int, place: Int32) -> Int? {
    let applicant = market.programLists.item(rank, of: program)
    observer.record(.offered(program: program, rank: rank + 1, applicant: applicant))
    guard place >= 0, place < held[applicant] else {
      let present = self.program(of: applicant)
      observer.record(.declined(program: program, applicant: applicant, holding: present))
      return nil
    }
    let former = self.program(of: applicant)
    held[applicant] = place
    free[program] -= 1
    observer.record(.accepted(program: program, applicant: applicant))
    guard let former else { return nil }
    free[former] += 1
    observer.record(.declined(program: former, applicant: applicant, holding: program))
    return former
  }

  private func program(of applicant: Int) -> Int? {
    let entry = market.applicantLists.starts[applicant] + Int(held[applicant])
    return entry < market.applicantLists.starts[applicant + 1]
      ? Int(market.applicantLists.items[entry]) : nil
  }

  /// The program of each applicant, -1 if unmatched.
  var assignment: [Int32] {
    (0..<market.applicantCount).map { program(of: $0).map { Int32($0) } ?? Market.none }
  }
}
