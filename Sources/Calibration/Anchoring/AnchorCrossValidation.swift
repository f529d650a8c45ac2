import MatchFacts
import MatchOdds
import SeasonSimulation
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What bare files of a specialty would be told without its score bands: each in turn is anchored to
/// a curve that only other specialties and what is published of all can give.
///
/// The slope is that expected from the others (``SlopeTargets/expected(_:)``). The level is the match
/// rate of US MD seniors, which is published of nearly all specialties. Were that missing, too, the
/// level would be a line, fitted to the others, over the rate among US MDs who ranked the specialty
/// anywhere (Main Match 2025) and the log of the applicants for each position (2026).
struct AnchorCrossValidation {
  /// The predicted rate of each band cell.
  let predicted: [AnchorCell: Double]
  /// The same without the specialty's match rate.
  let predictedWithoutRate: [AnchorCell: Double]
  /// Root mean square error of the line's level, log-odds.
  let levelDeviation: Double

  private struct Row {
    var name: String
    var features: [Double]
    var level: Double
    var weight: Double
  }

  init(cells: [AnchorCell], targets: CalibrationTargets, results: MainMatchResults) {
    let slopes = SlopeTargets(targets)
    let banded = Dictionary(
      grouping: cells.filter { if case .band = $0.kind { true } else { false } }, by: \.specialty)
    var rows: [Row] = []
    for name in banded.keys.sorted() {
      guard let own = banded[name] else { continue }
      let n = own.reduce(0) { $0 + $1.n }
      let rate = own.reduce(0) { $0 + $1.n * $1.rate } / n
      rows.append(
        Row(
          name: name, features: Self.features(name, targets, results),
          level: logit((n * rate + 0.5) / (n + 1)), weight: n / (n + 200)))
    }
    var predicted: [AnchorCell: Double] = [:]
    var without: [AnchorCell: Double] = [:]
    var squares = 0.0
    for row in rows {
      guard let own = banded[row.name] else { continue }
      let line = Self.predict(row, from: rows.filter { $0.name != row.name })
      squares += (line - row.level) * (line - row.level)
      let slope = slopes.expected(row.name)
      func curve(_ level: Double) -> [AnchorCell: Double] {
        let shift = Self.shift(own, slope: slope, mean: Logistic.cumulative(level))
        return Dictionary(
          uniqueKeysWithValues: own.map { cell in
            (cell, Logistic.cumulative(shift + slope * Self.tens(cell)))
          })
      }
      let rates = targets.published.rates[row.name]?[.usMD] ?? []
      let matched = rates.reduce(0) { $0 + $1.matched }
      let total = rates.reduce(0) { $0 + $1.total }
      let level =
        total > 0 ? logit((matched + 0.5) / (total + 1)) : line
      predicted.merge(curve(level)) { _, new in new }
      without.merge(curve(line)) { _, new in new }
    }
    self.predicted = predicted
    predictedWithoutRate = without
    levelDeviation = (squares / Double(max(rows.count, 1))).squareRoot()
  }

  private static func tens(_ cell: AnchorCell) -> Double {
    Double(cell.scores.first ?? 250) / 10 - 25
  }

  private static func features(
    _ name: String, _ targets: CalibrationTargets, _ results: MainMatchResults
  ) -> [Double] {
    let any = results.result(for: Specialty(name), group: .usMDSenior)
    let rate = any.map { (Double($0.matched) + 0.5) / (Double($0.ranking) + 1) }
    let total = targets.published.totals[name]
    return [
      1, rate.map { logit($0) } ?? .nan,
      total.map { log($0.applicants / max($0.positions, 1)) } ?? .nan,
    ]
  }

  /// Weighted ridge regression; a missing feature takes the mean of the others.
  private static func predict(_ row: Row, from rows: [Row]) -> Double {
    let k = row.features.count
    let means = (0..<k).map { column in
      let known = rows.map { $0.features[column] }.filter { !$0.isNaN }
      return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    }
    func filled(_ features: [Double]) -> [Double] {
      features.indices.map { $0 == 0 ? 1 : (features[$0].isNaN ? 0 : features[$0] - means[$0]) }
    }
    var xx = [Double](repeating: 0, count: k * k)
    var xy = [Double](repeating: 0, count: k)
    for other in rows {
      let x = filled(other.features)
      for i in 0..<k {
        xy[i] += other.weight * x[i] * other.level
        for j in 0..<k { xx[i * k + j] += other.weight * x[i] * x[j] }
      }
    }
    for i in 1..<k { xx[i * k + i] += 0.3 }
    guard let inverse = LogisticRegression.invert(xx, k) else { return 2 }
    let x = filled(row.features)
    var level = 0.0
    for i in 0..<k {
      for j in 0..<k { level += x[i] * inverse[i * k + j] * xy[j] }
    }
    return level
  }

  /// The intercept with which a curve of a slope has the mean over a specialty's applicants.
  private static func shift(_ cells: [AnchorCell], slope: Double, mean: Double) -> Double {
    let n = cells.reduce(0) { $0 + $1.n }
    var low = -15.0
    var high = 15.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let now =
        cells.reduce(0) { $0 + $1.n * Logistic.cumulative(middle + slope * tens($1)) } / n
      if now < mean { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
