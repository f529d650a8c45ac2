import SeasonSimulation

/// How steeply the match rate of US MD seniors rises with Step 2 CK, by specialty: the slopes of
/// the fitted band tables, and what is expected where none may be seen.
///
/// Slopes are log-odds for ten points. Two ways to expect a slope are compared by leaving out one
/// fitted table at a time: the pooled slope of the others, and a line over the distance between
/// the scores of matched and unmatched applicants (Charting Outcomes 2024 and 2026), drawn towards
/// the pooled slope where few unmatched stand behind the distance.
public struct SlopeTargets: Sendable {
  /// A slope with its standard deviation.
  struct Slope: Sendable {
    var value: Double
    var deviation: Double
  }

  /// Own slopes of the fitted band tables.
  private(set) var own: [String: Slope] = [:]
  /// Distance in points between matched and unmatched, and the unmatched behind it.
  private let gaps: [String: PublishedCounts.ScoreGap]

  /// Spread of slopes over specialties that the distance does not explain, log-odds.
  static let spread = 0.1
  /// Unmatched applicants at which a distance counts half.
  static let halfTrust = 20.0

  init(_ targets: CalibrationTargets) {
    gaps = targets.published.gaps
    for (name, bands) in targets.bands
    where !targets.heldOut.contains(.scoreBands, name, SeasonGroup.usMD.name) {
      let rows = bands.map {
        (x: BandSlope.centres[$0.index], n: Double($0.n), matched: Double($0.n) * $0.rate)
      }
      if let fit = BandSlope.fit(rows) {
        own[name] = Slope(value: fit.slope, deviation: fit.slopeDeviation)
      }
    }
  }

  /// Mean slope over the fitted tables, each weighted by its precision.
  public func pooled() -> Double { pooled(without: nil) }

  /// The slope that a simulated season should show: the specialty's own, drawn towards the
  /// expected one by its sampling error.
  func target(_ name: String) -> Double {
    let expected = expected(name)
    guard let own = own[name] else { return expected }
    let prior = Self.spread * Self.spread
    let noise = own.deviation * own.deviation
    return (own.value * prior + expected * noise) / (prior + noise)
  }

  /// The slope expected without looking at the specialty's own bands.
  func expected(_ name: String) -> Double {
    let pooled = pooled(without: name)
    guard let gap = gaps[name] else { return pooled }
    var rows: [(weight: Double, x: Double, y: Double)] = []
    for (other, slope) in own.sorted(by: { $0.key < $1.key }) where other != name {
      guard let there = gaps[other], there.unmatched >= 10 else { continue }
      let precision = 1 / (slope.deviation * slope.deviation + Self.spread * Self.spread)
      rows.append((precision, there.points, slope.value))
    }
    guard rows.count >= 4 else { return pooled }
    let total = rows.reduce(0) { $0 + $1.weight }
    let x = rows.reduce(0) { $0 + $1.weight * $1.x } / total
    let y = rows.reduce(0) { $0 + $1.weight * $1.y } / total
    let xx = rows.reduce(1e-9) { $0 + $1.weight * ($1.x - x) * ($1.x - x) }
    let xy = rows.reduce(0) { $0 + $1.weight * ($1.x - x) * ($1.y - y) }
    let trust = gap.unmatched / (gap.unmatched + Self.halfTrust)
    return max(y + xy / xx * trust * (gap.points - x), 0.2)
  }

  private func pooled(without left: String?) -> Double {
    var sum = 0.0
    var weight = 0.0
    for (name, slope) in own.sorted(by: { $0.key < $1.key }) where name != left {
      let precision = 1 / (slope.deviation * slope.deviation + Self.spread * Self.spread)
      sum += precision * slope.value
      weight += precision
    }
    return weight > 0 ? sum / weight : 0.6
  }

  /// Mean error of the expected and of the pooled slope, each table left out in turn, weighted by
  /// the precision of its own slope; log-odds for ten points.
  func leaveOneOutErrors() -> (expected: Double, pooled: Double) {
    var expectedSum = 0.0
    var pooledSum = 0.0
    var weight = 0.0
    for (name, slope) in own.sorted(by: { $0.key < $1.key }) {
      let precision = 1 / (slope.deviation * slope.deviation + Self.spread * Self.spread)
      expectedSum += precision * abs(expected(name) - slope.value)
      pooledSum += precision * abs(pooled(without: name) - slope.value)
      weight += precision
    }
    return (expectedSum / max(weight, 1e-9), pooledSum / max(weight, 1e-9))
  }
}
