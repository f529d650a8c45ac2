import MatchFacts
public import SeasonSimulation

/// The published figures by quarter of standing, lowest first.
public struct StandingTargets: Sendable, Hashable {
  /// The specialty of which they are.
  public var specialty: String
  /// The four quarters of each measure.
  public var quarters: [StandingMeasure: [Double]]

  /// Collects what the table has.
  init(_ moments: StandingMoments) {
    specialty = moments.rows.first?.specialty.name ?? ""
    quarters = [:]
    for measure in StandingMeasure.all {
      let published = moments.quarters(of: measure.published).map(\.value)
      guard published.count == 4 else { continue }
      quarters[measure] = published.map { measure.isPercent ? $0 / 100 : $0 }
    }
  }
}

extension StandingMeasure {
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
