import SeasonSimulation
import SmartPickNumerics

/// What the published match rates of non-US IMGs in other specialties say of a specialty that has
/// none, or whose rate is held out.
///
/// A line in log-odds over the applicants for each position (Charting Outcomes 2026), fitted to the
/// rates that may be seen and weighted by their applicants. Of the predictors tried it erred least
/// when each specialty was left out in turn; the report states the errors. For US seniors no such
/// line did better than the simulation's own pooled level and offset.
public struct RatePrediction: Sendable {
  private var intercept = 0.0
  private var slope = 0.0
  /// Root mean square error in log-odds, each specialty left out in turn.
  public private(set) var deviation = 0.6
  /// The same of the mean of the other specialties instead of the line.
  public private(set) var deviationOfMean = 0.6
  private let competition: [String: Double]

  init(_ targets: CalibrationTargets) {
    let competition = targets.published.totals.compactMapValues { total in
      total.positions > 0 ? total.applicants / total.positions : nil
    }
    self.competition = competition
    let rows = targets.published.rates.keys.sorted().compactMap { name -> Row? in
      guard !targets.isHeldOut(name, .nonUSIMG), let rate = targets.rate(name, .nonUSIMG),
        let x = competition[name]
      else { return nil }
      return Row(
        weight: rate.total / (rate.total + 30), x: x,
        y: logit((rate.matched + 0.5) / (rate.total + 1)))
    }
    guard rows.count >= 5 else { return }
    (intercept, slope) = Self.line(rows)
    var squares = 0.0
    var squaresOfMean = 0.0
    var weight = 0.0
    for left in rows.indices {
      var others = rows
      let row = others.remove(at: left)
      let line = Self.line(others)
      let miss = line.intercept + line.slope * row.x - row.y
      let mean = others.reduce(0) { $0 + $1.weight * $1.y } / others.reduce(0) { $0 + $1.weight }
      squares += row.weight * miss * miss
      squaresOfMean += row.weight * (mean - row.y) * (mean - row.y)
      weight += row.weight
    }
    deviation = (squares / weight).squareRoot()
    deviationOfMean = (squaresOfMean / weight).squareRoot()
  }

  private struct Row {
    var weight: Double
    /// Applicants for each position.
    var x: Double
    /// Log-odds of a match.
    var y: Double
  }

  /// The predicted log-odds of a match; nil where applicants and positions are not published, and
  /// for other groups.
  func logOdds(_ specialty: String, _ group: SeasonGroup) -> Double? {
    guard group == .nonUSIMG else { return nil }
    return competition[specialty].map { intercept + slope * $0 }
  }

  /// Weighted least squares, the slope drawn a little towards 0.
  private static func line(_ rows: [Row]) -> (intercept: Double, slope: Double) {
    let total = rows.reduce(0) { $0 + $1.weight }
    let x = rows.reduce(0) { $0 + $1.weight * $1.x } / total
    let y = rows.reduce(0) { $0 + $1.weight * $1.y } / total
    let xx = rows.reduce(0.1) { $0 + $1.weight * ($1.x - x) * ($1.x - x) }
    let xy = rows.reduce(0) { $0 + $1.weight * ($1.x - x) * ($1.y - y) }
    return (y - xy / xx * x, xy / xx)
  }
}
