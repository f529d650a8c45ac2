import SmartPickNumerics

/// What a rank order list comes to: where one lands, rank by rank, under the shared strength.
///
/// Everything that is known reweighs the belief, the programs that are not ranked too; given θ the
/// match is the first program of the list that would take the applicant. Ranks after a rank change
/// nothing about it, and no order but the true one has a larger expected worth.
public struct RankedOdds: Sendable {
  /// One rank.
  public struct Place: Sendable, Hashable {
    /// Position of the part.
    public var part: Int
    /// Position of the application in the part.
    public var position: Int
    /// What the interview told, added to the log-odds that the program would take the applicant.
    public var impression: Double
    /// Share of those it would gladly take that a program gets round to, 0…1, as a factor on the
    /// chance that it takes the applicant: it fills from the top of its own list.
    public var reach: Double

    /// A rank.
    public init(part: Int, position: Int, impression: Double = 0, reach: Double = 1) {
      self.part = part
      self.position = position
      self.impression = impression
      self.reach = reach
    }
  }

  /// A first year on the supplemental list of an advanced program.
  public struct FirstYear: Sendable, Hashable {
    /// Chance of each first-year program, given a match at the advanced one.
    public var landing: [ChanceEstimate]
    /// Chance of none of them, given that match.
    public var none: ChanceEstimate
  }

  /// The belief about the file after everything known.
  public let belief: StrengthNodes
  /// The same once nobody on the list has taken the applicant.
  public let beliefIfUnmatched: StrengthNodes
  /// Chance of a match at each rank; with ``unmatched`` they sum to 1.
  public let landing: [ChanceEstimate]
  /// Chance of a match at each rank or above.
  public let atOrAbove: [ChanceEstimate]
  /// Chance of no match.
  public let unmatched: ChanceEstimate
  /// Chance that the program at each rank would take the applicant, whatever the others do.
  public let takes: [Double]
  /// The chance of a match if programs decided independently of one another.
  public let matchIfIndependent: Double

  private let parts: [ListOdds.Part]
  private let reachDeviation: Double
  private let ranked: [Place]
  private let chances: ListChances
  private let doubted: [(up: ListChances, down: ListChances)]

  /// Evaluates a rank order list.
  ///
  /// - Parameters:
  ///   - parts: one for each specialty, all of the same file, with every application's answer.
  ///   - ranked: the list, best first; an application stands there once.
  ///   - reachDeviation: standard deviation of what is not known of the ranks' reach, on log-odds.
  /// - Complexity: O(applications · nodes · doubts).
  public init(_ parts: [ListOdds.Part], ranked: [Place], reachDeviation: Double = 0) {
    let (_, belief, chances) = AnsweredBelief.taken(parts)
    self.init(
      parts, ranked: ranked, belief: belief, chances: chances, reachDeviation: reachDeviation)
  }

  private init(
    _ parts: [ListOdds.Part], ranked: [Place], belief: StrengthNodes, chances: ListChances,
    reachDeviation: Double
  ) {
    self.parts = parts
    self.reachDeviation = reachDeviation
    self.ranked = ranked
    self.belief = belief
    self.chances = chances
    let list = RankedList(ranked, chances, nodes: belief.values.count)
    let landed = list.landing(belief)
    var doubted = Self.doubted(parts, ranked, belief, match: landed.reduce(0, +))
    if let reach = Self.doubtedReach(chances, ranked, reachDeviation) { doubted.append(reach) }
    self.doubted = doubted
    let spread = { (values: (ListChances) -> [Double]) in
      Self.spread(values, chances, doubted)
    }
    let nodes = belief.values.count
    landing = spread { RankedList(ranked, $0, nodes: nodes).landing(belief) }
    atOrAbove = spread { chances in
      var sum = 0.0
      return RankedList(ranked, chances, nodes: nodes).landing(belief).map {
        sum += $0
        return min(sum, 1)
      }
    }
    if let all = atOrAbove.last {
      unmatched = ChanceEstimate(
        estimate: max(0, 1 - all.estimate), low: max(0, 1 - all.high), high: max(0, 1 - all.low))
    } else {
      unmatched = ChanceEstimate(estimate: 1, low: 1, high: 1)
    }
    takes = list.success.map { belief.average($0) }
    matchIfIndependent = 1 - takes.reduce(1) { $0 * (1 - $1) }
    beliefIfUnmatched = belief.reweighed(by: list.unmatched)
  }

