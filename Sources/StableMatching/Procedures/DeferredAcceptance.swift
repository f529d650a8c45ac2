/// Applicant-proposing deferred acceptance (Gale and Shapley 1962) for singles.
///
/// Each applicant in turn proposes down the list until held; whoever loses a seat to them
/// continues at once. The order does not matter for the result: it is the stable matching that
/// every applicant likes best among all stable matchings.
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
    for applicant in 0..<market.applicantCount where market.couples.couple(of: applicant) == nil {
      var proposer = applicant
      var place: Int32 = 0
      while let displaced = settle(proposer, from: place) {
        proposer = displaced
        place = places[displaced] + 1
      }
    }
  }

  /// Proposes for one applicant from `place` on until held or exhausted.
  ///
  /// - Returns: the applicant who lost a seat to this one, if any.
  @inline(__always)
  private mutating func settle(_ applicant: Int, from place: Int32) -> Int? {
    let start = market.applicantLists.starts[applicant]
    let end = market.applicantLists.starts[applicant + 1]
    var entry = start + Int(place)
    while entry < end {
      let program = Int(market.applicantLists.items[entry])
      let rank = market.ranksAtPrograms[entry]
      observer.record(.proposed(.applicant(applicant), choice(entry - start, program)))
      if rank < seats.cutoff(of: program) {
        places[applicant] = Int32(entry - start)
        let displacedRank = seats.insert(rank, at: program)
        observer.record(.held(.applicant(applicant), choice(entry - start, program)))
        guard displacedRank >= 0 else { return nil }
        let displaced = market.programLists.item(Int(displacedRank), of: program)
        observer.record(.displaced(applicant: displaced, program: program, by: applicant))
        return displaced
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
    return nil
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
