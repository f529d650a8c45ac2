/// The tables of simulated seasons, in the layouts of the published ones.
///
/// Counts are means over seasons. Standard errors are Monte-Carlo errors of the mean over seasons;
/// of a single season, binomial ones.
public struct SeasonTables: Sendable, Hashable, Codable {
  /// Match rate to the preferred specialty.
  public struct MatchRate: Sendable, Hashable, Codable {
    /// Specialty by canonical name.
    public var specialty: String
    /// Applicant type; graduates of earlier years have rows of their own.
    public var type: String
    /// Applicants who certified a list with the specialty first, a season.
    public var applicants: Double
    /// Matched in it.
    public var matched: Double
    /// Matched over applicants.
    public var rate: Double
    /// Monte-Carlo error.
    public var standardError: Double
  }

  /// Match rate of one Step 2 CK band.
  public struct BandRate: Sendable, Hashable, Codable {
    /// Specialty by canonical name.
    public var specialty: String
    /// Applicant type.
    public var type: String
    /// Band of scores.
    public var band: String
    /// Applicants, a season.
    public var n: Double
    /// Matched over applicants.
    public var rate: Double
    /// Monte-Carlo error.
    public var standardError: Double
  }

  /// Contiguous ranks in the preferred specialty.
  public struct Ranks: Sendable, Hashable, Codable {
    /// Specialty by canonical name.
    public var specialty: String
    /// Applicant type.
    public var type: String
    /// `matched` or `not_matched`.
    public var cohort: String
    /// Applicants, a season.
    public var n: Double
    /// Mean.
    public var mean: Double
    /// Standard deviation.
    public var sd: Double
    /// Lower quartile.
    public var q1: Double
    /// Median.
    public var median: Double
    /// Upper quartile.
    public var q3: Double
  }

  /// Interview rates over the programs of a specialty.
  public struct InterviewRates: Sendable, Hashable, Codable {
    /// Specialty by canonical name.
    public var specialty: String
    /// Which applications.
    public var column: String
    /// Programs with such applications.
    public var programs: Int
    /// Mean over programs of invited over applied.
    public var mean: Double
    /// Percentiles over programs.
    public var p10: Double
    /// Lower quartile.
    public var p25: Double
    /// Median.
    public var p50: Double
    /// Upper quartile.
    public var p75: Double
    /// 90th percentile.
    public var p90: Double
  }

  /// Positions.
  public struct Positions: Sendable, Hashable, Codable {
    /// Specialty by canonical name.
    public var specialty: String
    /// Positions offered.
    public var offered: Int
    /// Positions filled, a season; SOAP is left out.
    public var filled: Double
  }

  /// National match rate of a type.
  public struct Overall: Sendable, Hashable, Codable {
    /// Applicant type.
    public var type: String
    /// Applicants with a certified list, a season.
    public var active: Double
    /// Matched to any position of the season; preliminary years of clinical specialties are left
    /// out.
    public var matchedPGY1: Double
    /// Matched over active.
    public var rate: Double
  }

  /// Couples.
  public struct Couples: Sendable, Hashable, Codable {
    /// Couples, a season.
    public var couples: Double
    /// Both partners matched.
    public var bothMatched: Double
    /// Both matched over couples.
    public var rate: Double
  }

  /// Match rates by specialty and type.
  public var matchRateBySpecialtyType: [MatchRate]
  /// Match rates by score band.
  public var matchRateByStep2Band: [BandRate]
  /// Contiguous ranks.
  public var contiguousRanks: [Ranks]
  /// Interview rates.
  public var interviewRates: [InterviewRates]
  /// Positions.
  public var positions: [Positions]
  /// National rates.
  public var overall: [Overall]
  /// Couples.
  public var couples: Couples
  /// What goes by the standing of programs.
  public var standing: [StandingQuarter]
}
