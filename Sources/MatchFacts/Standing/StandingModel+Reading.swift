import DelimitedText

extension MatchFacts {
  /// The numbers of the standing index: the file that `SMARTPICK_STANDING` names, else the one that
  /// ships.
  ///
  /// - Throws: ``FactsError`` where the variable names no file, and as ``standingModel(path:)``.
  public func standingModel() throws(FactsError) -> StandingModel {
    let variable = "SMARTPICK_STANDING"
    let named = FileAccess.environment(variable)
    if let named, !FileAccess.exists(named) {
      throw .namedMissing(
        variable: variable, path: named, accepted: "a file like standing_index.csv")
    }
    return try standingModel(path: named)
  }

  /// The numbers of the standing index in a file of one's own, or the shipped ones for nil.
  ///
  /// - Throws: ``FactsError`` with file, line and field: an unknown quantity, specialty or division,
  ///   a number out of range, given twice or missing.
  public func standingModel(path: String?) throws(FactsError) -> StandingModel {
    let columns = ["quantity", "of", "value", "basis"]
    let reader =
      if let path {
        try TableReader(path: path, columns: columns, sources: .single, catalog: specialties)
      } else {
        try open("standing_index", columns: columns, sources: .single)
      }
    let divisions = try regions().names
    var lines: [String: Int] = [:]
    let figures = try reader.map { (row, pool) throws(FactsError) in
      let quantity: StandingModel.Quantity = try row.choice("quantity")
      var of = try row.text("of")
      switch quantity {
      case .slope where !of.isEmpty: of = try row.specialty("of").name
      case .division where !divisions.contains(of):
        throw row.bad("of", accepted: "one of \(divisions.joined(separator: ", "))")
      case .slope, .division: break
      default:
        if !of.isEmpty { throw row.bad("of", accepted: "nothing: the number is of all") }
      }
      if let first = lines.updateValue(row.line, forKey: quantity.rawValue + "|" + of) {
        throw .duplicate(
          file: row.file, line: row.line, field: of.isEmpty ? "quantity" : "of",
          value: of.isEmpty ? quantity.rawValue : of, firstLine: first)
      }
      return StandingModel.Figure(
        quantity: quantity, of: of, value: try row.double("value", in: quantity.limits),
        basis: try row.choice("basis"), citation: try row.citation(&pool))
    }
    return try StandingModel(figures: figures, file: reader.table.name)
  }
}

extension StandingModel.Quantity {
  /// The numbers that a file may give.
  fileprivate var limits: ClosedRange<Double> {
    switch self {
    case .listedSince: 1990...2100
    case .standardDeviation: 0...30
    case .researchMoney, .competitiveSpecialty, .points, .slope: 0...10
    case .division, .newAccreditation: -10...10
    }
  }
}
