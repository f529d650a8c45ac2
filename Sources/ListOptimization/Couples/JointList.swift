/// A joint rank order list: pairs of the two lists' members, best first.
public struct JointList: Sendable, Equatable {
  /// One line of the list; a side that is nil goes unmatched.
  public struct Pair: Sendable, Hashable {
    /// Position in ``CoupleLists/first``.
    public var first: Int?
    /// Position in ``CoupleLists/second``.
    public var second: Int?
    /// Joint worth.
    public var worth: Double
    /// Whether the two places count as being together.
    public var isTogether: Bool

    /// A pair; by default of nobody.
    public init(first: Int? = nil, second: Int? = nil, worth: Double, isTogether: Bool) {
      self.first = first
      self.second = second
      self.worth = worth
      self.isTogether = isTogether
    }
  }

  /// The lists that the pairs are of.
  public var lists: CoupleLists
  /// Pairs, the one that is worth most first; equal ones by their chance.
  public var pairs: [Pair]
  /// The number of pairs that the two lists have in all.
  public var possible: Int

  /// A joint list.
  public init(lists: CoupleLists, pairs: [Pair], possible: Int) {
    self.lists = lists
    self.pairs = pairs
    self.possible = possible
  }
}

/// What a joint list leads to, as a mean over scenarios.
public struct JointOutcome: Sendable, Equatable {
  /// Mean joint worth.
  public var value = 0.0
  /// Standard error of ``value`` from the sample alone.
  public var standardError = 0.0
  /// Chance that both have a place.
  public var both = 0.0
  /// Chance that both have places that count as together.
  public var together = 0.0
  /// Chance that only the first partner has one.
  public var firstOnly = 0.0
  /// Chance that only the second partner has one.
  public var secondOnly = 0.0
  /// Chance that neither has one.
  public var neither = 0.0
  /// Mean utility of the first partner, unweighted; nothing counts 0.
  public var firstUtility = 0.0
  /// Mean utility of the second partner.
  public var secondUtility = 0.0
  /// Chance of each pair, in the order of the list.
  public var landing: [Double] = []
  /// Scenarios behind the means.
  public var scenarios = 0

  /// The standard error of a chance estimated from these scenarios, at most.
  ///
  /// Scenarios are stratified over the common factors, which only narrows it.
  public func standardError(ofChance chance: Double) -> Double {
    scenarios > 0 ? (max(0, chance * (1 - chance)) / Double(scenarios)).squareRoot() : 0
  }
}

extension CoupleSolver {
  /// Every pair of two lists with a worth above 0, best first.
  ///
  /// For two who match apart, the pairs are ranked by the sum of their utilities: weights and the
  /// worth of a place alone are wishes of the couple, and say nothing of either one's own list.
  ///
  /// - Parameters:
  ///   - lists: what both partners apply to.
  ///   - heedingTogetherness: whether pairs are ranked by joint worth; if not, each partner in effect
  ///     takes the best place of their own, as two who match apart.
  /// - Complexity: O(p log p) for p pairs.
  public func allPairs(
    of lists: CoupleLists, heedingTogetherness: Bool = true
  ) throws(CoupleError) -> JointList {
    try check(lists.first, first)
    try check(lists.second, second)
    let worthAlone = heedingTogetherness ? problem.worthAlone : 1
    let worths = lists.second.map {
      heedingTogetherness ? second.worth[$0.option] : second.utility[$0.option]
    }
    var pairs: [(pair: JointList.Pair, chance: Double)] = []
    let means = lists.second.map { second.mean[second.row($0.option, $0.variant)] }
    for (p, own) in lists.first.enumerated() {
      let worth = heedingTogetherness ? first.worth[own.option] : first.utility[own.option]
      let chance = first.mean[first.row(own.option, own.variant)]
      pairs.append(
        (.init(first: p, worth: worth * worthAlone, isTogether: false), chance))
      for (q, other) in lists.second.enumerated() {
        let near = problem.togetherness[first.place[own.option]][second.place[other.option]]
        pairs.append(
          (
            .init(
              first: p, second: q,
              worth: worth + worths[q] + (heedingTogetherness ? near : 0),
              isTogether: near > 0 && near >= problem.togetherFrom), chance * means[q]
          ))
      }
    }
    for (q, worth) in worths.enumerated() {
      let worth = worth * worthAlone
      pairs.append((.init(second: q, worth: worth, isTogether: false), means[q]))
    }
    let sorted = pairs.filter { $0.pair.worth > 0 }.enumerated().sorted { a, b in
      if a.element.pair.worth != b.element.pair.worth {
        return a.element.pair.worth > b.element.pair.worth
      }
      if a.element.chance != b.element.chance { return a.element.chance > b.element.chance }
      return a.offset < b.offset
    }
    return JointList(lists: lists, pairs: sorted.map(\.element.pair), possible: sorted.count)
  }

  /// The joint list cut to the pairs worth ranking: those one is likeliest to land on, as many as
  /// it takes to lose no more than `tolerance` of the value.
  ///
  /// Pairs are chosen on scenarios of their own, so that what ``outcome(of:)`` says of the shortened
  /// list is not flattered by the choice.
  ///
  /// - Parameters:
  ///   - list: the joint list to shorten.
  ///   - tolerance: joint worth that may be lost.
  ///   - most: pairs that may be ranked at most.
  /// - Complexity: O(scenarios · available pairs · log pairs).
  public func worthRanking(
    _ list: JointList, tolerance: Double, most: Int
  ) throws(CoupleError) -> JointList {
    let simulator = try JointSimulator(
      self, list.lists, scenarios: effort.finalScenarios, seed: effort.seed &+ 1)
    let whole = simulator.outcome(of: list.pairs)
    let likely = list.pairs.indices.sorted {
      whole.landing[$0] == whole.landing[$1] ? $0 < $1 : whole.landing[$0] > whole.landing[$1]
    }
    func kept(_ count: Int) -> [JointList.Pair] {
      likely.prefix(count).sorted().map { list.pairs[$0] }
    }
    var low = 0
    var high = min(max(0, most), list.pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if simulator.outcome(of: kept(middle)).value >= whole.value - tolerance {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return JointList(lists: list.lists, pairs: kept(low), possible: list.possible)
  }

  /// What a joint list leads to, on scenarios that neither the search nor the choice of pairs has
  /// seen.
  public func outcome(of list: JointList) throws(CoupleError) -> JointOutcome {
    try simulator(of: list.lists).outcome(of: list.pairs)
  }

  /// The scenarios that results are measured on, drawn once for several questions about two lists.
  public func simulator(
    of lists: CoupleLists, scenarios: Int? = nil
  ) throws(CoupleError) -> JointSimulator {
    try JointSimulator(
      self, lists, scenarios: scenarios ?? effort.finalScenarios, seed: effort.seed &+ 2)
  }
}
