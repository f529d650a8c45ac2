public import MatchOdds
import SeasonSimulation

extension OddsDerivation {
  /// The parameters with the second stage set so that chances are true on average, by type and
  /// specialty, and neither too bold nor too timid, on a season of their own.
  ///
  /// Each type's level first, then each specialty's within its type, drawn to the type's by the
  /// sampling error of its cases.
  public func recalibrated(
    _ parameters: OddsParameters, season: Int, cases: Int, matchYear: Int
  ) -> OddsParameters {
    var result = parameters
    for _ in 0..<5 {
      let model = OddsModel(parameters: result, traits: traits, season: matchYear)
      let test = Backtest(
        simulator: simulator, model: model, season: season, wanted: cases, drawCount: 1)
      let boldness = test.score(\.estimate).boldness
      for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
        let members = test.cases.filter { $0.group == group }
        guard members.count >= 50 else { continue }
        let common = Self.shift(members, prior: 0)
        let bySpecialty = Dictionary(grouping: members, by: \.specialty)
        for name in result.specialties.keys {
          let own = Self.shift(
            bySpecialty[name] ?? [], less: common, prior: 1 / Self.specialtyVariance)
          result.specialties[name]?.placeLevel[group.name]?.value += common + own
        }
      }
      for name in result.specialties.keys {
        // Forecasts too far from the middle mean that more is shared by all programs than θ does.
        result.specialties[name]?.placeStrength.value *= min(max(1 / boldness, 0.8), 1.25)
      }
    }
    result.anySpecialty = Self.middle(
      of: result, base: result.anySpecialty, directory: directory)
    return result
  }
  /// Variance over specialties of what their chances miss beyond their type, log-odds squared.
  private static let specialtyVariance = 1.0

  /// What must be added to the second stage's log-odds so that as many match as are forecast to,
  /// beyond a shift made already; drawn to 0 by the precision of the prior.
  private static func shift(
    _ members: [Backtest.Case], less common: Double = 0, prior: Double
  ) -> Double {
    let slope = members.reduce(0) { $0 + $1.estimate * (1 - $1.estimate) }
    let gap = members.reduce(0) { $0 + ($1.isMatched ? 1 : 0) - $1.estimate } - common * slope
    let precision = max(slope, 0.03 * Double(members.count)) + prior
    return precision > 0 ? min(max(gap / precision, -0.6), 0.6) : 0
  }
}
