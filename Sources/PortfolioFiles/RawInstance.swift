import ListOptimization
import SmartPickNumerics

/// The fields of an instance file as they stand there.
struct RawInstance: Decodable {
  struct Answer: Decodable {
    var h: Int?
    var budget: Int?
  }

  struct Net: Decodable {
    var lambda: Double

    enum CodingKeys: String, CodingKey {
      case lambda = "lambda_per_dollar"
    }
  }

  /// One price of money or several.
  struct Nets: Decodable {
    var items: [Net]

    init(from decoder: any Decoder) throws {
      if let list = try? [Net](from: decoder) {
        items = list
      } else {
        items = [try Net(from: decoder)]
      }
    }
  }

  struct Tier: Decodable {
    var first: Int
    var priceFirst: Int
    var priceBeyond: Int

    enum CodingKeys: String, CodingKey {
      case first
      case priceFirst = "price_first"
      case priceBeyond = "price_beyond"
    }
  }

  var kind: String
  var names: [String]?
  var utility: [Double]?
  var prob: [Double]?
  var t0: Double?
  var cost: [Double]?
  var specialty: [Int]?
  var tier: Tier?
  var rho: Double?
  var limits: [Int]?
  var budgets: [Int]?
  var net: Nets?
  var optimumByLimit: [Answer]?
  var optimumByLimit128: [Answer]?
  var recomputed: [Answer]?
  var optimumByBudget: [Answer]?
  var problem: PortfolioProblem?

  enum CodingKeys: String, CodingKey {
    case kind, names, utility, prob, t0, cost, specialty, tier, rho, limits, budgets, net
    case recomputed, problem
    case optimumByLimit = "optimum_by_limit"
    case optimumByLimit128 = "optimum_by_limit_gauss_hermite_128"
    case optimumByBudget = "optimum_by_budget"
  }

  /// The problem without the limits that are asked about.
  func makeProblem(_ kind: PortfolioInstance.Kind) throws(PortfolioFileError) -> PortfolioProblem {
    let utility = try required(utility, "utility")
    let prob = try required(prob, "prob")
    try check(prob, "prob", utility.count)
    if let names { try check(names, "names", utility.count) }
    var classes = [Int](repeating: 0, count: utility.count)
    var costs = [Int](repeating: 0, count: utility.count)
    var fees: [FeeSchedule] = [.free]
    switch kind {
    case .sameCost, .general: break
    case .variedCost:
      let given = try required(cost, "cost")
      try check(given, "cost", utility.count)
      for (index, amount) in given.enumerated() {
        guard let whole = Int(exactly: amount) else {
          throw .field(
            name: "cost[\(index)]", reason: "\(amount) is not a whole number of money")
        }
        costs[index] = whole
      }
    case .tieredFee:
      let tier = try required(tier, "tier")
      classes = try required(specialty, "specialty")
      try check(classes, "specialty", utility.count)
      for (index, number) in classes.enumerated() where number < 0 || number > 10_000 {
        throw .field(
          name: "specialty[\(index)]", reason: "\(number) is not a number between 0 and 10000")
      }
      let schedule = FeeSchedule(steps: [
        .init(through: tier.first, each: tier.priceFirst), .init(each: tier.priceBeyond),
      ])
      fees = [FeeSchedule](repeating: schedule, count: (classes.max() ?? 0) + 1)
    case .correlated:
      guard let rho, rho >= 0, rho < 1 else {
        throw .field(
          name: "rho", reason: "must be a correlation of at least 0 and below 1")
      }
    }
    let options = utility.indices.map { index in
      PortfolioOption(
        id: names?[index] ?? "\(index)", utility: utility[index], chance: prob[index],
        classIndex: classes[index], cost: costs[index])
    }
    let problem = PortfolioProblem(options: options, outsideValue: t0 ?? 0, fees: fees)
    guard kind == .correlated, let rho else { return problem }
    return try CorrelatedProblem.make(problem, correlation: rho)
  }

  private func required<T>(_ value: T?, _ name: String) throws(PortfolioFileError) -> T {
    guard let value else {
      throw .field(name: name, reason: "missing; instances of kind “\(kind)” need it")
    }
    return value
  }

  private func check<T>(
    _ list: [T], _ name: String, _ expected: Int
  ) throws(PortfolioFileError) {
    guard list.count == expected else {
      throw .length(field: name, found: list.count, expected: expected)
    }
  }
}
