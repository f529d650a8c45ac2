public import MatchFacts

/// What is published of a quarter, in the units of the simulation: rates and shares from 0 to 1,
/// scores in points.
public enum StandingMeasure: Hashable, Sendable {
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
  public static let all: [StandingMeasure] =
    ApplicantType.allCases.map { .applicants($0) } + ApplicantType.allCases.map { .rate($0) }
    + StandingPools.percentiles.map { .score(.usMD, percentile: $0) }
    + [
      .score(.usDO, percentile: 0.5), .score(.nonUSIMG, percentile: 0.5), .everFailed,
      .rateOfEverFailed, .rateOfNeverFailed, .signaled, .rateOfSignaled, .rateOfUnsignaled,
    ]
}
