#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A checked problem laid out for speed: options by falling utility, chances in flat rows.
///
/// "Position" is an option's place in the order of preference (utility falling, ties by index);
/// a "row" is one variant of one option. Utilities are counted above the outside value, so that
/// the outside value of the prepared problem is 0.
struct PreparedPortfolio: Sendable {
  let ids: [String]
  private(set) var outsideValue: Double
  private(set) var feeWeight: Double
  let fees: [FeeSchedule]

  /// Lanes of a vector over the nodes.
  let lanes: Int
  let nodeCount: Int
  /// Node weights, one vector.
  let weights: [Lane]

  /// The option at each position, and the position of each option.
  let order: [Int]
  let positionOf: [Int]

  /// By position: utility above the outside value, class, own cost, requirement.
  private(set) var utility: [Double]
  let classOf: [Int]
  let cost: [Int]
  let requirement: [PortfolioOption.Requirement]

  /// The rows of position p are `firstRow[p] ..< firstRow[p + 1]`.
  let firstRow: [Int]
  /// P(success | node) of each row.
  let chance: [Lane]
  /// The chance of each row, if it is the same at every node for all of them.
  let independentChance: [Double]?
  /// P(offer | node) of each row.
  let offer: [Lane]
  /// Whether any option makes offers apart from its successes.
  let hasOffers: Bool
  /// −log(1 − P(success | node)) of each row; see ``layOutHazards()``.
  private(set) var hazard: [Lane] = []
  /// −log(1 − P(success | offer attended, node)) of each row; empty if there are no offers apart
  /// from the successes.
  private(set) var successHazard: [Lane] = []

  /// The number of token kinds of each class, and where they start in a flat list of all kinds.
  let tokenBase: [Int]
  let tokenKindCount: Int

  var count: Int { order.count }
  var rowCount: Int { firstRow[order.count] }

  func variantCount(at position: Int) -> Int { firstRow[position + 1] - firstRow[position] }

  /// The kind of token that a variant of a position uses, in the flat list; `nil` for plain.
  @inline(__always)
  func tokenKind(at position: Int, variant: Int) -> Int? {
    variant == 0 ? nil : tokenBase[classOf[position]] + variant - 1
  }

  /// Checks the problem and lays it out.
  ///
  /// O(rows · nodes + n log n).
  init(_ problem: PortfolioProblem) throws(PortfolioError) {
    try PortfolioValidation.check(problem)
    self.init(checked: problem)
  }

  /// Lays out a problem that has passed the checks.
  init(checked problem: PortfolioProblem) {
    let options = problem.options
    ids = options.map(\.id)
    outsideValue = problem.outsideValue
    feeWeight = problem.feeWeight
    fees = problem.fees
    nodeCount = problem.nodeWeights.count
    let laneCount = (nodeCount + 3) / 4
    lanes = laneCount
    var weightLanes: [Lane] = []
    weightLanes.append(padding: problem.nodeWeights, lanes: laneCount)
    weights = weightLanes

    let sorted = options.indices.sorted { first, second in
      let u = options[first].utility
      let v = options[second].utility
      return u == v ? first < second : u > v
    }
    order = sorted
    var positions = [Int](repeating: 0, count: options.count)
    for (position, option) in sorted.enumerated() { positions[option] = position }
    positionOf = positions
    let floor = problem.outsideValue
    utility = sorted.map { max(0, options[$0].utility - floor) }
    classOf = sorted.map { options[$0].classIndex }
    cost = sorted.map { options[$0].cost }
    requirement = sorted.map { options[$0].requirement }

    var rows: [Int] = [0]
    rows.reserveCapacity(options.count + 1)
    var kinds = [Int](repeating: 0, count: problem.fees.count)
    for option in sorted {
      let variants = options[option].variants.count
      rows.append((rows.last ?? 0) + variants)
      let classIndex = options[option].classIndex
      kinds[classIndex] = max(kinds[classIndex], variants - 1)
    }
    firstRow = rows
    var base: [Int] = []
    var kindCount = 0
    for kind in kinds {
      base.append(kindCount)
      kindCount += kind
    }
    tokenBase = base
    tokenKindCount = kindCount

    let size = (rows.last ?? 0) * laneCount
    var chanceLanes: [Lane] = []
    chanceLanes.reserveCapacity(size)
    var offerLanes: [Lane] = []
    offerLanes.reserveCapacity(size)
    for option in sorted {
      for variant in options[option].variants {
        chanceLanes.append(padding: variant.chance, lanes: laneCount)
        offerLanes.append(padding: variant.offer ?? variant.chance, lanes: laneCount)
      }
    }
    let nodes = nodeCount
    independentChance = Self.commonChances(options, sorted, nodes: nodes)
    chance = chanceLanes
    offer = offerLanes
    hasOffers = options.contains { $0.variants.contains { $0.offer != nil } }
  }

