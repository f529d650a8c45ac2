/// One partner laid out for the search: rows of (option, variant), worths, fees and limits.
struct PartnerSide: Sendable {
  let side: CoupleSide
  let count: Int
  /// First row of each option, and the number of rows at the end.
  let firstRow: [Int]
  /// Weighted utility of each option.
  let worth: [Double]
  /// Utility of each option to the partner alone.
  let utility: [Double]
  let place: [Int]
  /// P(offer | node) and P(success | offer, node), by row and node.
  let offer: [Double]
  let success: [Double]
  /// Mean chance of success, by row.
  let mean: [Double]
  /// Chance of success at a plain offer, by option.
  let afterOffer: [Double]
  /// Whether each further variant of an option opens wherever the one before it does.
  let isRising: [Bool]
  let nodeWeights: [Double]
  let limits: ResourceLimits
  let classOf: [Int]
  let cost: [Int]
  let tokenBase: [Int]
  let requirement: [PortfolioOption.Requirement]
  let hasBudget: Bool
  let classCount: Int

  var nodes: Int { nodeWeights.count }

  init(_ partner: CoupleProblem.Partner, _ side: CoupleSide) throws(CoupleError) {
    let problem = partner.portfolio
    let prepared: PreparedPortfolio
    do {
      prepared = try PreparedPortfolio(problem)
    } catch {
      throw .partner(side, error)
    }
    self.side = side
    count = problem.options.count
    nodeWeights = problem.nodeWeights
    place = partner.places
    worth = problem.options.map { $0.utility * partner.weight }
    utility = problem.options.map(\.utility)
    limits = ResourceLimits(problem.limits, of: prepared)
    hasBudget = limits.hasBudget
    classCount = problem.fees.count
    tokenBase = prepared.tokenBase
    classOf = problem.options.map(\.classIndex)
    cost = problem.options.map(\.cost)
    requirement = problem.options.map(\.requirement)
    var firstRow: [Int] = [0]
    var offer: [Double] = []
    var success: [Double] = []
    var mean: [Double] = []
    var afterOffer: [Double] = []
    for option in problem.options {
      var offered = 0.0
      for (index, variant) in option.variants.enumerated() {
        let offers = variant.offer ?? variant.chance
        var average = 0.0
        if index == 0 { offered = zip(problem.nodeWeights, offers).reduce(0) { $0 + $1.0 * $1.1 } }
        for node in problem.nodeWeights.indices {
          offer.append(offers[node])
          success.append(offers[node] > 0 ? min(1, variant.chance[node] / offers[node]) : 0)
          average += problem.nodeWeights[node] * variant.chance[node]
        }
        mean.append(average)
      }
      let plain = mean[mean.count - option.variants.count]
      afterOffer.append(offered > 0 ? plain / offered : 0)
      firstRow.append(firstRow[firstRow.count - 1] + option.variants.count)
    }
    let nodes = problem.nodeWeights.count
    isRising = problem.options.indices.map { option in
      (firstRow[option] + 1..<max(firstRow[option] + 1, firstRow[option + 1])).allSatisfy { row in
        (row * nodes..<(row + 1) * nodes).allSatisfy {
          offer[$0] >= offer[$0 - nodes] && success[$0] >= success[$0 - nodes]
        }
      }
    }
    self.firstRow = firstRow
    self.offer = offer
    self.success = success
    self.mean = mean
    self.afterOffer = afterOffer
  }

  func row(_ option: Int, _ variant: Int) -> Int { firstRow[option] + variant }

  func variantCount(_ option: Int) -> Int { firstRow[option + 1] - firstRow[option] }

  /// The token that a variant uses up; nil for the plain one.
  func token(_ option: Int, _ variant: Int) -> Int? {
    variant == 0 ? nil : tokenBase[classOf[option]] + variant - 1
  }

  /// Whether a choice may be made at all, whatever else is chosen.
  func allows(_ option: Int, _ variant: Int) -> Bool {
    switch requirement[option] {
    case .free, .include: true
    case .includeVariant(let only): variant == only
    case .exclude: false
    }
  }

  func isRequired(_ option: Int) -> Bool {
    switch requirement[option] {
    case .include, .includeVariant: true
    case .free, .exclude: false
    }
  }
}

/// What a partner's list uses up so far.
struct PartnerUsage: Sendable {
  var count = 0
  var classCount: [Int]
  var tokens: [Int]
  var fee = 0

  init(_ side: PartnerSide) {
    classCount = [Int](repeating: 0, count: side.classCount)
    tokens = [Int](repeating: 0, count: side.limits.tokens.count)
  }

  /// The extra fee of one more option, or nil if a limit forbids it.
  func extraFee(_ option: Int, _ side: PartnerSide) -> Int? {
    let own = side.classOf[option]
    guard count < side.limits.count, classCount[own] < side.limits.classCount[own] else {
      return nil
    }
    let table = side.limits.fee[own]
    let extra = table[classCount[own] + 1] - table[classCount[own]] + side.cost[option]
    guard !side.hasBudget || fee + extra <= side.limits.budget else { return nil }
    return extra
  }

  func hasToken(_ option: Int, _ variant: Int, _ side: PartnerSide) -> Bool {
    guard let token = side.token(option, variant) else { return true }
    return tokens[token] < side.limits.tokens[token]
  }

  mutating func add(_ option: Int, _ variant: Int, _ side: PartnerSide) {
    let own = side.classOf[option]
    let table = side.limits.fee[own]
    fee += table[classCount[own] + 1] - table[classCount[own]] + side.cost[option]
    classCount[own] += 1
    count += 1
    if let token = side.token(option, variant) { tokens[token] += 1 }
  }

  mutating func remove(_ option: Int, _ variant: Int, _ side: PartnerSide) {
    let own = side.classOf[option]
    let table = side.limits.fee[own]
    fee -= table[classCount[own]] - table[classCount[own] - 1] + side.cost[option]
    classCount[own] -= 1
    count -= 1
    if let token = side.token(option, variant) { tokens[token] -= 1 }
  }
}
