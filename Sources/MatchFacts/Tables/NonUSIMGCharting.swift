/// Distribution of one measure among non-US IMGs of a specialty, matched or not.
public struct ChartingDistribution: Sendable, Hashable, Codable {
  /// The measures of the table; raw values are its codes.
  public enum Measure: String, Sendable, Codable, Hashable, CaseIterable {
    /// Number of specialties ranked.
    case specialtiesRanked = "specialties_ranked"
    /// Step 2 CK.
    case step2CK = "step2ck"
    /// Research experiences.
    case research
    /// Abstracts.
    case abstracts
    /// Presentations.
    case presentations
    /// Publications.
    case publications
    /// Work experiences.
    case work
    /// Volunteer experiences.
    case volunteer
    /// Programs ranked in a row in the preferred specialty.
    case contiguousRanks = "contiguous_ranks"
  }

  /// Whether the applicants matched to their preferred specialty.
  public enum Cohort: String, Sendable, Codable, Hashable, CaseIterable {
    /// Matched.
    case matched
    /// Not matched.
    case notMatched = "not_matched"
  }

  /// The five numbers, mean and standard deviation; suppressed for small groups.
  public struct Summary: Sendable, Hashable, Codable {
    /// Smallest value.
    public var minimum: Double
    /// First quartile.
    public var q1: Double
    /// Median.
    public var median: Double
    /// Third quartile.
    public var q3: Double
    /// Largest value.
    public var maximum: Double
    /// Mean.
    public var mean: Double
    /// Standard deviation.
    public var standardDeviation: Double
  }

  /// The specialty.
  public var specialty: Specialty
  /// What was measured.
  public var measure: Measure
  /// Matched or not.
  public var cohort: Cohort
  /// Applicants counted.
  public var n: Int
  /// The figures, or nil where the group is too small to be printed.
  public var summary: Summary?
  /// Source.
  public var citation: Citation
}

/// Positions and applicants of one specialty, with the non-US IMGs' match rate.
public struct NonUSIMGSummary: Sendable, Hashable, Codable {
  /// The specialty.
  public var specialty: Specialty
  /// The Match year.
  public var year: Int
  /// Positions offered.
  public var positions: Int
  /// Applicants of all types who preferred it.
  public var allApplicants: Int
  /// Non-US IMGs who preferred it.
  public var applicants: Int
  /// Of these, matched to it.
  public var matched: Int
  /// Of these, not matched to it.
  public var notMatched: Int
  /// Share matched, 0…1.
  public var matchRate: Double
  /// Source.
  public var citation: Citation
}

/// Charting Outcomes 2026 of non-US IMGs.
public struct NonUSIMGCharting: Sendable {
  /// Every distribution, in the order of the tables; contiguous ranks come from their own table.
  public let distributions: [ChartingDistribution]
  /// One summary a specialty.
  public let summaries: [NonUSIMGSummary]

  /// The distribution of a measure.
  public func distribution(
    of measure: ChartingDistribution.Measure, in specialty: Specialty,
    cohort: ChartingDistribution.Cohort
  ) -> ChartingDistribution? {
    distributions.first {
      $0.specialty == specialty && $0.measure == measure && $0.cohort == cohort
    }
  }

  /// The summary of a specialty.
  public func summary(for specialty: Specialty) -> NonUSIMGSummary? {
    summaries.first { $0.specialty == specialty }
  }
}

extension MatchFacts {
  /// Charting Outcomes 2026 of non-US IMGs.
  public func nonUSIMGCharting() throws(FactsError) -> NonUSIMGCharting {
    let columns = [
      "specialty", "applicant_type", "match_year", "measure", "cohort", "n", "min", "q1", "median",
      "q3", "max", "iqr", "mean", "sd",
    ]
    let read = { (row: borrowing FactRow, pool: inout CitationPool) throws(FactsError) in
      func figure(_ column: String) throws(FactsError) -> Double? {
        try row.optionalDouble(column, in: 0...1000)
      }
      var summary: ChartingDistribution.Summary?
      if let minimum = try figure("min"), let q1 = try figure("q1"),
        let median = try figure("median"), let q3 = try figure("q3"),
        let maximum = try figure("max"), let mean = try figure("mean"),
        let deviation = try figure("sd")
      {
        let steps = [minimum, q1, median, q3, maximum]
        guard steps == steps.sorted() else {
          throw row.inconsistent("quartiles must not fall")
        }
        summary = .init(
          minimum: minimum, q1: q1, median: median, q3: q3, maximum: maximum, mean: mean,
          standardDeviation: deviation)
      }
      return ChartingDistribution(
        specialty: try row.specialty(), measure: try row.choice("measure"),
        cohort: try row.choice("cohort"), n: try row.int("n", in: 0...100_000), summary: summary,
        citation: try row.citation(&pool))
    }
    let ranks = try open("contiguous_ranks_non_us_img_2026", columns: columns).map(read)
    let others = try open("charting_outcomes_non_us_img_2026", columns: columns).map(read)
    let summaries = try open(
      "specialty_summary_non_us_img_2026",
      columns: [
        "specialty", "applicant_type", "match_year", "positions_offered",
        "all_applicants_preferring", "img_total", "img_matched", "img_not_matched",
        "img_match_rate_pct", "applicants_per_position", "img_per_position", "phd_pct_matched",
        "phd_pct_not_matched", "grad_degree_pct_matched", "grad_degree_pct_not_matched",
      ]
    ).map { (row, pool) throws(FactsError) in
      let counts = 0...1_000_000
      let result = NonUSIMGSummary(
        specialty: try row.specialty(), year: try row.int("match_year", in: 2000...2100),
        positions: try row.int("positions_offered", in: counts),
        allApplicants: try row.int("all_applicants_preferring", in: counts),
        applicants: try row.int("img_total", in: counts),
        matched: try row.int("img_matched", in: counts),
        notMatched: try row.int("img_not_matched", in: counts),
        matchRate: try row.share(percent: "img_match_rate_pct"), citation: try row.citation(&pool))
      guard result.matched + result.notMatched == result.applicants else {
        throw row.inconsistent("matched and not matched must add up to the total")
      }
      return result
    }
    let rankKeys = Set(ranks.map { "\($0.specialty)|\($0.cohort)" })
    return NonUSIMGCharting(
      distributions: ranks
        + others.filter {
          $0.measure != .contiguousRanks || !rankKeys.contains("\($0.specialty)|\($0.cohort)")
        },
      summaries: summaries)
  }
}
