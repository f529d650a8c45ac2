/// Means of matched and unmatched seniors of one specialty (NRMP Charting Outcomes 2024).
public struct ChartingMean: Sendable, Hashable, Codable {
  /// A mean among the matched and among the unmatched.
  public struct Pair: Sendable, Hashable, Codable {
    /// Mean of the matched.
    public var matched: Double?
    /// Mean of the unmatched.
    public var unmatched: Double?
  }

  /// The specialty.
  public var specialty: Specialty
  /// US MD or US DO seniors.
  public var group: ApplicantGroup
  /// The Match year.
  public var year: Int
  /// Seniors matched to it as their preferred specialty.
  public var matched: Int
  /// Seniors who preferred it and did not match to it.
  public var unmatched: Int
  /// Share matched, 0…1.
  public var matchRate: Double
  /// Step 1; only as trustworthy as ``qualityFlag`` says.
  public var step1: Pair
  /// Step 2 CK; the DO unmatched figures are not for use.
  public var step2CK: Pair
  /// Research experiences.
  public var research: Pair
  /// Abstracts, presentations and publications.
  public var publications: Pair
  /// Volunteer experiences.
  public var volunteer: Pair
  /// The table's warning about the row, or nil.
  public var qualityFlag: String?
  /// Source.
  public var citation: Citation
}

/// Means of matched and unmatched seniors by specialty.
public struct ChartingMeans: Sendable {
  /// Every row, in the order of the table.
  public let rows: [ChartingMean]

  /// The means of a specialty and group.
  public func means(for specialty: Specialty, group: ApplicantGroup) -> ChartingMean? {
    rows.first { $0.specialty == specialty && $0.group == group }
  }
}

extension MatchFacts {
  /// Means of matched and unmatched seniors.
  public func chartingMeans() throws(FactsError) -> ChartingMeans {
    let pairs = [
      "step1_mean", "step2_mean", "research_exp_mean", "abstracts_pres_pubs_mean",
      "volunteer_exp_mean",
    ]
    let rows = try open(
      "charting_outcomes_means_2024",
      columns: [
        "specialty", "applicant_type", "match_year", "n_matched", "n_unmatched", "match_rate_pct",
        "quality_flag",
      ] + pairs.flatMap { [$0 + "_matched", $0 + "_unmatched"] }
    ).map { (row, pool) throws(FactsError) in
      func pair(_ name: String) throws(FactsError) -> ChartingMean.Pair {
        ChartingMean.Pair(
          matched: try row.optionalDouble(name + "_matched", in: 0...300),
          unmatched: try row.optionalDouble(name + "_unmatched", in: 0...300))
      }
      let group: ApplicantGroup = try row.choice("applicant_type")
      return ChartingMean(
        specialty: try row.specialty(), group: group,
        year: try row.int("match_year", in: 2000...2100),
        matched: try row.int("n_matched", in: 0...100_000),
        unmatched: try row.int("n_unmatched", in: 0...100_000),
        matchRate: try row.share(percent: "match_rate_pct"), step1: try pair("step1_mean"),
        step2CK: try pair("step2_mean"), research: try pair("research_exp_mean"),
        publications: try pair("abstracts_pres_pubs_mean"),
        volunteer: try pair("volunteer_exp_mean"),
        qualityFlag: try row.optional("quality_flag"), citation: try row.citation(&pool))
    }
    return ChartingMeans(rows: rows)
  }
}
