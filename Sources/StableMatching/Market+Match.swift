extension Market {
  /// Matches the market.
  ///
  /// Without couples and supplemental lists this is deferred acceptance, and the result is the
  /// proposing side's best stable matching. With them it is the Roth–Peranson procedure, then other
  /// orders of the couples, then (in small markets) an exact search; see <doc:Couples>. Unfilled
  /// positions then revert as the programs asked, and the market is matched again with the new
  /// quotas until nothing more moves.
  ///
  /// - Throws: ``MatchError`` if the options do not fit the market.
  public func match(_ options: MatchOptions = MatchOptions()) throws(MatchError) -> MatchOutcome {
    var observer = NoObserver()
    return try match(options, observer: &observer)
  }

  /// Matches the market and keeps every step.
  ///
  /// With couples, the steps are those of the attempt that gave the matching; after an exact
  /// search, those of the first attempt, which did not.
  public func matchWithTrace(
    _ options: MatchOptions = MatchOptions()
  ) throws(MatchError) -> (outcome: MatchOutcome, events: [MatchEvent]) {
    var recorder = EventRecorder()
    let outcome = try match(options, observer: &recorder)
    return (outcome, recorder.events)
  }

  func match<Observer: MatchObserver>(
    _ options: MatchOptions, observer: inout Observer
  ) throws(MatchError) -> MatchOutcome {
    let isSimple = couples.count == 0 && supplements.count == 0
    if options.proposing == .programs, !isSimple {
      throw .programsCannotPropose(couples: couples.count, supplementalLists: supplements.count)
    }
    var ledger = ReversionLedger(market: self)
    while true {
      let outcome: MatchOutcome
      if options.proposing == .programs {
        outcome = matchProgramProposing(quotas: ledger.quotas, observer: &observer)
      } else if isSimple {
        outcome = matchSingles(quotas: ledger.quotas, observer: &observer)
      } else {
        var search = CoupleOrderSearch(
          market: self, quotas: ledger.quotas, options: options, observer: observer)
        outcome = search.run()
        observer = search.observer
      }
      let moves = ledger.revert(unfilledIn: outcome.matching)
      if moves.isEmpty { return outcome }
      for move in moves {
        observer.record(.reverted(from: move.from, to: move.to, positions: move.positions))
      }
    }
  }

  private func matchSingles<Observer: MatchObserver>(
    quotas: [Int32], observer: inout Observer
  ) -> MatchOutcome {
    var procedure = DeferredAcceptance(market: self, quotas: quotas, observer: observer)
    procedure.run()
    observer = procedure.observer
    let assignment = procedure.assignment
    return MatchOutcome(
      matching: Matching(
        programs: assignment, ranks: procedure.ranks(of: assignment), supplementalPrograms: [],
        quotas: quotas),
      status: .stable, method: .deferredAcceptance, proposalCount: procedure.proposalCount,
      attempts: 0, assignmentsExamined: 0, blockingPairs: [])
  }

  private func matchProgramProposing<Observer: MatchObserver>(
    quotas: [Int32], observer: inout Observer
  ) -> MatchOutcome {
    var procedure = ProgramProposing(market: self, quotas: quotas, observer: observer)
    procedure.run()
    observer = procedure.observer
    return MatchOutcome(
      matching: Matching(
        programs: procedure.assignment, supplementalPrograms: [], quotas: quotas, in: self),
      status: .stable, method: .programProposing, proposalCount: procedure.offerCount,
      attempts: 0, assignmentsExamined: 0, blockingPairs: [])
  }
}
