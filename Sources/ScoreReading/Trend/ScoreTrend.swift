public import ApplicantFile
public import MatchFacts

/// What happened between the first and the second exam, in points and in what points hide.
public struct ScoreTrend: Sendable, Hashable, Codable {
  /// The article's bands of the raw change.
  public enum Band: String, Sendable, Codable, Hashable, CaseIterable {
    /// Up 15 points or more.
    case up15plus
    /// Up 5 to 14.
    case up5to14
    /// Within 4 points either way.
    case flat
    /// Down 5 to 9.
    case down5to9
    /// Down 10 or more.
    case down10plus
    /// There is no change to see, as with a Step 1 pass.
    case none

    /// The label for people.
    public var label: String {
      switch self {
      case .up15plus: "Up 15+"
      case .up5to14: "Up 5–14"
      case .flat: "Flat (±4)"
      case .down5to9: "Down 5–9"
      case .down10plus: "Down 10+"
      case .none: "No trend to see"
      }
    }

    /// The band of a change in points on the USMLE scale.
    public init(change: Int) {
      self = Band(rawValue: ChangeBand(change: change).rawValue) ?? .none
    }
  }

  /// A score beside the national norm of its year.
  public struct Position: Sendable, Hashable, Codable {
    /// "Step 1", "Step 2 CK", "COMLEX Level 1" or "COMLEX Level 2-CE".
    public var exam: String
    /// The score.
    public var score: Int
    /// The norm's period, as published.
    public var period: String
    /// National mean of that period.
    public var mean: Double
    /// National standard deviation of that period.
    public var standardDeviation: Double
    /// Share of first-time takers at or below this score, 0…100.
    public var percentile: Double
    /// Whether the exam's date was known, or the period was assumed.
    public var dateKnown: Bool
  }

  /// The measurement error of a change, and what it leaves of this one.
  public struct TrueChange: Sendable, Hashable, Codable {
    /// Standard error of measurement of the first exam, in points.
    public var firstSEM: Double
    /// Standard error of measurement of the second exam, in points.
    public var secondSEM: Double
    /// Chance that the true change is a drop of ten points or more (on COMLEX: of ten points'
    /// worth), taking the observed change as centre.
    public var dropAtLeast10: Double
    /// The change after shrinking both scores toward what such applicants usually score.
    public var shrunkenMean: Double
    /// Standard deviation of the shrunken change.
    public var shrunkenSD: Double
    /// Chance of a true drop of ten points or more after shrinkage.
    public var dropAtLeast10Shrunken: Double
  }

  /// One of the article's illustrative shares.
  public struct Share: Sendable, Hashable, Codable {
    /// Band.
    public var band: Band
    /// Share in percent, as the article gives it.
    public var articlePercent: Double
    /// Share in percent that the AAMC's joint table implies, for residents of the specialty.
    public var tablePercent: Double?
  }

  /// The pair of exams.
  public var exam: ExamPair
  /// Second score less first, in points; nil when there is no first score.
  public var change: Int?
  /// Band of the change.
  public var band: Band
  /// The first exam beside its norm; nil when it has no score.
  public var first: Position?
  /// The second exam beside its norm.
  public var second: Position
  /// Second score that is usual for this first one; nil when there is no first score.
  public var expectedSecond: Double?
  /// Standard deviation around the expected second score.
  public var expectedSD: Double?
  /// Second score less the expected one.
  public var residual: Double?
  /// Chance of a change at least this bad for this first score.
  public var probabilityChangeAtMost: Double?
  /// The population that "usual" refers to.
  public var comparedWith: String
  /// What measurement error leaves of the change.
  public var trueChange: TrueChange?
  /// The change bands, as the article illustrates them and as the joint table has them.
  public var shares: [Share]
  /// The trend in plain sentences, most important first.
  public var sentences: [String]

  /// Share of first-time takers at or below the first score, 0…100.
  public var firstPercentile: Double? { first?.percentile }
}

/// Where the score stands in one target specialty.
public struct Standing: Sendable, Hashable, Codable {
  /// The three verdicts.
  public enum Place: String, Sendable, Codable, Hashable {
    /// At or above the median of those who matched.
    case above
    /// In the middle of those who matched: between their lower quartile and their median.
    case within
    /// Below the lower quartile of those who matched, above the median of those who did not.
    case edge
    /// At or below the median of those who did not match.
    case below
  }

  /// A published group's distribution, as far as it is known.
  public struct Group: Sendable, Hashable, Codable {
    /// "matched" or "not matched".
    public var cohort: String
    /// Number of applicants.
    public var count: Int?
    /// Lower quartile.
    public var lowerQuartile: Double?
    /// Median or, where `centreIsMean`, the mean.
    public var centre: Double
    /// Whether `centre` is a mean.
    public var centreIsMean: Bool
    /// Upper quartile.
    public var upperQuartile: Double?
    /// Share of the group at or below the applicant's score, 0…100.
    public var percentile: Double
  }

  /// The published match rate of the applicant's score band.
  public struct BandRate: Sendable, Hashable, Codable {
    /// The band, such as "240-249".
    public var band: String
    /// Match rate, 0…1.
    public var rate: Double
    /// Number of applicants behind it.
    public var count: Int
    /// 80% interval of the rate given that number.
    public var interval: Interval
    /// Match years the rate pools ("2020-2024").
    public var years: String
  }

  /// Specialty.
  public var specialty: Specialty
  /// The score that is placed: Step 2 CK, or COMLEX Level 2.
  public var score: Int
  /// "Step 2 CK" or "COMLEX Level 2-CE".
  public var exam: String
  /// The population the published figures are about ("US MD seniors, 2026 Match").
  public var population: String
  /// Whether that population is the applicant's own type.
  public var isOwnType: Bool
  /// Verdict; nil where nothing is published.
  public var place: Place?
  /// Those who matched.
  public var matched: Group?
  /// Those who did not.
  public var unmatched: Group?
  /// Published match rate of the score band.
  public var bandRate: BandRate?
  /// Points above (or below) the national mean.
  public var aboveNationalMean: Double
  /// One sentence: catastrophic, or merely painful.
  public var sentence: String
  /// Published figures behind this.
  public var citations: [Citation]
}
