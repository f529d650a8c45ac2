/// The public figures of an institution that its standing is computed from.
public struct InstitutionStanding: Sendable, Hashable, Codable {
  /// Name as the NRMP prints it.
  public var institution: String
  /// Two-letter state.
  public var state: String
  /// Clinical NIH money of 2021–25 awarded to the institution itself, in millions of dollars.
  ///
  /// 0 where no recipient of NIH money could be linked to the name.
  public var ownMillions: Double
  /// The better known institution it belongs to; nil where it stands for itself.
  public var parent: String?
  /// The money that counts, in millions of dollars: its own, or its share of the parent's where
  /// that is more.
  public var millions: Double
  /// Highly competitive specialties that it trains in, of
  /// ``InstitutionStanding/competitiveSpecialtiesCounted``.
  public var competitiveSpecialties: Int
  /// Census division.
  public var division: String
  /// The index as the table prints it, before the term of a new accreditation.
  public var printedIndex: Double
  /// Source.
  public var citation: Citation

  /// The competitive specialties counted: dermatology, interventional radiology, otolaryngology, and
  /// neurological, orthopaedic, plastic, thoracic and vascular surgery.
  public static let competitiveSpecialtiesCounted = 8

  /// The parent, where the money that counts is its share.
  public var moneyOfParent: String? { millions > ownMillions ? parent : nil }

  /// What groups the programs of the institution, as ``Program/institutionKey``.
  var key: String { NameKey.of(institution) + "|" + state }
}

extension MatchFacts {
  /// The figures behind the standing of institutions, in the order of the table.
  ///
  /// - Throws: ``FactsError`` with file, line and field.
  public func institutionStandings() throws(FactsError) -> [InstitutionStanding] {
    let rows = try open(
      "institution_standing",
      columns: [
        "institution", "state", "city", "n_specialties", "n_competitive_of_8", "positions_listed",
        "nih_recipients", "nih_total_fy2021_25_musd", "nih_clinical_fy2021_25_musd", "brand_parent",
        "brand_weight", "brand_nih_clinical_musd", "census_division", "prestige_part",
        "region_term", "standing_S", "standing_percentile_of_institutions", "trust",
      ]
    ).map { (row, pool) throws(FactsError) in
      let money = 0.0...100_000.0
      let standing = InstitutionStanding(
        institution: try row.required("institution"), state: try row.required("state"),
        ownMillions: try row.double("nih_clinical_fy2021_25_musd", in: money),
        parent: try row.optional("brand_parent"),
        millions: try row.double("brand_nih_clinical_musd", in: money),
        competitiveSpecialties: try row.int(
          "n_competitive_of_8", in: 0...InstitutionStanding.competitiveSpecialtiesCounted),
        division: try row.required("census_division"),
        printedIndex: try row.double("standing_S", in: -100...100),
        citation: try row.citation(&pool, trust: try row.required("trust")))
      guard standing.millions >= standing.ownMillions else {
        throw row.inconsistent("the money that counts is less than the institution's own")
      }
      guard standing.millions == standing.ownMillions || standing.parent != nil else {
        throw row.inconsistent("more money than the institution's own needs a parent")
      }
      return standing
    }
    var lines: [String: Int] = [:]
    lines.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      if let first = lines.updateValue(index, forKey: row.institution + "|" + row.state) {
        throw .duplicate(
          file: "institution_standing.csv", line: index + 2, field: "institution",
          value: row.institution, firstLine: first + 2)
      }
    }
    return rows
  }
}
