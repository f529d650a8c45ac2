/// One pass of the Roth–Peranson procedure over a fixed order of insertion.
///
/// The state is always stable for those already inserted, except for what waits on two stacks:
/// proposers without a seat (`waiting`) and programs that lost a holder (`loosened`). Proposers
/// are served first; only when none waits are loosened programs offered to those whom they had
/// turned away. When both stacks are empty the matching is stable for everybody inserted, which is
/// the invariant that the published procedure rests on (Roth and Peranson 1999, appendix).
struct RothPeransonRun<Observer: MatchObserver> {
  /// A list that proposes as one.
  enum Unit: Hashable {
    case single(Int)
    case couple(Int)
    /// An applicant on the supplemental list in play.
    case supplement(Int)
  }

  let market: Market
  let limits: RothPeransonLimits
  /// ``Market/placesAtApplicants()``.
  let placesAtApplicants: [Int32]
  /// The entries of programs' lists that belong to couples or holders of supplemental lists.
  let linked: EntrySet

  var seats: SeatTable
  /// The primary program of each applicant, -1 if none.
  var assigned: [Int32]
  /// A single's present place on their list: -1 before the first proposal, the length when over.
  var places: [Int32]
  /// A couple's present place on the joint list; the length when unmatched or waiting.
  var couplePlaces: [Int32]
  var isWaiting: [Bool]
  var isSetAside: [Bool]
  var supplements: SupplementState

  var waiting: [Unit] = []
  var loosened: [Int32] = []
  /// From which rank on a loosened program may newly take singles; `Int32.max` if not loosened.
  var loosenedFrom: [Int32]

  /// How often each couple lost a seat since the present insertion began.
  var losses: [Unit: Int] = [:]
  private(set) var steps = 0
  var proposalCount = 0
  var observer: Observer

  /// Starts from the singles' stable matching, which is the procedure's first phase.
  init(
    market: Market, singles: DeferredAcceptance<Observer>, limits: RothPeransonLimits,
    prepared: RothPeransonPreparation
  ) {
    self.market = market
    self.limits = limits
    placesAtApplicants = prepared.placesAtApplicants
    linked = prepared.linked
    seats = singles.seats
    assigned = singles.assignment
    places = singles.places
    couplePlaces = (0..<market.couples.count).map { Int32(market.couples.length(of: $0)) }
    isWaiting = [Bool](repeating: false, count: market.couples.count)
    // A couple that has not been inserted yet is out of play, like one that was set aside.
    isSetAside = [Bool](repeating: true, count: market.couples.count)
    supplements = SupplementState(market: market)
    loosenedFrom = [Int32](repeating: Int32.max, count: market.programCount)
    proposalCount = singles.proposalCount
    observer = singles.observer
  }

  /// Brings one more list into play and restores stability.
  ///
  /// - Returns: false if the step limit was reached, so that the state is not settled.
  mutating func insert(_ unit: Unit) -> Bool {
    losses.removeAll(keepingCapacity: true)
    switch unit {
    case .couple(let couple):
      isSetAside[couple] = false
      isWaiting[couple] = true
      waiting.append(unit)
    case .supplement(let applicant):
      supplements.isSetAside[applicant] = false
      activateSupplement(of: applicant)
    case .single:
      waiting.append(unit)
    }
    return settle()
  }

  /// Serves both stacks until they are empty.
  private mutating func settle() -> Bool {
    while steps < limits.steps {
      steps += 1
      if let unit = waiting.popLast() {
        propose(unit)
      } else if let program = loosened.popLast() {
        reconsider(Int(program))
      } else {
        return true
      }
    }
    return false
  }

  /// Whether nothing waits, so that the matching is stable for everybody in play.
  var isSettled: Bool { waiting.isEmpty && loosened.isEmpty }

  private mutating func propose(_ unit: Unit) {
    switch unit {
    case .single(let applicant): proposeSingle(applicant)
    case .couple(let couple): proposeCouple(couple)
    case .supplement(let applicant): proposeSupplement(applicant)
    }
  }

  /// Whether a unit has lost so many seats during one insertion that it must be going in a circle.
  mutating func isLooping(_ unit: Unit) -> Bool {
    losses[unit, default: 0] += 1
    return losses[unit, default: 0] > limits.lossesPerInsertion
  }
}
