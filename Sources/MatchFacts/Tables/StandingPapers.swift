/// What a paper reports on the kind of a program and how it screens.
public struct StandingFinding: Sendable, Hashable, Codable {
  /// The specialties studied; empty for groups such as "all".
  public var specialties: [Specialty]
  /// The specialty as printed.
  public var scope: String
  /// What was measured.
  public var measure: String
  /// The result as printed; nil where the stored text of the paper does not give it.
  public var result: String?
  /// Sample as printed.
  public var sample: String
  /// Source.
  public var citation: Citation
}

extension MatchFacts {
  /// Published relations of a program's kind and its screens, in the order of the table.
  ///
  /// - Throws: ``FactsError`` with file, line and field.
  public func standingFindings() throws(FactsError) -> [StandingFinding] {
    try open(
      "standing_papers", columns: ["specialty", "measure", "value", "sample", "trust"]
    ).map { (row, pool) throws(FactsError) in
      StandingFinding(
        specialties: try row.specialtyNames().tracks.map(\.specialty),
        scope: try row.required("specialty"), measure: try row.required("measure"),
        result: try row.optional("value"), sample: try row.required("sample"),
        citation: try row.citation(&pool, trust: try row.required("trust")))
    }
  }
}
