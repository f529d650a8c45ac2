import MatchFacts
import MatchOdds
import SeasonSimulation

/// What programs' features, states and institutions add, by applicant type.
extension OddsDerivation {
  /// Fills the features, the states and the institutions' shares from the rates; without rates the
  /// base's stay.
  func addOpenness(_ result: inout OddsParameters) {
    guard let openness else { return }
    let source = "ridge over interview rates of \(openness.fits[0].rows) programs 2024-25"
    result.programFeatures = [:]
    for (position, feature) in ProgramTraits.Feature.allCases.enumerated() {
      for (place, type) in RatedPrograms.types.enumerated() {
        let effect = openness.effect(place, column: position)
        result.programFeatures[feature.rawValue, default: [:]][type.type.rawValue] =
          place == 0 && feature == .index
          ? Coefficient(
            0, basis: .fitted, source: "the bar's slope by standing stands for it (standing)")
          : Coefficient(
            effect.value, standardDeviation: effect.deviation, basis: .fitted, source: source)
      }
    }
    // The index's contrast as the season needs it for the rates by type and quarter.
    let index = ProgramTraits.Feature.index.rawValue
    for (type, value) in simulator.parameters.effects.openness.features[index] ?? [:] {
      let regressed = result.programFeatures[index]?[type]
      result.programFeatures[index]?[type] = Coefficient(
        value,
        standardDeviation: max(
          regressed?.standardDeviation ?? 0.02, abs(value - (regressed?.value ?? value)) / 2),
        basis: .fitted,
        source: "the season's, moved from the ridge over interview rates to the rates by type and "
          + "quarter of standing, neurology 2026")
    }
    result.stateEffects = [:]
    let first = openness.design.featureCount
    for (position, state) in openness.design.states.enumerated() {
      for (place, type) in RatedPrograms.types.enumerated() {
        let effect = openness.effect(place, column: first + position)
        result.stateEffects[state, default: [:]][type.type.rawValue] = Coefficient(
          effect.value, standardDeviation: effect.deviation, basis: .fitted, source: source)
      }
    }
    result.elsewhereEffects = [:]
    if let elsewhere = openness.elsewhere {
      for (position, state) in openness.design.states.enumerated() {
        result.elsewhereEffects[state] = Coefficient(
          elsewhere.coefficients[first + position],
          standardDeviation: elsewhere.deviations[first + position], basis: .fitted,
          source: "ridge over interview rates of applicants from schools of other states, 2024-25")
      }
    }
    for (place, type) in RatedPrograms.types.enumerated() {
      let share = openness.institutionShare(place)
      result.institutionShare[type.type.rawValue] = Coefficient(
        min(max(share.value, 0), 0.9),
        standardDeviation: 1 / Double(max(share.pairs, 16)).squareRoot(), basis: .fitted,
        source: "correlation of what is left of two programs of one institution, "
          + "\(share.pairs) pairs")
    }
  }

  /// What features and state add for a US MD at each program of the season.
  func toldOfUSMD(_ parameters: OddsParameters) -> [Double] {
    let type = ApplicantType.usMD.rawValue
    return simulator.world.programs.map { program in
      let known = traits[program.code].features
      var sum = 0.0
      for (position, feature) in ProgramTraits.Feature.allCases.enumerated() {
        sum += (parameters.programFeatures[feature.rawValue]?[type]?.value ?? 0) * known[position]
      }
      if let state = program.state { sum += parameters.stateEffects[state]?[type]?.value ?? 0 }
      return sum
    }
  }
}
