/// One figure of a match outside the NRMP: ophthalmology's or urology's.
public struct OwnMatchFigure: Sendable, Hashable, Codable {
  /// The specialty.
  public var specialty: Specialty
  /// The Match year.
  public var year: Int
  /// Whom it counts, as printed (`all`, `us_md_senior`, `img`).
  public var group: String
  /// What it is, as the table names it (`match_pct`, `interviews_per_applicant`).
  public var measure: String
  /// The figure.
  public var value: Double
  /// Source.
  public var citation: Citation
}

/// What is published of the matches of ophthalmology and urology.
public struct OwnMatchFigures: Sendable {
  /// Every row, in the order of the table.
  public let rows: [OwnMatchFigure]

  /// The latest figure of a measure in a specialty, of one group; nil where there is none.
  public func latest(
    _ measure: String, in specialty: Specialty, group: String = "all"
  ) -> OwnMatchFigure? {
    rows.filter { $0.specialty == specialty && $0.measure == measure && $0.group == group }
      .max { $0.year < $1.year }
  }
}

extension MatchFacts {
  /// What is published of the matches of ophthalmology and urology.
  ///
  /// - Throws: ``FactsError`` naming the table, line and field.
  public func ownMatchFigures() throws(FactsError) -> OwnMatchFigures {
    let rows = try open(
      "ophthalmology_urology_match",
      columns: ["specialty", "match_year", "applicant_type", "measure", "value", "note", "trust"]
    ).map { (row, pool) throws(FactsError) in
      OwnMatchFigure(
        specialty: try row.specialty(), year: try row.int("match_year", in: 1952...2100),
        group: try row.required("applicant_type"), measure: try row.required("measure"),
        value: try row.double("value", in: 0...1_000_000),
        citation: try row.citation(&pool, trust: row.required("trust")))
    }
    return OwnMatchFigures(rows: rows)
  }
}
