public import MatchFacts

/// The published figures by quarter of standing, lowest first.
public struct StandingTargets: Sendable, Hashable {
  /// What is published of a quarter, in the units of the simulation: rates and shares from 0 to 1,
  /// scores in points.
  public enum Measure: Hashable, Sendable {
    /// Applicants of a type at a program.
    case applicants(ApplicantType)
    /// Share of a type's applicants who were invited.
    case rate(ApplicantType)
    /// A percentile of Step 2 CK among the invited of a type: 0.1, 0.25, 0.5 or 0.75.
    case score(ApplicantType, percentile: Double)
    /// Share of the applicants who ever failed an exam.
    case everFailed
    /// Share invited of those who ever failed.
    case rateOfEverFailed
    /// Share invited of those who never failed.
    case rateOfNeverFailed
    /// Share of the applicants who signaled.
    case signaled
    /// Share invited of those who signaled.
    case rateOfSignaled
    /// Share invited of those who did not.
    case rateOfUnsignaled

    /// Every measure, in the order of the report.
    public static let all: [Measure] =
      ApplicantType.allCases.map { .applicants($0) } + ApplicantType.allCases.map { .rate($0) }
      + StandingPools.percentiles.map { .score(.usMD, percentile: $0) }
      + [
        .score(.usDO, percentile: 0.5), .score(.nonUSIMG, percentile: 0.5), .everFailed,
        .rateOfEverFailed, .rateOfNeverFailed, .signaled, .rateOfSignaled, .rateOfUnsignaled,
      ]
  }

  /// The specialty of which they are.
  public var specialty: String
  /// The four quarters of each measure.
  public var quarters: [Measure: [Double]]

  /// Collects what the table has.
  init(_ moments: StandingMoments) {
    specialty = moments.rows.first?.specialty.name ?? ""
    quarters = [:]
    for measure in Measure.all {
      let published = moments.quarters(of: measure.published).map(\.value)
      guard published.count == 4 else { continue }
      quarters[measure] = published.map { measure.isPercent ? $0 / 100 : $0 }
    }
  }
}

extension StandingTargets.Measure {
  /// The measure's name in the published table.
  fileprivate var published: String {
    switch self {
    case .applicants(let type): "\(Self.name(type)) applicants"
    case .rate(let type): "percent of \(Self.name(type)) applicants invited"
    case .score(let type, let percentile):
      "\(Self.name(percentile)) Step 2 CK of invited \(Self.name(type))s"
    case .everFailed: "share of applicants who ever failed Step 1 or Level 1"
    case .rateOfEverFailed: "percent of ever-failed (Step 1 or Level 1) applicants invited"
    case .rateOfNeverFailed: "percent of never-failed applicants invited"
    case .signaled: "share of applicants who signaled"
    case .rateOfSignaled: "percent of signaling applicants invited"
    case .rateOfUnsignaled: "percent of non-signaling applicants invited"
    }
  }

  /// Whether the table prints percents.
  fileprivate var isPercent: Bool {
    switch self {
    case .rate, .rateOfEverFailed, .rateOfNeverFailed, .rateOfSignaled, .rateOfUnsignaled: true
    default: false
    }
  }

  private static func name(_ type: ApplicantType) -> String {
    switch type {
    case .usMD: "US MD"
    case .usDO: "US DO"
    case .usIMG: "US IMG"
    case .nonUSIMG: "non-US IMG"
    }
  }

  /// The table says "median Step 2 CK" but "lower quartile of Step 2 CK".
  private static func name(_ percentile: Double) -> String {
    switch percentile {
    case 0.1: "10th percentile of"
    case 0.25: "lower quartile of"
    case 0.75: "upper quartile of"
    default: "median"
    }
  }
}
