import MatchOdds

/// What anchoring did, for the report.
struct AnchorOutcome: Sendable {
  /// The anchored parameters.
  var parameters: OddsParameters
  var cells: [AnchorCell]
  /// What the advice said of each cell before.
  var before: [Double]
  /// And says now.
  var told: [Double]
  /// Cells whose specialty was left out in turn.
  var left: [AnchorCell]
  /// What the advice then said of them.
  var toldWithout: [Double]
  /// What was predicted of them.
  var predicted: [Double]
  /// What would be predicted without the specialty's match rate.
  var predictedWithoutRate: [Double]
  /// Error of the predicted levels, log-odds.
  var levelDeviation: Double
  /// From rates of who ranked a specialty anywhere to those of who preferred it, log-odds.
  var preferredAgainstAny: Double
}
