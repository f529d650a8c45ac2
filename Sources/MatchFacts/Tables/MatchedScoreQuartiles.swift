/// Quartiles of Step 2 CK among US MD seniors who matched to their preferred specialty, and the
/// median of those who did not (NRMP Charting Outcomes 2026).
public struct ScoreQuartiles: Sendable, Hashable, Codable {
  /// The specialty.
  public var specialty: Specialty
  /// Whom the row describes.
  public var group: ApplicantGroup
  /// The Match year.
  public var year: Int
  /// Matched seniors counted.
  public var matched: Int
  /// First quartile of the matched.
  public var q1: Int
  /// Median of the matched.
  public var median: Int
  /// Third quartile of the matched.
  public var q3: Int
  /// Seniors counted who did not match; nil where fewer than five.
  public var notMatched: Int?
  /// Median of those.
  public var medianNotMatched: Int?
  /// Source.
  public var citation: Citation
}

/// Quartiles of Step 2 CK of the matched, by specialty.
public struct MatchedScoreQuartiles: Sendable {
  /// Every row, in the order of the table.
  public let rows: [ScoreQuartiles]

  /// The quartiles of a specialty, or nil where none are published.
  public func quartiles(for specialty: Specialty) -> ScoreQuartiles? {
    rows.first { $0.specialty == specialty }
  }
}

extension MatchFacts {
  /// Quartiles of Step 2 CK of matched US MD seniors.
  public func matchedScoreQuartiles() throws(FactsError) -> MatchedScoreQuartiles {
    let rows = try open(
      "step2ck_us_md_senior_2026",
      columns: [
        "specialty", "applicant_type", "match_year", "n_matched", "step2_q1_matched",
        "step2_median_matched", "step2_q3_matched", "n_not_matched", "step2_median_not_matched",
      ]
    ).map { (row, pool) throws(FactsError) in
      let scale = Exam.step2CK.scale
      let result = ScoreQuartiles(
        specialty: try row.specialty(), group: try row.choice("applicant_type"),
        year: try row.int("match_year", in: 2000...2100),
        matched: try row.int("n_matched", in: 0...100_000),
        q1: try row.int("step2_q1_matched", in: scale),
        median: try row.int("step2_median_matched", in: scale),
        q3: try row.int("step2_q3_matched", in: scale),
        notMatched: try row.optionalInt("n_not_matched", in: 0...100_000),
        medianNotMatched: try row.optionalInt("step2_median_not_matched", in: scale),
        citation: try row.citation(&pool))
      guard result.q1 <= result.median, result.median <= result.q3 else {
        throw row.inconsistent("quartiles must not fall")
      }
      return result
    }
    return MatchedScoreQuartiles(rows: rows)
  }
}