  /// The same belief and the same chances with another list.
  public func ranking(_ ranked: [Place]) -> RankedOdds {
    RankedOdds(
      parts, ranked: ranked, belief: belief, chances: chances, reachDeviation: reachDeviation)
  }

  /// The chance of a match of another list, without its intervals.
  public func match(_ ranked: [Place]) -> Double {
    RankedList(ranked, chances, nodes: belief.values.count).landing(belief).reduce(0, +)
  }

  /// The chance of landing at each rank of another list, without its intervals.
  public func landing(_ ranked: [Place]) -> [Double] {
    RankedList(ranked, chances, nodes: belief.values.count).landing(belief)
  }

  /// The chance that an application's program would take the applicant, at every node of θ.
  public func success(_ place: Place) -> [Double] {
    RankedList([place], chances, nodes: belief.values.count).success.first ?? []
  }

  /// A supplemental list beside the advanced program at a rank.
  ///
  /// The match there tells of the file too: whoever is taken by the advanced program is likelier to
  /// be taken for the first year.
  public func firstYear(at rank: Int, _ list: [Place]) -> FirstYear {
    guard ranked.indices.contains(rank) else {
      return FirstYear(landing: [], none: ChanceEstimate(estimate: 1, low: 1, high: 1))
    }
    let nodes = belief.values.count
    let estimates = Self.spread(
      { chances in
        let there = RankedList(ranked, chances, nodes: nodes).landingByNode(rank)
        let given = belief.reweighed(by: there)
        let landing = RankedList(list, chances, nodes: nodes).landing(given)
        return landing + [max(0, 1 - landing.reduce(0, +))]
      }, chances, doubted)
    return FirstYear(
      landing: Array(estimates.dropLast()),
      none: estimates.last ?? ChanceEstimate(estimate: 1, low: 1, high: 1))
  }
}

extension StrengthNodes {
  /// The same belief with this share on a file that fails everywhere for a reason that is not seen.
  public func failing(_ share: Double) -> StrengthNodes {
    guard values.count > 1 else { return self }
    let rest = weights.dropFirst().reduce(0, +)
    guard rest > 0 else { return self }
    let share = min(max(share, 0), 1)
    return StrengthNodes(
      values: values, weights: [share] + weights.dropFirst().map { $0 * (1 - share) / rest })
  }
}

extension RankedOdds {
  /// The chances under each doubt about the coefficients, one standard deviation up and down; the
  /// last is what the model as such leaves open, as so much of the second stage.
  private static func doubted(
    _ parts: [ListOdds.Part], _ ranked: [Place], _ belief: StrengthNodes, match: Double
  ) -> [(up: ListChances, down: ListChances)] {
    let doubts: [CoefficientDoubt] =
      [.type, .slope, .signals] + parts.indices.flatMap { [.level($0), .place($0)] }
    func chances(_ shift: (Int) -> CoefficientShift) -> ListChances {
      ListChances(parts, nodes: belief.values, shifts: parts.indices.map(shift)).answered(parts)
    }
    var result = doubts.map { doubt in
      (
        up: chances { parts[$0].odds.shift(of: doubt, part: $0, deviations: 1) },
        down: chances { parts[$0].odds.shift(of: doubt, part: $0, deviations: -1) }
      )
    }
    let model = parts.first?.odds.parameters[.modelError].value ?? 0
    guard model > 0, match > 0, match < 1 else { return result }
    func placed(_ shift: Double) -> ListChances {
      chances { _ in
        var moved = CoefficientShift.none
        moved.place = shift
        return moved
      }
    }
    // How far the second stage must move for the match to move by the model's error.
    let step = 0.25
    let moved = [-step, step].map { shift in
      Logistic.quantile(
        min(
          max(
            RankedList(ranked, placed(shift), nodes: belief.values.count).landing(belief)
              .reduce(0, +), 1e-9), 1 - 1e-9))
    }
    let slope = (moved[1] - moved[0]) / (2 * step)
    guard slope > 1e-6 else { return result }
    result.append((up: placed(model / slope), down: placed(-model / slope)))
    return result
  }

