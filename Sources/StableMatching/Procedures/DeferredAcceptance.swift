/// Applicant-proposing deferred acceptance (Gale and Shapley 1962) for singles.
///
/// In rounds: everybody without a seat proposes down the list until held; those who lost their
/// seat meanwhile make up the next round. The order does not matter for the result, which is the
/// stable matching that every applicant likes best among all stable matchings. It matters for the
/// speed: following each displaced applicant at once makes every memory access wait for the one
/// before, while the proposers of a round are known in advance and their accesses overlap.
///
/// - Complexity: O(entries); each entry is proposed to at most once.
struct DeferredAcceptance<Observer: MatchObserver> {
  let market: Market
  /// Every applicant's present entry, from 0; the length of the list when it is exhausted.
  private(set) var places: [Int32]
  private(set) var seats: SeatTable
  private(set) var observer: Observer

  init(market: Market, quotas: [Int32], observer: Observer) {
    self.market = market
    self.observer = observer
    places = [Int32](repeating: 0, count: market.applicantCount)
    seats = SeatTable(programs: market.programLists, quotas: quotas)
  }

  /// Lets every applicant propose.
  mutating func run() {
    var proposers: [Int32] = []
    proposers.reserveCapacity(market.applicantCount)
    for applicant in 0..<market.applicantCount where market.couples.couple(of: applicant) == nil {
      proposers.append(Int32(applicant))
      places[applicant] = -1
    }
    var displaced: [Int] = []
    displaced.reserveCapacity(market.applicantCount / 2)
    while !proposers.isEmpty {
      for proposer in proposers {
        let entry = settle(Int(proposer))
        if entry >= 0 { displaced.append(entry) }
      }
      proposers.removeAll(keepingCapacity: true)
      for entry in displaced { proposers.append(market.programLists.items[entry]) }
      displaced.removeAll(keepingCapacity: true)
    }
  }

  /// Proposes for one applicant below the present place until held or exhausted.
  ///
  /// - Returns: the entry of `programLists` that lost a seat to this applicant, or -1.
  @inline(__always)
  private mutating func settle(_ applicant: Int) -> Int {
    let start = market.applicantLists.starts[applicant]
    let end = market.applicantLists.starts[applicant + 1]
    var entry = start + Int(places[applicant]) + 1
    while entry < end {
      let program = Int(market.applicantLists.items[entry])
      let rank = market.ranksAtPrograms[entry]
      observer.record(.proposed(.applicant(applicant), choice(entry - start, program)))
      if rank < seats.cutoff(of: program) {
        places[applicant] = Int32(entry - start)
        let displacedRank = seats.insert(rank, at: program)
        observer.record(.held(.applicant(applicant), choice(entry - start, program)))
        guard displacedRank >= 0 else { return -1 }
        if Observer.isRecording {
          let displaced = market.programLists.item(Int(displacedRank), of: program)
          observer.record(.displaced(applicant: displaced, program: program, by: applicant))
        }
        return market.programLists.starts[program] + Int(displacedRank)
      }
      if Observer.isRecording {
        observer.record(
          .rejected(
            .applicant(applicant), choice(entry - start, program), applicant: applicant,
            program: program, seats.refusal(of: rank, at: program, in: market)))
      }
      entry += 1
    }
    places[applicant] = Int32(end - start)
    observer.record(.exhausted(.applicant(applicant)))
    return -1
  }

  private func choice(_ place: Int, _ program: Int) -> MatchEvent.Choice {
    MatchEvent.Choice(rank: place + 1, first: program, second: nil)
  }
}

extension DeferredAcceptance {
  /// The program of each applicant, -1 if unmatched.
  var assignment: [Int32] {
    (0..<market.applicantCount).map { applicant in
      let entry = market.applicantLists.starts[applicant] + Int(places[applicant])
      return entry < market.applicantLists.starts[applicant + 1]
        ? market.applicantLists.items[entry] : Market.none
    }
  }

  /// The 1-based place of each applicant's match on their list, 0 if unmatched.
  func ranks(of assignment: [Int32]) -> [Int32] {
    assignment.indices.map { assignment[$0] < 0 ? 0 : places[$0] + 1 }
  }

  /// The number of proposals made so far, those to programs that do not rank the proposer
  /// included.
  var proposalCount: Int {
    (0..<market.applicantCount).reduce(0) { total, applicant in
      total + min(Int(places[applicant]) + 1, market.applicantLists[applicant].count)
    }
  }
}

extension SeatTable {
  /// Why `rank` is not taken, for the trace.
  func refusal(of rank: Int32, at program: Int, in market: Market) -> MatchEvent.Refusal {
    guard rank != Market.notRanked else { return .notRanked }
    let worst = worst(of: program)
    guard worst >= 0 else { return .noPositions }
    return .full(lastHeld: market.programLists.item(Int(worst), of: program))
  }
}
