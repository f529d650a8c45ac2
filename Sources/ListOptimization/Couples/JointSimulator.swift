import SmartPickNumerics

/// A couple's two lists under fixed luck: what any joint list of their pairs leads to.
public struct JointSimulator: Sendable {
  /// Chances of one member of a list.
  public struct Chance: Sendable, Equatable {
    /// Chance of an offer.
    public var offer: Double
    /// Chance of success at an offer that is attended.
    public var success: Double

    /// Chances of an offer and of success at it.
    public init(offer: Double, success: Double) {
      self.offer = offer
      self.success = success
    }
  }

  private struct Member {
    /// Luck of each scenario: an offer in the high half, a success in the low half.
    var luck: [UInt64]
    /// Chances at each node, as thresholds for 32 bits.
    var offer: [UInt64]
    var success: [UInt64]
    var utility: Double
  }

  private struct Partner {
    var members: [Member]
    var node: [Int32]
    var cap: Int
  }

  private let scenarios: Int
  private let first: Partner
  private let second: Partner
  /// Members with a place open in each scenario, under the problem's own chances.
  private let firstOpen: OpenMembers
  private let secondOpen: OpenMembers

  init(
    _ solver: CoupleSolver, _ lists: CoupleLists, scenarios: Int, seed: UInt64
  ) throws(CoupleError) {
    guard scenarios > 1 else {
      throw .invalidSample("it needs at least two scenarios to measure")
    }
    try solver.check(lists.first, solver.first)
    try solver.check(lists.second, solver.second)
    self.scenarios = scenarios
    first = Self.partner(
      solver.first, solver.problem.first, lists.first, scenarios: scenarios, seed: seed)
    second = Self.partner(
      solver.second, solver.problem.second, lists.second, scenarios: scenarios, seed: seed)
    firstOpen = Self.open(first, scenarios)
    secondOpen = Self.open(second, scenarios)
  }

  private static func partner(
    _ side: PartnerSide, _ problem: CoupleProblem.Partner, _ list: [PortfolioChoice],
    scenarios: Int, seed: UInt64
  ) -> Partner {
    let luck = ScenarioLuck(side, scenarios: scenarios, seed: seed)
    let members = list.map { choice in
      var random = luck.draws(of: choice.option)
      let start = side.row(choice.option, choice.variant) * side.nodes
      let nodes = start..<start + side.nodes
      return Member(
        luck: (0..<scenarios).map { _ in random.next() },
        offer: side.offer[nodes].map(ScenarioLuck.threshold),
        success: side.success[nodes].map(ScenarioLuck.threshold),
        utility: problem.portfolio.options[choice.option].utility)
    }
    return Partner(members: members, node: luck.node, cap: side.limits.statedCap ?? .max)
  }

  // MARK: Open places

  /// The members with an open place, scenario after scenario.
  private struct OpenMembers {
    var start: [Int32]
    var member: [Int32]
  }

  private static func open(_ partner: Partner, _ scenarios: Int) -> OpenMembers {
    // Member after member runs through memory in order; the lists are then read off by scenario.
    let members = partner.members.count
    var attended = [Int](repeating: 0, count: scenarios)
    var counts = [Int32](repeating: 0, count: scenarios + 1)
    var isOpen = [Bool](repeating: false, count: members * scenarios)
    for (index, member) in partner.members.enumerated() {
      for scenario in 0..<scenarios where attended[scenario] < partner.cap {
        let luck = member.luck[scenario]
        let node = Int(partner.node[scenario])
        guard luck >> 32 < member.offer[node] else { continue }
        attended[scenario] += 1
        guard luck & 0xFFFF_FFFF < member.success[node] else { continue }
        isOpen[index * scenarios + scenario] = true
        counts[scenario + 1] += 1
      }
    }
    for scenario in 0..<scenarios { counts[scenario + 1] += counts[scenario] }
    var open = OpenMembers(
      start: counts, member: [Int32](repeating: 0, count: Int(counts[scenarios])))
    var next = counts
    for index in 0..<members {
      for scenario in 0..<scenarios where isOpen[index * scenarios + scenario] {
        open.member[Int(next[scenario])] = Int32(index)
        next[scenario] += 1
      }
    }
    return open
  }

