/// Finds the two lists of a couple, and a bound on how much better any two lists could be.
///
/// The value of the first available pair has no closed form. It is replaced by its mean over a
/// fixed sample of scenarios (sample average approximation; Kleywegt, Shapiro & Homem-de-Mello
/// 2002), drawn from counters, so that the same problem gives the same lists on every machine.
/// Against a fixed list of the other, one partner's problem is submodular; the two lists are
/// improved in turn until neither gains. Since the partners' lists need each other, that can stop
/// at a poor pair of lists: it starts from each one's own best list and from lists drawn together
/// in the places that promise most to both. The value reported is that on scenarios the search
/// never saw.
public struct CoupleSolver: Sendable {
  /// How much work to put in.
  public struct Effort: Sendable, Equatable, Codable {
    /// Scenarios that the search sees.
    public var searchScenarios: Int
    /// Fresh scenarios that the result is measured on.
    public var finalScenarios: Int
    /// The share of them, at most, on which starts are compared.
    public var startShare: Double
    /// Most rounds in which both lists are improved, from each start.
    public var rounds: Int
    /// Numbers of best places that starts are drawn together in.
    public var placeStarts: [Int]
    /// Members in a row that may prove not worth exchanging before the search ends.
    public var exchanges: Int
    /// An option is added while it adds at least this to the value.
    public var leastGain: Double
    /// Seed of all random numbers.
    public var seed: UInt64

    /// An effort by its parts.
    public init(
      searchScenarios: Int = 1024, finalScenarios: Int = 8192, startShare: Double = 0.25,
      rounds: Int = 3,
      placeStarts: [Int] = [2, 6, 16], exchanges: Int = 3, leastGain: Double = 0,
      seed: UInt64 = 2027
    ) {
      self.searchScenarios = searchScenarios
      self.finalScenarios = finalScenarios
      self.startShare = startShare
      self.rounds = rounds
      self.placeStarts = placeStarts
      self.exchanges = exchanges
      self.leastGain = leastGain
      self.seed = seed
    }
  }

  /// The problem as it was given.
  public let problem: CoupleProblem
  /// The effort.
  public let effort: Effort

  let first: PartnerSide
  let second: PartnerSide
  let tables: Tables

  /// The luck of both partners over one set of scenarios.
  struct Tables: Sendable {
    var first: ScenarioTable
    var second: ScenarioTable
  }

  /// Checks the problem and draws the scenarios.
  ///
  /// - Throws: ``CoupleError`` with the first thing that is wrong.
  /// - Complexity: O(options · scenarios).
  public init(_ problem: CoupleProblem, effort: Effort = Effort()) throws(CoupleError) {
    try problem.check()
    guard effort.searchScenarios > 0, effort.finalScenarios > 1 else {
      throw .invalidSample("it needs at least one scenario to search and two to measure")
    }
    self.problem = problem
    self.effort = effort
    first = try PartnerSide(problem.first, .first)
    second = try PartnerSide(problem.second, .second)
    tables = Tables(first: Self.table(first, effort), second: Self.table(second, effort))
  }

  private static func table(_ side: PartnerSide, _ effort: Effort) -> ScenarioTable {
    ScenarioTable(
      side, ScenarioLuck(side, scenarios: effort.searchScenarios, seed: effort.seed),
      options: 0..<side.count)
  }

  /// Improves both lists from several starts and keeps the best.
  ///
  /// - Parameter starts: lists to start from, such as each partner's own best list; lists that
  ///   break a limit are passed over.
  /// - Throws: ``CoupleError/partner(_:_:)`` if the required options cannot be had or a start names
  ///   an option that is not there.
  public func solve(startingFrom starts: [CoupleLists] = []) throws(CoupleError) -> CoupleLists {
    let near = NearPlaces(problem.togetherness)
    var best: (lists: CoupleLists, value: Double)?
    var candidates: [CoupleLists] = []
    for start in starts {
      try check(start.first, first)
      try check(start.second, second)
      if keepsLimits(start.first, first), keepsLimits(start.second, second) {
        candidates.append(start)
      }
    }
    candidates += placeStarts(near)
    // Which start leads furthest shows on few scenarios; the lists are then made on all of them.
    let share = Int(effort.startShare * Double(effort.searchScenarios))
    let few = Tables(
      first: ScenarioTable(tables.first, first: share),
      second: ScenarioTable(tables.second, first: share))
    for start in candidates {
      let found = ascend(from: start, near, few, tries: 0)
      if found.value > (best?.value ?? -1) + 1e-12 { best = found }
    }
    // Exchange moves cost most and change least: they are for the best of the starts alone.
    guard let best = best.map({ ascend(from: $0.lists, near, tables, tries: effort.exchanges) })
    else {
      throw .invalidSample("there is no list to start from")
    }
    for (side, list) in [(first, best.lists.first), (second, best.lists.second)] {
      let missing = (0..<side.count).filter { option in
        side.isRequired(option) && !list.contains { $0.option == option }
      }
      guard missing.isEmpty else {
        let options =
          side.side == .first
          ? problem.first.portfolio.options : problem.second.portfolio.options
        throw .partner(
          side.side,
          .impossibleRequirements(options: missing.map { options[$0].id }, limit: "the list"))
      }
    }
    return best.lists
  }

  /// The two lists improved in turn.
  private func ascend(
    from start: CoupleLists, _ near: NearPlaces, _ tables: Tables, tries: Int
  ) -> (lists: CoupleLists, value: Double) {
    var lists = start
    var value = -1.0
    for _ in 0..<max(1, effort.rounds) {
      let own = improve(.first, lists, near, tables, tries: tries)
      lists.first = own.list
      let other = improve(.second, lists, near, tables, tries: tries)
      lists.second = other.list
      guard other.value > value + 1e-6 else {
        value = max(value, other.value)
        break
      }
      value = other.value
    }
    return (lists, value)
  }

