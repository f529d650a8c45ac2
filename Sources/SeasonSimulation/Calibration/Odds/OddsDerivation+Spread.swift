import MatchOdds

extension OddsDerivation {
  /// Spread of programs: from the rates where given, drawn towards the pooled one; else simulated.
  func spread(
    _ index: Int, _ name: String, _ group: SeasonGroup,
    interviews: InterviewSample
  ) -> Coefficient {
    let column: String
    switch group {
    case .usDO, .usDOGraduate: column = "usDo"
    case .usIMG: column = "usImg"
    case .nonUSIMG: column = "nonUsImg"
    default: column = "usMd"
    }
    if let rates, let pooled = pooledSpread(rates, column) {
      guard let own = rates.spread(name, column) else {
        return Coefficient(
          pooled, standardDeviation: 0.3, basis: .fitted,
          source: "spread of interview rates over programs, pooled over specialties")
      }
      let n = Double(own.programs)
      return Coefficient(
        (n * own.deviation + 40 * pooled) / (n + 40), standardDeviation: 0.15, basis: .fitted,
        source: "spread of interview rates over \(own.programs) programs, sampling taken off")
    }
    let world = simulator.world
    let groups = SeasonGroup.allCases.count
    var squares = 0.0
    var n = 0.0
    var sum = 0.0
    for program in world.starts[index]..<world.starts[index + 1] {
      let value =
        -interviews.programThresholds[program]
        + Double(world.tastes[program * groups + group.rawValue])
      sum += value
      squares += value * value
      n += 1
    }
    let variance = n > 1 ? squares / n - (sum / n) * (sum / n) : 1
    return Coefficient(
      max(variance, 0.25).squareRoot(), standardDeviation: 0.3, basis: .fitted,
      source: "spread of simulated thresholds; no rates were given")
  }

  private func pooledSpread(_ rates: ProgramRateFile, _ column: String) -> Double? {
    var sum = 0.0
    var n = 0.0
    for name in Set(rates.rows.map(\.specialty)).sorted() {
      guard let own = rates.spread(name, column) else { continue }
      sum += Double(own.programs) * own.deviation
      n += Double(own.programs)
    }
    return n > 0 ? sum / n : nil
  }
}
