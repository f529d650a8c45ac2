import MatchFacts
import SeasonSimulation
import SmartPickNumerics

/// The published rates that the advice on bare files should say.
public struct AnchorTargets: Sendable {
  /// Every cell, by specialty and type.
  public private(set) var cells: [AnchorCell] = []
  /// Smallest number of applicants behind a rate that sets a level of its own.
  public static let smallest = 30.0
  /// Quantiles of a type's scores that stand for all of it.
  private static let quantiles = [0.1, 0.3, 0.5, 0.7, 0.9]
  /// From the rate among those who rank a specialty anywhere to that of those who prefer it, IMGs,
  /// log-odds: from non-US IMGs, of whom both are published.
  private(set) var preferredAgainstAny = 0.0

  init(_ targets: CalibrationTargets, results: MainMatchResults, season: SeasonParameters) {
    let published = targets.published
    func applications(_ name: String, _ group: SeasonGroup) -> Int {
      let usual = season.fields[name]?.cells[group.name]?.applications
      return max(1, Int((usual ?? published.priors[.applications]).rounded()))
    }
    for name in targets.bands.keys.sorted() {
      let scores = published.scores[name]?[.usMD]
      for band in targets.bands[name] ?? [] where Double(band.n) >= Self.smallest {
        cells.append(
          AnchorCell(
            specialty: name, group: .usMD, kind: .band(band.index),
            scores: [Self.score(in: band.index, of: scores)],
            applications: applications(name, .usMD), rate: band.rate, n: Double(band.n)))
      }
    }
    preferredAgainstAny = Self.contrast(targets, results)
    for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
      for name in published.scores.keys.sorted() {
        if group == .usMD, targets.bands[name] != nil { continue }
        let scores = published.scores[name]?[group] ?? Self.guess(published, name, group)
        guard let rate = rate(targets, results, name, group), rate.total >= Self.smallest,
          let scores
        else { continue }
        cells.append(
          AnchorCell(
            specialty: name, group: group, kind: .all,
            scores: Self.quantiles.map {
              Self.within(scores.mean + scores.deviation * Normal.quantile($0))
            },
            applications: applications(name, group), rate: rate.matched / rate.total,
            n: rate.total))
      }
    }
  }

  /// The published rate of a type to its preferred specialty, of all figures.
  private func rate(
    _ targets: CalibrationTargets, _ results: MainMatchResults, _ name: String, _ group: SeasonGroup
  ) -> (matched: Double, total: Double)? {
    if group != .usIMG { return targets.rate(name, group) }
    guard let row = results.result(for: Specialty(name), group: .usIMG), row.ranking > 0 else {
      return nil
    }
    let n = Double(row.ranking)
    let any = (Double(row.matched) + 0.5) / (n + 1)
    return (n * Logistic.cumulative(logit(any) + preferredAgainstAny), n)
  }

  private static func contrast(
    _ targets: CalibrationTargets, _ results: MainMatchResults
  ) -> Double {
    var sum = 0.0
    var weight = 0.0
    for name in targets.published.rates.keys.sorted() {
      guard let own = targets.rate(name, .nonUSIMG),
        let row = results.result(for: Specialty(name), group: .nonUSIMG), row.ranking >= 30
      else { continue }
      let preferred = (own.matched + 0.5) / (own.total + 1)
      let any = (Double(row.matched) + 0.5) / (Double(row.ranking) + 1)
      sum += own.total * (logit(preferred) - logit(any))
      weight += own.total
    }
    return weight > 0 ? sum / weight : 0
  }

  private static func guess(
    _ published: PublishedCounts, _ name: String, _ group: SeasonGroup
  ) -> PublishedCounts.Scores? {
    guard let md = published.scores[name]?[.usMD] else { return nil }
    return PublishedCounts.Scores(
      mean: md.mean - published.priors[.scoreGap, group],
      deviation: published.priors[.scoreDeviation], source: "as in the season")
  }

  /// The mean score of a band's members, by a normal distribution of the specialty's scores.
  private static func score(in band: Int, of scores: PublishedCounts.Scores?) -> Int {
    let low = 190 + 10 * Double(band)
    let isOpen = band == SeasonTally.bands.count - 1
    guard let scores else { return within(low + 5) }
    var sum = 0.0
    var weight = 0.0
    for score in stride(from: low, to: isOpen ? 291 : low + 10, by: 1) {
      let density = Normal.density((score - scores.mean) / scores.deviation)
      sum += density * score
      weight += density
    }
    return within(weight > 1e-12 ? sum / weight : low + 5)
  }

  private static func within(_ score: Double) -> Int { Int(min(max(score.rounded(), 200), 290)) }
}
