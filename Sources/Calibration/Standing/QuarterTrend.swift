import SeasonSimulation

/// The level, slope and bend of four values over the standing of their quarters.
struct QuarterTrend {
  /// Mean of the values.
  private(set) var level = 0.0
  /// Change for one unit of standing, by least squares.
  private(set) var slope = 0.0
  /// Coefficient of the square beside the slope; what a line alone leaves.
  private(set) var bend = 0.0
  /// The slope beside the square.
  private(set) var slopeWithBend = 0.0

  init(_ values: [Double], over standing: [Double]) {
    let n = Double(values.count)
    guard values.count == standing.count, values.count >= 3 else { return }
    level = values.reduce(0, +) / n
    let centre = standing.reduce(0, +) / n
    let x = standing.map { $0 - centre }
    let y = values.map { $0 - level }
    let xx = dot(x, x)
    guard xx > 1e-9 else { return }
    slope = dot(x, y) / xx
    // The square, less its own mean and what the line says of it.
    let squares = standing.map { $0 * $0 }
    let mean = squares.reduce(0, +) / n
    let shifted = squares.map { $0 - mean }
    let lean = dot(x, shifted) / xx
    let rest = zip(shifted, x).map { $0 - lean * $1 }
    let restSquares = dot(rest, rest)
    bend = restSquares > 1e-9 ? dot(rest, y) / restSquares : 0
    slopeWithBend = slope - bend * lean
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
