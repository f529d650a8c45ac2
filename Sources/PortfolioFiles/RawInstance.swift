import ListOptimization

/// The fields of an instance file, read and checked one by one.
struct RawInstance {
  /// The fields that are there; `null` counts as left out.
  let fields: [String: JSONTree]
  let kind: PortfolioInstance.Kind

  init(_ all: [String: JSONTree]) throws(PortfolioFileError) {
    fields = all.filter { if case .null = $0.value { false } else { true } }
    guard let value = fields["kind"] else { throw .field(name: "kind", reason: "missing") }
    let name = try value.text("kind")
    guard let kind = PortfolioInstance.Kind(rawValue: name) else { throw .unknownKind(name) }
    self.kind = kind
  }

  /// A list of whole numbers, such as the counts that are asked about, or nil if the field is not there.
  func wholes(_ name: String) throws(PortfolioFileError) -> [Int]? {
    try fields[name]?.wholes(name)
  }

  /// What the first answer field of these names answers for.
  ///
  /// - Parameter key: what each answer must name, “h” or “budget”.
  func answered(_ names: [String], by key: String) throws(PortfolioFileError) -> [Int]? {
    guard let name = names.first(where: { fields[$0] != nil }), let value = fields[name] else {
      return nil
    }
    return try value.list(name) { (answer, place) throws(PortfolioFileError) in
      let path = "\(place).\(key)"
      guard let number = try answer.object(place)[key] else {
        throw .field(name: path, reason: "missing; an answer says what it answers for")
      }
      return try number.whole(path)
    }
  }

  /// Fields that the kind has no use for must still be of their type: a slip is not passed over.
  func checkLayout() throws(PortfolioFileError) {
    for name in ["t0", "rho"] { _ = try fields[name]?.number(name) }
    for name in ["utility", "prob", "cost"] {
      _ = try fields[name]?.list(name) { (value, place) throws(PortfolioFileError) in
        try value.number(place)
      }
    }
    _ = try wholes("specialty")
    for name in ["tier", "problem"] { _ = try fields[name]?.object(name) }
    try checkAnswers()
  }

  /// An answer field must be a list of objects, even if nothing is taken from it.
  private func checkAnswers() throws(PortfolioFileError) {
    for name in fields.keys.sorted() where name.hasPrefix("optimum_by_") || name == "recomputed" {
      _ = try fields[name]?.list(name) { (answer, place) throws(PortfolioFileError) in
        try answer.object(place)
      }
    }
  }

  /// One price of money or several.
  func feeWeights() throws(PortfolioFileError) -> [Double] {
    guard let net = fields["net"] else { return [] }
    func weight(_ value: JSONTree, _ place: String) throws(PortfolioFileError) -> Double {
      let path = "\(place).lambda_per_dollar"
      guard let lambda = try value.object(place)["lambda_per_dollar"] else {
        throw .field(name: path, reason: "missing")
      }
      return try atLeastZero(lambda, path, "a price of money")
    }
    guard case .list = net else { return [try weight(net, "net")] }
    return try net.list("net", weight)
  }

  /// The problem without the limits that are asked about.
  func makeProblem() throws(PortfolioFileError) -> PortfolioProblem {
    let utility = try required("utility").list("utility") {
      (value, name) throws(PortfolioFileError) in
      try atLeastZero(value, name, "a utility")
    }
    let prob = try required("prob").list("prob") { (value, name) throws(PortfolioFileError) in
      let chance = try value.number(name)
      guard (0...1).contains(chance) else {
        throw .field(name: name, reason: "\(value.words); a chance lies between 0 and 1")
      }
      return chance
    }
    try check(prob, "prob", utility.count)
    let names = try fields["names"]?.list("names") { (value, name) throws(PortfolioFileError) in
      try value.text(name)
    }
    if let names { try check(names, "names", utility.count) }
    let outside = try fields["t0"].map { (value) throws(PortfolioFileError) in
      try atLeastZero(value, "t0", "the outside value")
    }
    var classes = [Int](repeating: 0, count: utility.count)
    var costs = [Int](repeating: 0, count: utility.count)
    var fees: [FeeSchedule] = [.free]
    var correlation: Double?
    switch kind {
    case .sameCost, .general: break
    case .variedCost:
      costs = try self.costs()
      try check(costs, "cost", utility.count)
    case .tieredFee:
      let schedule = try tier()
      classes = try required("specialty").wholes("specialty")
      try check(classes, "specialty", utility.count)
      for (index, number) in classes.enumerated() where number > 10_000 {
        throw .field(
          name: "specialty[\(index)]", reason: "\(number) is not a number between 0 and 10000")
      }
      fees = [FeeSchedule](repeating: schedule, count: (classes.max() ?? 0) + 1)
    case .correlated:
      let rho = try required("rho").number("rho")
      guard rho >= 0, rho < 1 else {
        throw .field(
          name: "rho", reason: "\(rho); a correlation is at least 0 and below 1")
      }
      correlation = rho
    }
    let options = utility.indices.map { index in
      PortfolioOption(
        id: names?[index] ?? "\(index)", utility: utility[index], chance: prob[index],
        classIndex: classes[index], cost: costs[index])
    }
    let problem = PortfolioProblem(options: options, outsideValue: outside ?? 0, fees: fees)
    guard let correlation else { return problem }
    return try CorrelatedProblem.make(problem, correlation: correlation)
  }

  private func costs() throws(PortfolioFileError) -> [Int] {
    try required("cost").list("cost") { (value, name) throws(PortfolioFileError) in
      guard case .whole(let cost) = value, (0...1_000_000_000_000).contains(cost) else {
        throw .field(
          name: name, reason: "\(value.words); a cost is a whole number between 0 and 10¹²")
      }
      return cost
    }
  }

  private func tier() throws(PortfolioFileError) -> FeeSchedule {
    let tier = try required("tier").object("tier")
    func amount(_ key: String) throws(PortfolioFileError) -> Int {
      guard let value = tier[key] else {
        throw .field(name: "tier.\(key)", reason: "missing; give a whole number")
      }
      return try value.whole("tier.\(key)")
    }
    return FeeSchedule(steps: [
      .init(through: try amount("first"), each: try amount("price_first")),
      .init(each: try amount("price_beyond")),
    ])
  }

  private func required(_ name: String) throws(PortfolioFileError) -> JSONTree {
    guard let value = fields[name] else {
      throw .field(
        name: name, reason: "missing; instances of kind “\(kind.rawValue)” need it")
    }
    return value
  }

  private func atLeastZero(
    _ value: JSONTree, _ field: String, _ what: String
  ) throws(PortfolioFileError) -> Double {
    let number = try value.number(field)
    guard number >= 0 else {
      throw .field(name: field, reason: "\(value.words); \(what) is at least 0")
    }
    return number
  }

  private func check<T>(
    _ list: [T], _ name: String, _ expected: Int
  ) throws(PortfolioFileError) {
    guard list.count == expected else {
      throw .length(field: name, found: list.count, expected: expected)
    }
  }
}
