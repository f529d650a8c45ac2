import MatchFacts
import MatchOdds
import SeasonSimulation
import SmartPickNumerics

/// What the coefficients' own doubts leave out of the chance of a group of files, in log-odds: how far
/// the anchored advice still misses the published rates, and how far a rate moves from the years of
/// the fit to another.
struct ModelError: Sendable {
  /// Root mean square of what bare files are told less what is published, sampling taken off.
  let misfit: Double
  /// Standard deviation of one year's rate about the mean of the years, sampling taken off.
  let year: Double
  /// Pairs of years behind it.
  let pairs: Int

  /// Rates so near to none or all that log-odds magnify a point are left out.
  private static let open = 0.03...0.97

  /// Both together.
  var deviation: Double { (misfit * misfit + year * year).squareRoot() }

  init(_ anchored: AnchorOutcome, targets: CalibrationTargets) {
    var misses = Mean()
    for (cell, told) in zip(anchored.cells, anchored.told) where Self.open.contains(cell.rate) {
      let published = (cell.n * cell.rate + 0.5) / (cell.n + 1)
      let miss = logit(told) - logit(published)
      misses.add(miss * miss - 1 / (cell.n * published * (1 - published)), weight: cell.n)
    }
    misfit = max(misses.value, 0).squareRoot()
    var years = Mean()
    var pairs = 0
    for name in targets.published.rates.keys.sorted() {
      for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
        guard let rates = targets.published.rates[name]?[group], rates.count == 2 else { continue }
        let ends = rates.map { rate in
          let p = (rate.matched + 0.5) / (rate.total + 1)
          return (logOdds: logit(p), noise: 1 / (rate.total * p * (1 - p)))
        }
        let change = ends[1].logOdds - ends[0].logOdds
        years.add(
          (change * change - ends[0].noise - ends[1].noise) / 2,
          weight: min(rates[0].total, rates[1].total))
        pairs += 1
      }
    }
    year = max(years.value, 0).squareRoot()
    self.pairs = pairs
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  /// Writes it into the parameters.
  func write(to parameters: inout OddsParameters) {
    parameters.shared[SharedCoefficient.modelError.rawValue] = Coefficient(
      deviation, standardDeviation: deviation / 4, basis: .fitted,
      source: "bare files told against published (\(Self.rounded(misfit))), and one year against "
        + "another over \(pairs) pairs of published rates (\(Self.rounded(year)))")
  }
}

/// A weighted mean.
private struct Mean {
  private var sum = 0.0
  private var weights = 0.0

  var value: Double { weights > 0 ? sum / weights : 0 }

  mutating func add(_ value: Double, weight: Double) {
    sum += value * weight
    weights += weight
  }
}
