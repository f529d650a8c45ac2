/// Distribution of one measure among the first-year residents of a specialty.
public struct ResidentDistribution: Sendable, Hashable, Codable {
  /// The measures of the table; raw values are its own texts.
  public enum Measure: String, Sendable, Codable, Hashable, CaseIterable {
    /// COMLEX-USA Level 1.
    case comlexLevel1 = "COMLEX Level 1 Score"
    /// COMLEX-USA Level 2-CE.
    case comlexLevel2 = "COMLEX Level 2-CE Score"
    /// USMLE Step 1.
    case step1 = "USMLE STEP 1 Score"
    /// USMLE Step 2 CK.
    case step2CK = "USMLE STEP 2 CK Score"
    /// Research experiences.
    case research = "Number of research experiences"
    /// Abstracts, presentations and publications.
    case publications = "Number of abstracts, presentations, and publications"
    /// Work experiences.
    case work = "Number of work experiences"
    /// Volunteer experiences.
    case volunteer = "Number of volunteer experiences"
  }

  /// The figures of a measure.
  public struct Summary: Sendable, Hashable, Codable {
    /// Mean.
    public var mean: Double
    /// Standard deviation.
    public var standardDeviation: Double
    /// 10th percentile.
    public var p10: Double
    /// 25th percentile.
    public var p25: Double
    /// Median.
    public var p50: Double
    /// 75th percentile.
    public var p75: Double
    /// 90th percentile.
    public var p90: Double
  }

  /// Specialty and kind of position.
  public var line: SpecialtyTrack
  /// What was measured.
  public var measure: Measure
  /// Residents who reported it.
  public var n: Int
  /// The figures, or nil where too few reported it.
  public var summary: Summary?
  /// Source.
  public var citation: Citation
}

/// Scores and experiences of first-year residents by specialty (AAMC Table B1, 2019-20).
public struct ScoreDistributions: Sendable {
  /// Every row, in the order of the table.
  public let rows: [ResidentDistribution]

  /// The distribution of a measure in a specialty.
  public func distribution(
    of measure: ResidentDistribution.Measure, in specialty: Specialty,
    track: Program.Track = .categorical
  ) -> ResidentDistribution? {
    let line = SpecialtyTrack(specialty, track: track)
    return rows.first { $0.line == line && $0.measure == measure }
  }
}

extension MatchFacts {
  /// Scores and experiences of first-year residents by specialty.
  public func scoreDistributions() throws(FactsError) -> ScoreDistributions {
    let rows = try open(
      "aamc_b1_scores_2019_20",
      columns: [
        "cohort", "specialty", "measure", "n", "mean", "sd", "p10", "p25", "p50", "p75", "p90",
      ]
    ).map { (row, pool) throws(FactsError) in
      guard let line = try row.specialtyTrack() else {
        throw row.bad("specialty", accepted: "one specialty")
      }
      // The table prints dashes where too few residents reported the measure.
      var summary: ResidentDistribution.Summary?
      if try row.text("mean") != "-" {
        let limits = 0.0...999.0
        let printed = ResidentDistribution.Summary(
          mean: try row.double("mean", in: limits),
          standardDeviation: try row.double("sd", in: limits),
          p10: try row.double("p10", in: limits), p25: try row.double("p25", in: limits),
          p50: try row.double("p50", in: limits), p75: try row.double("p75", in: limits),
          p90: try row.double("p90", in: limits))
        let steps = [printed.p10, printed.p25, printed.p50, printed.p75, printed.p90]
        guard steps == steps.sorted() else { throw row.inconsistent("percentiles must not fall") }
        summary = printed
      }
      return ResidentDistribution(
        line: line, measure: try row.choice("measure"), n: try row.int("n", in: 0...100_000),
        summary: summary, citation: try row.citation(&pool))
    }
    return ScoreDistributions(rows: rows)
  }
}
