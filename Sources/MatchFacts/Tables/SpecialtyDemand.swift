/// Candidates and positions of one specialty in one Match.
public struct SpecialtyDemand: Sendable, Hashable, Codable {
  /// The specialty.
  public var specialty: Specialty
  /// The Match year.
  public var year: Int
  /// Candidates of all types for whom it is the only or the first choice.
  public var candidates: Int
  /// Positions offered, without preliminary ones.
  public var positions: Int
  /// Candidates for each position; nil where the sources disagree on the candidates.
  public var candidatesPerPosition: Double?
  /// How the figures compare with other transcriptions.
  public var crossCheck: String
  /// Source.
  public var citation: Citation
}

extension MatchFacts {
  /// Candidates and positions of the 2026 Main Match, in the order of the table.
  ///
  /// - Throws: ``FactsError`` with file, line and field.
  public func specialtyDemand() throws(FactsError) -> [SpecialtyDemand] {
    try open(
      "main_match_2026_by_specialty",
      columns: [
        "specialty", "match_year", "candidates_first_or_only_choice",
        "positions_offered_excl_preliminary", "DERIVED_candidates_per_position", "cross_check",
        "trust",
      ]
    ).map { (row, pool) throws(FactsError) in
      let demand = SpecialtyDemand(
        specialty: try row.specialty(), year: try row.int("match_year", in: 1952...2100),
        candidates: try row.int("candidates_first_or_only_choice", in: 0...1_000_000),
        positions: try row.int("positions_offered_excl_preliminary", in: 1...1_000_000),
        candidatesPerPosition: try row.optionalDouble(
          "DERIVED_candidates_per_position", in: 0...100),
        crossCheck: try row.required("cross_check"),
        citation: try row.citation(&pool, trust: try row.required("trust")))
      if let ratio = demand.candidatesPerPosition,
        abs(ratio - Double(demand.candidates) / Double(demand.positions)) > 0.01
      {
        throw row.inconsistent("candidates per position are not candidates over positions")
      }
      return demand
    }
  }
}
