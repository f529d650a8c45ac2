/// How much effort a calibration takes.
public struct CalibrationEffort: Sendable {
  /// Steps of the fit.
  public var steps: Int
  /// Seasons of each step.
  public var seasonsPerStep: Int
  /// Fresh seasons for the report.
  public var reportSeasons: Int
  /// Applicants of the backtest.
  public var backtestCases: Int
  /// Rounds of anchoring.
  public var anchorRounds: Int

  /// The shipped calibration: about five minutes on two cores.
  public static let full = CalibrationEffort(
    steps: 90, seasonsPerStep: 2, reportSeasons: 32, backtestCases: 4000, anchorRounds: 8)
  /// A short one, to see that it runs.
  public static let short = CalibrationEffort(
    steps: 12, seasonsPerStep: 1, reportSeasons: 2, backtestCases: 600, anchorRounds: 2)
}
