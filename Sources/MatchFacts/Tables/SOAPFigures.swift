/// A published figure on unfilled positions or on SOAP.
public struct SOAPFigure: Sendable, Hashable, Codable {
  /// The line of the Match's tables; nil for all.
  public var line: SpecialtyTrack?
  /// Whom or what it counts, as printed ("all PGY-1").
  public var scope: String
  /// Year, as printed.
  public var year: String
  /// What it is (`positions_unfilled`, `soap_positions_filled`).
  public var measure: String
  /// Which applicants, as printed.
  public var group: String
  /// The figure.
  public var value: Double
  /// Remark of the table.
  public var note: String?
  /// Source.
  public var citation: Citation
}

extension MatchFacts {
  /// Positions unfilled, and offered and filled in SOAP, in the order of the table.
  public func soapFigures() throws(FactsError) -> [SOAPFigure] {
    try open(
      "soap_and_unfilled_extra",
      columns: ["specialty", "match_year", "measure", "group", "value", "note", "trust"]
    ).map { (row, pool) throws(FactsError) in
      SOAPFigure(
        line: try row.specialtyTrack(), scope: try row.required("specialty"),
        year: try row.required("match_year"), measure: try row.required("measure"),
        group: try row.required("group"), value: try row.double("value", in: 0...100_000),
        note: try row.optional("note"),
        citation: try row.citation(&pool, trust: try row.required("trust")))
    }
  }
}