  /// The best list found for one partner against the other's: grown afresh, or grown from the one
  /// at hand.
  private func improve(
    _ which: CoupleSide, _ lists: CoupleLists, _ near: NearPlaces, _ tables: Tables, tries: Int
  ) -> (list: [PortfolioChoice], value: Double) {
    let isFirst = which == .first
    let side = isFirst ? first : second
    let other = isFirst ? second : first
    let own = isFirst ? lists.first : lists.second
    let fixed = isFirst ? lists.second : lists.first
    let otherTable = isFirst ? tables.second : tables.first
    let reach = PartnerReach(
      places: isFirst ? near.ofFirst.count : near.ofSecond.count,
      near: isFirst ? near.ofFirst : near.ofSecond, other: other, list: fixed,
      attended: otherTable.attendedSuccesses(fixed, other), scenarios: otherTable.scenarios,
      worthAlone: problem.worthAlone)
    var search = PartnerSearch(side, isFirst ? tables.first : tables.second, reach)
    search.grow(least: effort.leastGain)
    search.respendTokens()
    search.grow(least: effort.leastGain)
    if tries > 0 {
      search.exchange(tries: tries, least: effort.leastGain)
      search.respendTokens()
    }
    guard !own.isEmpty, Set(own) != Set(search.list) else { return (search.list, search.value) }
    var kept = search
    kept.restart(own)
    kept.grow(least: effort.leastGain)
    return kept.value > search.value ? (kept.list, kept.value) : (search.list, search.value)
  }

  // MARK: Starts

  /// For each number of best places, a list of the second partner's that stays within them.
  private func placeStarts(_ near: NearPlaces) -> [CoupleLists] {
    let columns = near.ofSecond.count
    var secondMiss = [Double](repeating: 1, count: columns)
    var firstMiss = [Double](repeating: 1, count: columns)
    for option in 0..<second.count where second.allows(option, 0) {
      secondMiss[second.place[option]] *= 1 - second.mean[second.row(option, 0)]
    }
    for option in 0..<first.count where first.allows(option, 0) {
      for (place, worth) in near.ofFirst[first.place[option]] where worth >= problem.togetherFrom {
        firstMiss[place] *= 1 - first.mean[first.row(option, 0)]
      }
    }
    let promise = (0..<columns).map { (1 - firstMiss[$0]) * (1 - secondMiss[$0]) }
    let ranked = (0..<columns).sorted {
      promise[$0] == promise[$1] ? $0 < $1 : promise[$0] > promise[$1]
    }
    return effort.placeStarts.map { count in
      let places = Set(ranked.prefix(count).filter { promise[$0] > 0 })
      return CoupleLists(first: [], second: packed(second) { places.contains(second.place[$0]) })
    }
  }

  /// Plain choices of the wanted options, likeliest worth first, as far as the limits go.
  private func packed(_ side: PartnerSide, _ isWanted: (Int) -> Bool) -> [PortfolioChoice] {
    var usage = PartnerUsage(side)
    var list: [PortfolioChoice] = []
    let order = (0..<side.count).filter { side.isRequired($0) || isWanted($0) }.sorted { a, b in
      if side.isRequired(a) != side.isRequired(b) { return side.isRequired(a) }
      let x = side.mean[side.row(a, 0)] * side.worth[a]
      let y = side.mean[side.row(b, 0)] * side.worth[b]
      return x == y ? a < b : x > y
    }
    for option in order {
      var variant = 0
      if case .includeVariant(let only) = side.requirement[option] { variant = only }
      guard side.allows(option, variant), usage.hasToken(option, variant, side),
        usage.extraFee(option, side) != nil
      else { continue }
      usage.add(option, variant, side)
      list.append(PortfolioChoice(option: option, variant: variant))
    }
    return list
  }

  // MARK: Checks

  func check(_ list: [PortfolioChoice], _ side: PartnerSide) throws(CoupleError) {
    var seen: Set<Int> = []
    for choice in list {
      guard choice.option >= 0, choice.option < side.count, choice.variant >= 0,
        choice.variant < side.variantCount(choice.option)
      else {
        throw .partner(
          side.side, .unknownChoice(option: choice.option, variant: choice.variant))
      }
      guard seen.insert(choice.option).inserted else {
        throw .partner(side.side, .repeatedChoice(option: "\(choice.option)"))
      }
    }
  }

  /// Whether a list keeps every limit of its partner.
  private func keepsLimits(_ list: [PortfolioChoice], _ side: PartnerSide) -> Bool {
    var usage = PartnerUsage(side)
    for choice in list {
      guard side.allows(choice.option, choice.variant),
        usage.hasToken(choice.option, choice.variant, side),
        usage.extraFee(choice.option, side) != nil
      else { return false }
      usage.add(choice.option, choice.variant, side)
    }
    return true
  }
}

/// The places with togetherness above 0, seen from each partner's places.
struct NearPlaces: Sendable {
  let ofFirst: [[(place: Int, worth: Double)]]
  let ofSecond: [[(place: Int, worth: Double)]]

  init(_ togetherness: [[Double]]) {
    let columns = togetherness.first?.count ?? 0
    var byFirst: [[(place: Int, worth: Double)]] = []
    var bySecond = [[(place: Int, worth: Double)]](repeating: [], count: columns)
    for (row, values) in togetherness.enumerated() {
      var near: [(place: Int, worth: Double)] = []
      for (column, worth) in values.enumerated() where worth > 0 {
        near.append((column, worth))
        bySecond[column].append((row, worth))
      }
      byFirst.append(near)
    }
    ofFirst = byFirst
    ofSecond = bySecond
  }
}
