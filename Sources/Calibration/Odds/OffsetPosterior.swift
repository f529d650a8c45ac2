public import SeasonSimulation
import SmartPickNumerics

/// Laplace approximation of the posterior of the rank offsets.
///
/// Every offset is measured by the match rate of its own cell: the rate's log-odds have a sampling
/// error and a year-to-year error, divided by the sensitivity of the simulated rate to the offset;
/// the prior is the spread of offsets over the specialties of a group. Cells without a fitted rate
/// have what other specialties predict with its error, or keep the prior.
public struct OffsetPosterior: Sendable {
  /// Posterior deviations by specialty and group.
  public private(set) var deviations: [String: [SeasonGroup: Double]] = [:]
  /// Change of a cell's log-odds with its offset, by group, averaged over specialties.
  public private(set) var sensitivity: [SeasonGroup: Double] = [:]
  /// Standard deviation of published log-odds from year to year beyond sampling.
  public private(set) var yearDeviation: Double
  /// Spread of fitted offsets over specialties.
  public private(set) var spread: [SeasonGroup: Double] = [:]

  init(
    simulator: SeasonSimulator, targets: CalibrationTargets, predicted: RatePrediction,
    seasons: Int, threads: Int
  ) async {
    yearDeviation = Self.yearDeviation(targets)
    let world = simulator.world
    let numbers = 500..<500 + max(seasons, 1)
    let before = SeasonStatistics(
      world: world, tally: await simulator.tally(seasons: numbers, threads: threads))
    for group in [SeasonGroup.usDO, .usIMG, .nonUSIMG] {
      var moved = simulator.parameters
      for name in moved.fields.keys {
        moved.fields[name]?.cells[group.name]?.rankOffset += Self.step
      }
      let other = SeasonSimulator(world: world, parameters: moved, seed: simulator.seed)
      let after = SeasonStatistics(
        world: world, tally: await other.tally(seasons: numbers, threads: threads))
      var sum = 0.0
      var weight = 0.0
      for index in world.specialties.indices {
        guard let a = before.rate(index, group), let b = after.rate(index, group) else { continue }
        let n = Double(before.cell(index, group).applicants)
        let w = n * a * (1 - a)
        sum += w * (logit(b) - logit(a)) / Self.step
        weight += w
      }
      sensitivity[group] = max(weight > 0 ? sum / weight : 0.8, 0.2)
    }
    let own = [sensitivity[.usDO] ?? 0.8, sensitivity[.nonUSIMG] ?? 0.8]
    sensitivity[.usMD] = own.reduce(0, +) / 2

    for group in SeasonGroup.allCases where group.rawValue < 4 {
      var values: [Double] = []
      for name in world.specialties {
        if group == .usMD || (targets.rate(name, group) != nil && !targets.isHeldOut(name, group)),
          let offset = simulator.parameters.fields[name]?.cells[group.name]?.rankOffset
        {
          values.append(offset)
        }
      }
      let mean = values.reduce(0, +) / Double(max(values.count, 1))
      let variance =
        values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(values.count, 1))
      spread[group] = group == .usMD ? 0.4 : min(max(variance.squareRoot(), 0.3), 1)
      for name in world.specialties {
        let prior = spread[group] ?? 0.5
        var precision = 1 / (prior * prior)
        if let target = targets.rate(name, group), !targets.isHeldOut(name, group) {
          let p = (target.matched + 0.5) / (target.total + 1)
          let noise = 1 / (target.total * p * (1 - p)) + yearDeviation * yearDeviation
          let s = sensitivity[group] ?? 0.8
          precision += s * s / noise
        } else if predicted.logOdds(name, group) != nil {
          let s = sensitivity[group] ?? 0.8
          precision += s * s / (predicted.deviation * predicted.deviation)
        }
        deviations[name, default: [:]][group] = (1 / precision).squareRoot()
      }
    }
  }

  private static let step = 0.3

  /// From the specialties with US MD rates in two years: half the mean squared difference of the
  /// log-odds less sampling.
  private static func yearDeviation(_ targets: CalibrationTargets) -> Double {
    var sum = 0.0
    var weight = 0.0
    for name in targets.published.rates.keys.sorted() {
      guard let rates = targets.published.rates[name]?[.usMD], rates.count == 2,
        !targets.isHeldOut(name, .usMD)
      else { continue }
      let x = rates.map { logit(($0.matched + 0.5) / ($0.total + 1)) }
      let noise = rates.reduce(0.0) {
        let p = ($1.matched + 0.5) / ($1.total + 1)
        return $0 + 1 / (($1.total + 1) * p * (1 - p))
      }
      let w = 1 / (noise + 0.05)
      sum += w * ((x[0] - x[1]) * (x[0] - x[1]) - noise) / 2
      weight += w
    }
    return max(weight > 0 ? sum / weight : 0.04, 0.005).squareRoot()
  }
}
