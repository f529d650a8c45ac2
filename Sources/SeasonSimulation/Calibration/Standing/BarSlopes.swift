import MatchOdds

/// How fast the bar rises with standing: minus the thresholds of simulated seasons, less what the odds
/// say by a program's features, regressed on the points of its index; each specialty's slope is drawn
/// to the pooled one.
struct BarSlopes {
  /// Log-odds for one point, with its standard deviation, by specialty.
  private(set) var slopes: [String: (value: Double, deviation: Double)] = [:]
  /// Over all specialties.
  private(set) var pooled = 0.0

  /// Spread of slopes over specialties.
  private(set) var spread = 0.0

  /// - Parameter told: what features and state add for a US MD, by program.
  init(_ interviews: InterviewSample, simulator: SeasonSimulator, told: [Double]) {
    let world = simulator.world
    let unit = simulator.parameters.effects.standing.unit
    var rows: [(name: String, slope: Double, variance: Double)] = []
    for (index, name) in world.specialties.enumerated() {
      let members = (world.starts[index]..<world.starts[index + 1]).filter {
        world.quotas[$0] > 0 && world.quarters[$0] < 4
      }
      let points = members.map { program in
        (
          x: Double(world.indexStanding[program]) * unit,
          y: -interviews.programThresholds[program] - told[program]
        )
      }
      guard let own = Self.slope(points) else { continue }
      rows.append((name, own.slope, own.variance))
    }
    // Mean and spread by moments (DerSimonian and Laird 1986).
    let weights = rows.map { 1 / $0.variance }
    let total = weights.reduce(0, +)
    guard total > 0 else { return }
    let fixed = zip(rows, weights).reduce(0) { $0 + $1.0.slope * $1.1 } / total
    let q = zip(rows, weights).reduce(0) {
      $0 + $1.1 * ($1.0.slope - fixed) * ($1.0.slope - fixed)
    }
    let scale = total - weights.reduce(0) { $0 + $1 * $1 } / total
    let between = scale > 0 ? max((q - Double(rows.count - 1)) / scale, 1e-6) : 1e-6
    spread = between.squareRoot()
    let random = rows.map { 1 / ($0.variance + between) }
    let sum = random.reduce(0, +)
    pooled = zip(rows, random).reduce(0) { $0 + $1.0.slope * $1.1 } / sum
    for row in rows {
      let precision = 1 / row.variance + 1 / between
      slopes[row.name] = (
        (row.slope / row.variance + pooled / between) / precision, (1 / precision).squareRoot()
      )
    }
  }

  /// The slope of a specialty; the pooled one where it has none of its own.
  func slope(of name: String) -> (value: Double, deviation: Double) {
    slopes[name] ?? (pooled, spread)
  }

  /// Least squares with the variance of its slope.
  private static func slope(_ rows: [(x: Double, y: Double)]) -> (slope: Double, variance: Double)?
  {
    guard rows.count >= 8 else { return nil }
    let n = Double(rows.count)
    let meanX = rows.reduce(0) { $0 + $1.x } / n
    let meanY = rows.reduce(0) { $0 + $1.y } / n
    var xx = 0.0
    var xy = 0.0
    for (a, b) in rows {
      xx += (a - meanX) * (a - meanX)
      xy += (a - meanX) * (b - meanY)
    }
    guard xx > 1e-6 else { return nil }
    let slope = xy / xx
    let rest = rows.reduce(0.0) {
      let miss = $1.y - meanY - slope * ($1.x - meanX)
      return $0 + miss * miss
    }
    return (slope, max(rest / (n - 2) / xx, 1e-8))
  }
}
