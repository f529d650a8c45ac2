/// Roth–Peranson over several orders of the couples, then the exact search.
///
/// The published procedure inserts couples in one order and does not fix what to do about circles.
/// Here a couple that goes in a circle is set aside and inserted again after all others; if it
/// still does, the next attempt inserts those couples first (the idea of Ashlagi, Braverman and
/// Hassidim's sorted deferred acceptance, 2014), and later attempts shuffle the rest. Every
/// attempt has a bound on its steps, so the search always ends.
struct CoupleOrderSearch<Observer: MatchObserver> {
  typealias Run = RothPeransonRun<Observer>

  private struct Attempt {
    let matching: Matching
    let blockingPairs: [BlockingPair]
    let proposalCount: Int
    let number: Int
    let observer: Observer
  }

  let market: Market
  let quotas: [Int32]
  let options: MatchOptions
  private(set) var observer: Observer
  private var generator: SplitMix64
  private var stepsLeft: Int

  init(market: Market, quotas: [Int32], options: MatchOptions, observer: Observer) {
    self.market = market
    self.quotas = quotas
    self.options = options
    self.observer = observer
    generator = SplitMix64(seed: options.seed)
    stepsLeft = options.steps
  }

  mutating func run() -> MatchOutcome {
    var singles = DeferredAcceptance(market: market, quotas: quotas, observer: observer)
    singles.run()
    let preparation = RothPeransonPreparation(market: market)
    var order = Array(0..<market.couples.count)
    var (best, unsettled) = attempt(1, order, singles, preparation)
    var attempts = 1
    if !best.blockingPairs.isEmpty {
      let exact = ExactCouplesSearch(market: market, quotas: quotas).answer(
        limit: options.exactSearchLimit, known: (best.matching, best.blockingPairs))
      if let exact { return outcome(of: exact, after: best) }
    }
    while !best.blockingPairs.isEmpty, attempts < options.attempts, stepsLeft > 0 {
      attempts += 1
      order = nextOrder(after: order, unsettled: unsettled, attempt: attempts)
      let next = attempt(attempts, order, singles, preparation)
      unsettled = next.unsettled
      if next.attempt.blockingPairs.count < best.blockingPairs.count { best = next.attempt }
    }
    return outcome(of: best, attempts: attempts)
  }

  private mutating func attempt(
    _ number: Int, _ order: [Int], _ singles: DeferredAcceptance<Observer>,
    _ preparation: RothPeransonPreparation
  ) -> (attempt: Attempt, unsettled: [Run.Unit]) {
    var run = Run(
      market: market, singles: singles,
      limits: RothPeransonLimits(
        steps: stepsLeft,
        // Later attempts are more patient, since hasty ones have failed.
        lossesPerInsertion: options.lossesPerInsertion * (number + 2) / 3),
      prepared: preparation)
    let unsettled = insertAll(in: order, into: &run)
    stepsLeft -= run.steps
    let matching = Matching(
      programs: run.assigned, supplementalPrograms: run.supplements.programs, quotas: quotas,
      in: market)
    let attempt = Attempt(
      matching: matching,
      blockingPairs: unsettled.isEmpty && run.isSettled
        ? [] : market.audit(matching).blockingPairs,
      proposalCount: run.proposalCount, number: number, observer: run.observer)
    return (attempt, unsettled)
  }
}

extension CoupleOrderSearch {
  /// Inserts supplemental lists, then couples; those set aside get further chances at the end.
  ///
  /// - Returns: the units that are still set aside, or waiting because the step limit was reached.
  private mutating func insertAll(in order: [Int], into run: inout Run) -> [Run.Unit] {
    var queue = supplementOwners(run).map { Run.Unit.supplement($0) }
    queue += order.map { Run.Unit.couple($0) }
    var chances = 3
    while true {
      for unit in queue {
        guard run.insert(unit) else { return run.setAsideUnits }
      }
      let unsettled = run.setAsideUnits
      chances -= 1
      if unsettled.isEmpty || chances == 0 { return unsettled }
      queue = unsettled
      if chances == 1 { queue.shuffle(using: &generator) }
    }
  }

  /// Applicants whose match among singles brings a supplemental list into play.
  private func supplementOwners(_ run: Run) -> [Int] {
    guard market.supplements.count > 0 else { return [] }
    return (0..<market.applicantCount).filter { applicant in
      run.assigned[applicant] >= 0
        && market.supplements.list(of: applicant, holding: Int(run.assigned[applicant])) != nil
    }
  }

  /// Couples that went in circles first; later attempts also shuffle, every other one all couples.
  private mutating func nextOrder(
    after order: [Int], unsettled: [Run.Unit], attempt: Int
  ) -> [Int] {
    if attempt > 2, attempt % 2 == 1 { return order.shuffled(using: &generator) }
    let restless = unsettled.compactMap { unit in
      if case .couple(let couple) = unit { couple } else { nil }
    }
    let first = Set(restless)
    var rest = order.filter { !first.contains($0) }
    if attempt > 2 { rest.shuffle(using: &generator) }
    return restless + rest
  }

  private mutating func outcome(of best: Attempt, attempts: Int) -> MatchOutcome {
    observer = best.observer
    return MatchOutcome(
      matching: best.matching, status: best.blockingPairs.isEmpty ? .stable : .noneFound,
      method: .rothPeranson(attempt: best.number), proposalCount: best.proposalCount,
      attempts: attempts, assignmentsExamined: 0, blockingPairs: best.blockingPairs)
  }

  private mutating func outcome(
    of exact: ExactCouplesSearch.Answer, after first: Attempt
  ) -> MatchOutcome {
    observer = first.observer
    return MatchOutcome(
      matching: exact.matching, status: exact.blockingPairs.isEmpty ? .stable : .noneExists,
      method: exact.matching == first.matching ? .rothPeranson(attempt: 1) : .exactSearch,
      proposalCount: first.proposalCount, attempts: 1, assignmentsExamined: exact.examined,
      blockingPairs: exact.blockingPairs)
  }
}

extension RothPeransonRun {
  /// Lists that are out of play because they went in a circle or were never inserted.
  var setAsideUnits: [Unit] {
    isSetAside.indices.filter { isSetAside[$0] || isWaiting[$0] }.map { Unit.couple($0) }
      + supplements.isSetAside.indices.filter { supplements.isSetAside[$0] }
      .map { Unit.supplement($0) }
  }
}