  private static func open(
    _ partner: Partner, _ chances: [Chance], _ scenarios: Int
  ) -> OpenMembers {
    var changed = partner
    changed.node = [Int32](repeating: 0, count: scenarios)
    for index in changed.members.indices where index < chances.count {
      changed.members[index].offer = [ScenarioLuck.threshold(chances[index].offer)]
      changed.members[index].success = [ScenarioLuck.threshold(chances[index].success)]
    }
    return open(changed, scenarios)
  }

  // MARK: Outcomes

  /// What a joint list leads to under the problem's own chances.
  public func outcome(of pairs: [JointList.Pair]) -> JointOutcome {
    outcome(of: pairs, firstOpen, secondOpen)
  }

  /// What a joint list leads to if every member has these chances, independent of all others, for
  /// each of the matchings of one set of the first partner's with one of the second's.
  ///
  /// The luck stays the same, so that differences between two sets of chances are theirs.
  public func outcomes(
    of pairs: [JointList.Pair], first own: [[Chance]], second other: [[Chance]],
    matchings: [(first: Int, second: Int)]
  ) -> [JointOutcome] {
    let firstOpen = own.map { Self.open(first, $0, scenarios) }
    let secondOpen = other.map { Self.open(second, $0, scenarios) }
    return matchings.map { outcome(of: pairs, firstOpen[$0.first], secondOpen[$0.second]) }
  }

  private func outcome(
    of pairs: [JointList.Pair], _ firstOpen: OpenMembers, _ secondOpen: OpenMembers
  ) -> JointOutcome {
    let nobodyFirst = first.members.count
    let nobodySecond = second.members.count
    let columns = nobodySecond + 1
    var rank = [Int32](repeating: .max, count: (nobodyFirst + 1) * columns)
    for (index, pair) in pairs.enumerated() {
      rank[(pair.first ?? nobodyFirst) * columns + (pair.second ?? nobodySecond)] = Int32(index)
    }
    var counts = [Int](repeating: 0, count: pairs.count)
    for scenario in 0..<scenarios {
      let own = firstOpen.member[
        Int(firstOpen.start[scenario])..<Int(firstOpen.start[scenario + 1])]
      let other = secondOpen.member[
        Int(secondOpen.start[scenario])..<Int(secondOpen.start[scenario + 1])]
      var best = Int32.max
      for p in own {
        let row = Int(p) * columns
        best = min(best, rank[row + nobodySecond])
        for q in other { best = min(best, rank[row + Int(q)]) }
      }
      for q in other { best = min(best, rank[nobodyFirst * columns + Int(q)]) }
      if best != .max { counts[Int(best)] += 1 }
    }
    return summary(pairs, counts)
  }

  private func summary(_ pairs: [JointList.Pair], _ counts: [Int]) -> JointOutcome {
    var outcome = JointOutcome()
    outcome.scenarios = scenarios
    let total = Double(scenarios)
    var square = 0.0
    for (pair, count) in zip(pairs, counts) {
      let share = Double(count) / total
      outcome.landing.append(share)
      outcome.value += share * pair.worth
      square += share * pair.worth * pair.worth
      if let member = pair.first { outcome.firstUtility += share * first.members[member].utility }
      if let member = pair.second {
        outcome.secondUtility += share * second.members[member].utility
      }
      switch (pair.first, pair.second) {
      case (.some, .some): outcome.both += share
      case (.some, nil): outcome.firstOnly += share
      case (nil, .some): outcome.secondOnly += share
      case (nil, nil): break
      }
      if pair.isTogether { outcome.together += share }
    }
    outcome.neither = max(0, 1 - outcome.both - outcome.firstOnly - outcome.secondOnly)
    let variance = max(0, square - outcome.value * outcome.value)
    outcome.standardError = (variance / (total - 1)).squareRoot()
    return outcome
  }
}
