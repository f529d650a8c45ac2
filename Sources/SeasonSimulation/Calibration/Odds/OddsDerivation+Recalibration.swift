public import MatchOdds

extension OddsDerivation {
  /// The parameters with the second stage set so that chances are true on average, by type, and
  /// neither too bold nor too timid, on a season of their own.
  public func recalibrated(
    _ parameters: OddsParameters, season: Int, cases: Int, matchYear: Int
  ) -> OddsParameters {
    var result = parameters
    for _ in 0..<4 {
      let model = OddsModel(parameters: result, directory: directory, season: matchYear)
      let test = Backtest(
        simulator: simulator, model: model, season: season, wanted: cases, drawCount: 1)
      var shifts: [String: Double] = [:]
      for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
        let members = test.cases.filter { $0.group == group }
        guard members.count >= 50 else { continue }
        let n = Double(members.count)
        let forecast = members.reduce(0) { $0 + $1.estimate } / n
        let matched = members.reduce(0) { $0 + ($1.isMatched ? 1 : 0) } / n
        let slope = members.reduce(0) { $0 + $1.estimate * (1 - $1.estimate) } / n
        shifts[group.name] = min(max((matched - forecast) / max(slope, 0.03), -0.6), 0.6)
      }
      let boldness = test.boldness
      for name in result.specialties.keys {
        for (group, shift) in shifts {
          result.specialties[name]?.placeLevel[group]?.value += shift
        }
        // Forecasts too far from the middle mean that more is shared by all programs than θ does.
        result.specialties[name]?.placeStrength.value *= min(max(1 / boldness, 0.8), 1.25)
      }
    }
    result.anySpecialty = middle(of: result, base: result.anySpecialty)
    return result
  }
}
