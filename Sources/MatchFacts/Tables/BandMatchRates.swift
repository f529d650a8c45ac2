/// Share of US MD seniors of one Step 2 CK band who matched to a specialty.
public struct BandMatchRate: Sendable, Hashable, Codable {
  /// The specialty.
  public var specialty: Specialty
  /// Whom the row describes.
  public var group: ApplicantGroup
  /// The pooled Match years as printed.
  public var years: String
  /// The band.
  public var band: ScoreBand
  /// Share matched, 0…1; nil where nobody was counted.
  public var rate: Double?
  /// Seniors counted.
  public var n: Int
  /// Source.
  public var citation: Citation
}

/// Match rates by Step 2 CK band and specialty, US MD seniors, pooled 2020-2024.
public struct BandMatchRates: Sendable {
  /// Every row, in the order of the table.
  public let rows: [BandMatchRate]

  /// The bands of a specialty, lowest first; empty where none are published.
  public func bands(for specialty: Specialty) -> [BandMatchRate] {
    rows.filter { $0.specialty == specialty }.sorted { $0.band < $1.band }
  }

  /// The band of a specialty that holds a score.
  public func rate(for specialty: Specialty, step2CK score: Int) -> BandMatchRate? {
    rows.first { $0.specialty == specialty && $0.band.contains(score) }
  }
}

extension MatchFacts {
  /// Match rates by Step 2 CK band.
  public func bandMatchRates() throws(FactsError) -> BandMatchRates {
    let rows = try open(
      "match_by_step2_band_us_md_senior_2020_2024",
      columns: [
        "specialty", "applicant_type", "match_years", "step2_band", "match_pct", "n_seniors",
      ]
    ).map { (row, pool) throws(FactsError) in
      guard let band = ScoreBand(try row.required("step2_band")) else {
        throw row.bad("step2_band", accepted: "a score band such as 240-249")
      }
      return BandMatchRate(
        specialty: try row.specialty(), group: try row.choice("applicant_type"),
        years: try row.required("match_years"), band: band,
        rate: try row.optionalShare(percent: "match_pct"),
        n: try row.int("n_seniors", in: 0...100_000), citation: try row.citation(&pool))
    }
    return BandMatchRates(rows: rows)
  }
}