  /// The chances with every program's reach one standard deviation up and down; nil where nothing is
  /// left open.
  private static func doubtedReach(
    _ chances: ListChances, _ ranked: [Place], _ deviation: Double
  ) -> (up: ListChances, down: ListChances)? {
    guard deviation > 0, let reach = ranked.first?.reach, reach > 0, reach < 1 else { return nil }
    func scaled(_ deviations: Double) -> ListChances {
      let moved = Logistic.cumulative(Logistic.quantile(reach) + deviations * deviation)
      var scaled = chances
      scaled.place = chances.place.map { $0.map { $0.map { min(1, $0 * moved / reach) } } }
      return scaled
    }
    return (scaled(1), scaled(-1))
  }

  /// 80 % intervals by the delta method on log-odds, each doubt's half move squared and added.
  private static func spread(
    _ values: (ListChances) -> [Double], _ chances: ListChances,
    _ doubted: [(up: ListChances, down: ListChances)]
  ) -> [ChanceEstimate] {
    let centre = values(chances)
    var variance = centre.map { _ in 0.0 }
    for pair in doubted {
      let up = values(pair.up)
      let down = values(pair.down)
      for index in centre.indices {
        let half = (bounded(up[index]) - bounded(down[index])) / 2
        variance[index] += half * half
      }
    }
    let reach = Normal.quantile(0.9)
    return centre.indices.map { index in
      let chance = centre[index]
      guard chance > 1e-12, chance < 1 - 1e-12 else {
        return ChanceEstimate(estimate: chance, low: chance, high: chance)
      }
      let middle = Logistic.quantile(chance)
      let width = reach * variance[index].squareRoot()
      return ChanceEstimate(
        estimate: chance, low: min(chance, Logistic.cumulative(middle - width)),
        high: max(chance, Logistic.cumulative(middle + width)))
    }
  }

  private static func bounded(_ chance: Double) -> Double {
    Logistic.quantile(min(max(chance, 1e-9), 1 - 1e-9))
  }
}

/// The chances of success of a list by rank and node, and what they come to.
private struct RankedList {
  let success: [[Double]]
  private let nodes: Int

  init(_ ranked: [RankedOdds.Place], _ chances: ListChances, nodes: Int) {
    self.nodes = nodes
    success = ranked.map { rank in
      let offers = chances.interview[rank.part][rank.position]
      let takes = chances.place[rank.part][rank.position]
      return zip(offers, takes).map { offer, take in
        guard rank.impression != 0, take > 0, take < 1 else { return offer * take * rank.reach }
        return offer * rank.reach
          * Logistic.cumulative(Logistic.quantile(take) + rank.impression)
      }
    }
  }

  /// Chance of no match at every node.
  var unmatched: [Double] {
    (0..<nodes).map { node in success.reduce(1) { $0 * (1 - $1[node]) } }
  }

  /// Chance of a match at one rank at every node.
  func landingByNode(_ rank: Int) -> [Double] {
    (0..<nodes).map { node in
      success[..<rank].reduce(success[rank][node]) { $0 * (1 - $1[node]) }
    }
  }

  /// Chance of a match at each rank.
  func landing(_ belief: StrengthNodes) -> [Double] {
    var open = belief.weights
    return success.map { chances in
      var here = 0.0
      for node in chances.indices {
        let landed = open[node] * chances[node]
        here += landed
        open[node] -= landed
      }
      return here
    }
  }
}
