import MatchFacts
import MatchOdds
import SeasonSimulation

extension OddsDerivation {
  /// Spread of programs: from the rates where given, drawn towards the pooled one; else simulated.
  func spread(
    _ index: Int, _ name: String, _ group: SeasonGroup,
    interviews: InterviewSample
  ) -> Coefficient {
    if let openness, let place = RatedPrograms.types.firstIndex(where: { $0.type == group.type }),
      let pooled = openness.spread(nil, place)
    {
      let source =
        "spread of interview rates over programs beyond features and states, sampling off"
      guard let own = openness.spread(name, place) else {
        return Coefficient(
          pooled.deviation, standardDeviation: 0.3, basis: .fitted,
          source: source + ", pooled over specialties")
      }
      let n = Double(own.programs)
      return Coefficient(
        (n * own.deviation + 40 * pooled.deviation) / (n + 40), standardDeviation: 0.15,
        basis: .fitted, source: source + "; \(own.programs) programs")
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
}