  /// Computes the hazards, which the relaxation needs and questions about given lists do not.
  ///
  /// O(rows · nodes) logarithms the first time, nothing after that.
  mutating func layOutHazards() {
    guard hazard.isEmpty else { return }
    hazard = chance.map { Self.hazard($0) }
    guard hasOffers else { return }
    successHazard = zip(chance, offer).map { chance, offer in
      let success = chance / offer
      return Self.hazard(success.replacing(with: 0, where: offer .== 0))
    }
  }

  /// The same problem with every place worth one, and no other value anywhere.
  ///
  /// The order of preference stays, since under a cap on offers it decides which are declined.
  ///
  /// O(n): the tables of chances are shared.
  func countingMatches() -> PreparedPortfolio {
    var counting = self
    for position in counting.utility.indices { counting.utility[position] = 1 }
    counting.outsideValue = 0
    counting.feeWeight = 0
    return counting
  }

  /// The same problem with every place worth `weight` more, so that every list is worth `weight`
  /// times its chance of any success more; the order of preference stays.
  ///
  /// O(n): the tables of chances are shared.
  func weighting(matches weight: Double) -> PreparedPortfolio {
    var weighted = self
    for position in weighted.utility.indices { weighted.utility[position] += weight }
    return weighted
  }

  /// The same problem with some of its options only, at ascending positions.
  ///
  /// Options keep their index in the problem; the position of one that is left out is −1.
  init(_ whole: PreparedPortfolio, keeping kept: [Int]) {
    ids = whole.ids
    outsideValue = whole.outsideValue
    feeWeight = whole.feeWeight
    fees = whole.fees
    lanes = whole.lanes
    nodeCount = whole.nodeCount
    weights = whole.weights
    tokenBase = whole.tokenBase
    tokenKindCount = whole.tokenKindCount
    hasOffers = whole.hasOffers
    order = kept.map { whole.order[$0] }
    var positions = [Int](repeating: -1, count: whole.positionOf.count)
    for (position, old) in kept.enumerated() { positions[whole.order[old]] = position }
    positionOf = positions
    utility = kept.map { whole.utility[$0] }
    classOf = kept.map { whole.classOf[$0] }
    cost = kept.map { whole.cost[$0] }
    requirement = kept.map { whole.requirement[$0] }
    var rows = [0]
    var chanceLanes: [Lane] = []
    var offerLanes: [Lane] = []
    var hazardLanes: [Lane] = []
    var successLanes: [Lane] = []
    var common: [Double]? = whole.independentChance == nil ? nil : []
    for old in kept {
      let range = whole.firstRow[old]..<whole.firstRow[old + 1]
      rows.append((rows.last ?? 0) + range.count)
      let lanes = range.lowerBound * whole.lanes..<range.upperBound * whole.lanes
      chanceLanes += whole.chance[lanes]
      offerLanes += whole.offer[lanes]
      if !whole.hazard.isEmpty { hazardLanes += whole.hazard[lanes] }
      if !whole.successHazard.isEmpty { successLanes += whole.successHazard[lanes] }
      if let chances = whole.independentChance { common?.append(contentsOf: chances[range]) }
    }
    firstRow = rows
    chance = chanceLanes
    offer = offerLanes
    hazard = hazardLanes
    successHazard = successLanes
    independentChance = common
  }

  /// −log(1 − q) of each element.
  ///
  /// A sure success would make the hazard infinite. Capping it lowers the relaxation by no more
  /// than 1e-15 of a utility, which the slack of every bound covers.
  private static func hazard(_ chance: Lane) -> Lane {
    var result = Lane.zero
    for element in 0..<4 { result[element] = -log1p(-min(chance[element], 1 - 1e-15)) }
    return result
  }

  private static func commonChances(
    _ options: [PortfolioOption], _ order: [Int], nodes: Int
  ) -> [Double]? {
    var result: [Double] = []
    for option in order {
      for variant in options[option].variants {
        let first = variant.chance[0]
        for node in 1..<max(1, nodes) where variant.chance[node] != first { return nil }
        result.append(first)
      }
    }
    return result
  }
}
