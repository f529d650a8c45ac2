import SeasonSimulation

/// Values of several groups drawn to their common mean by how uncertain each is, with the spread of the
/// groups estimated by moments (DerSimonian and Laird 1986).
struct PartialPool {
  /// The common mean.
  private(set) var mean = 0.0
  /// Standard deviation over groups.
  private(set) var spread = 0.0
  /// Each group's value after drawing, with its standard deviation.
  private(set) var values: [String: (value: Double, deviation: Double)] = [:]

  init(_ rows: [(name: String, value: Double, variance: Double)]) {
    let weights = rows.map { 1 / $0.variance }
    let total = weights.reduce(0, +)
    guard total > 0 else { return }
    let fixed = zip(rows, weights).reduce(0) { $0 + $1.0.value * $1.1 } / total
    let q = zip(rows, weights).reduce(0) {
      $0 + $1.1 * ($1.0.value - fixed) * ($1.0.value - fixed)
    }
    let scale = total - weights.reduce(0) { $0 + $1 * $1 } / total
    let between = scale > 0 ? max((q - Double(rows.count - 1)) / scale, 1e-6) : 1e-6
    spread = between.squareRoot()
    let precisions = rows.map { 1 / ($0.variance + between) }
    mean =
      zip(rows, precisions).reduce(0) { $0 + $1.0.value * $1.1 } / precisions.reduce(0, +)
    for row in rows {
      let precision = 1 / row.variance + 1 / between
      values[row.name] = (
        (row.value / row.variance + mean / between) / precision, (1 / precision).squareRoot()
      )
    }
  }

  /// A group's value; the mean for one that was not among them.
  func value(of name: String) -> (value: Double, deviation: Double) {
    values[name] ?? (mean, spread)
  }
}
