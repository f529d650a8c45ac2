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

/// How the interview rates of US MDs change with a program's standing and its size, of given rates or
/// of simulated ones: log-odds, by least squares within each specialty.
public struct RateTrends: Sendable {
  /// Change with one standard deviation of the index, by specialty; given ones partially pooled.
  private(set) var byStanding: [String: Double] = [:]
  /// The same where a specialty has none of its own.
  private(set) var pooled: Double
  /// Change with the log of positions, over all specialties.
  private(set) var bySize: Double

  /// Programs from whom on a specialty has a slope of its own.
  private static let fewest = 20

  /// Trends where no rates are given.
  init(pooled: Double, bySize: Double) {
    self.pooled = pooled
    self.bySize = bySize
  }

  /// Of given rates.
  init(_ programs: RatedPrograms) {
    let index = ProgramTraits.Feature.allCases.firstIndex(of: .index) ?? 0
    let size = ProgramTraits.Feature.allCases.firstIndex(of: .size) ?? 0
    var rows: [String: [Row]] = [:]
    for row in programs.rows {
      guard let rate = row.rates[0] else { continue }
      rows[row.specialty, default: []].append(
        Row(index: row.features[index], size: row.features[size], rate: rate))
    }
    self.init(rows: rows, isPooled: true)
  }

  /// Of simulated seasons.
  init(_ statistics: SeasonStatistics) {
    let world = statistics.world
    let columns = RateColumn.allCases.count
    var rows: [String: [Row]] = [:]
    for (position, name) in world.specialties.enumerated() {
      for program in world.starts[position]..<world.starts[position + 1]
      where world.quarters[program] < 4 {
        let cell = program * columns + RateColumn.usMD.rawValue
        let applied = Double(statistics.tally.applied[cell])
        guard applied > 0 else { continue }
        let rate = (Double(statistics.tally.invited[cell]) + 0.5) / (applied + 1)
        rows[name, default: []].append(
          Row(
            index: Double(world.indexStanding[program]),
            size: log(Double(max(world.quotas[program], 1))),
            rate: logit(min(max(rate, 0.002), 0.998))))
      }
    }
    self.init(rows: rows, isPooled: false)
  }

  /// The slope of a specialty.
  func slope(of name: String) -> Double { byStanding[name] ?? pooled }

  private struct Row {
    var index: Double
    var size: Double
    var rate: Double
  }

  private init(rows: [String: [Row]], isPooled: Bool) {
    var slopes: [(name: String, value: Double, variance: Double)] = []
    var sizes: [(name: String, value: Double, variance: Double)] = []
    for name in rows.keys.sorted() {
      guard let own = rows[name], own.count >= Self.fewest, let fit = Self.fit(own) else {
        continue
      }
      slopes.append((name, fit.coefficients[0], fit.deviations[0] * fit.deviations[0]))
      sizes.append((name, fit.coefficients[1], fit.deviations[1] * fit.deviations[1]))
    }
    let pool = PartialPool(slopes)
    pooled = pool.mean
    bySize = PartialPool(sizes).mean
    for row in slopes {
      byStanding[row.name] = isPooled ? pool.value(of: row.name).value : row.value
    }
  }

  /// Rate on the standardized index and the log of positions.
  private static func fit(_ rows: [Row]) -> RidgeFit? {
    let n = Double(rows.count)
    let index = rows.reduce(0) { $0 + $1.index } / n
    let size = rows.reduce(0) { $0 + $1.size } / n
    let rate = rows.reduce(0) { $0 + $1.rate } / n
    let variance = rows.reduce(0) { $0 + ($1.index - index) * ($1.index - index) } / n
    guard variance > 1e-9 else { return nil }
    let scale = 1 / variance.squareRoot()
    var sums = RidgeSums(width: 2)
    for row in rows { sums.add([(row.index - index) * scale, row.size - size], row.rate - rate) }
    return sums.solve(penalties: [0.01, 0.01])
  }
}

extension CalibrationTargets {
  /// Without rates of single programs: the trend of the specialty with figures by quarter of standing,
  /// and the size of the base.
  func rateTrends(_ base: OddsParameters) -> RateTrends? {
    guard let rates = standing?.quarters[.rate(.usMD)], let size = base.programFeatures["size"],
      rates.count == 4
    else { return nil }
    // From the means of the outer quarters, 2.5 standard deviations of a normal apart.
    let rise = logit(rates[3]) - logit(rates[0])
    return RateTrends(pooled: rise / 2.54, bySize: size["us-md"]?.value ?? 0)
  }
}
