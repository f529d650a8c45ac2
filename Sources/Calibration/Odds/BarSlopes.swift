import MatchOdds
import SeasonSimulation

/// How fast the bar rises with standing: minus the thresholds of simulated seasons, less what the odds
/// say by a program's features, regressed on the points of its index; each specialty's slope is drawn
/// to the pooled one.
struct BarSlopes {
  private let pool: PartialPool

  /// - Parameter told: what features and state add for a US MD, by program.
  init(_ interviews: InterviewSample, simulator: SeasonSimulator, told: [Double]) {
    let world = simulator.world
    let unit = simulator.parameters.effects.standing.unit
    var rows: [(name: String, value: Double, variance: Double)] = []
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
    pool = PartialPool(rows)
  }

  /// The slope of a specialty; the pooled one where it has none of its own.
  func slope(of name: String) -> (value: Double, deviation: Double) {
    pool.value(of: name)
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
