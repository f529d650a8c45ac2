/// One published rule on visas, waivers or the funding of training.
public struct VisaRule: Sendable, Hashable, Codable {
  /// What it is about, as printed (`H-1B`, `J-1 waiver`).
  public var area: String
  /// The rule's name.
  public var rule: String
  /// What it says.
  public var value: String
  /// Remark of the table.
  public var note: String?
  /// Source.
  public var citation: Citation
}

/// One published figure on international graduates and visas.
public struct VisaPaper: Sendable, Hashable, Codable {
  /// The specialty as printed; not every line is one of the table of specialties.
  public var specialty: String
  /// What it measures.
  public var measure: String
  /// The figure as printed.
  public var value: String
  /// Source.
  public var citation: Citation
}

extension MatchFacts {
  /// Rules on visas and funding, dated, in the order of the table.
  ///
  /// - Throws: ``FactsError`` naming the table, line and field.
  public func visaRules() throws(FactsError) -> [VisaRule] {
    try open("visa_and_funding_rules", columns: ["area", "rule", "value", "note", "trust"])
      .map { (row, pool) throws(FactsError) in
        VisaRule(
          area: try row.required("area"), rule: try row.required("rule"),
          value: try row.required("value"), note: try row.optional("note"),
          citation: try row.citation(&pool, trust: row.required("trust")))
      }
  }

  /// What papers report on visas by kind of program.
  ///
  /// - Throws: ``FactsError`` naming the table, line and field.
  public func visaPapers() throws(FactsError) -> [VisaPaper] {
    try open(
      "img_visa_papers", columns: ["specialty", "measure", "value", "detail", "season", "trust"]
    ).map { (row, pool) throws(FactsError) in
      VisaPaper(
        specialty: try row.required("specialty"), measure: try row.required("measure"),
        value: try row.required("value"),
        citation: try row.citation(&pool, trust: row.required("trust")))
    }
  }
}
