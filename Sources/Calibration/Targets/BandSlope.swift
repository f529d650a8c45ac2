import SeasonSimulation
import SmartPickNumerics

/// Logistic regression of matching on the centre of the score band, in tens of points.
enum BandSlope {
  /// Centres of the bands in tens of points; the open ones lie where most of their members do.
  static let centres = [19.5, 20.5, 21.5, 22.5, 23.5, 24.5, 25.8]

  /// Maximum likelihood by Newton's method, with a whisper of a prior so that empty or full bands
  /// cannot run away; nil when there are too few failures to tell.
  static func fit(
    _ rows: [(x: Double, n: Double, matched: Double)]
  ) -> (level: Double, slope: Double, slopeDeviation: Double)? {
    let total = rows.reduce(0) { $0 + $1.n }
    let failures = rows.reduce(0) { $0 + $1.n - $1.matched }
    guard total > 0, failures >= 3, failures < total else { return nil }
    let mean = rows.reduce(0) { $0 + $1.n * $1.x } / total
    var level = Logistic.quantile(min(max(1 - failures / total, 0.01), 0.99))
    var slope = 0.6
    var information = 1.0
    for _ in 0..<40 {
      var g0 = 0.0
      var g1 = -(slope - 0.6) / 4
      var h00 = 1e-9
      var h01 = 0.0
      var h11 = 0.25
      for row in rows where row.n > 0 {
        let d = row.x - mean
        let p = Logistic.cumulative(level + slope * d)
        let w = row.n * p * (1 - p)
        g0 += row.matched - row.n * p
        g1 += (row.matched - row.n * p) * d
        h00 += w
        h01 += w * d
        h11 += w * d * d
      }
      let det = h00 * h11 - h01 * h01
      guard det > 1e-12 else { return nil }
      level += min(max((h11 * g0 - h01 * g1) / det, -1), 1)
      slope += min(max((h00 * g1 - h01 * g0) / det, -0.5), 0.5)
      information = det / h00
    }
    return (level, slope, (1 / information).squareRoot())
  }
}

extension SeasonStatistics {
  /// Log-odds of a match for ten points, from the band table of US MD seniors, by weighted
  /// logistic regression on the bands' centres.
  func bandSlope(_ specialty: Int) -> Double? {
    let counts = cell(specialty, .usMD)
    let rows = counts.bandApplicants.indices.map {
      (
        x: BandSlope.centres[$0], n: Double(counts.bandApplicants[$0]),
        matched: Double(counts.bandMatched[$0])
      )
    }
    return BandSlope.fit(rows)?.slope
  }
}
