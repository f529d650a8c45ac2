import MatchFacts
import SeasonSimulation

extension OpennessEffects {
  /// The contrasts of a regression.
  init(_ regression: OpennessRegression) {
    self.init()
    for (place, type) in RatedPrograms.types.enumerated() where place > 0 {
      let name = type.type.rawValue
      let fit = regression.fits[place].coefficients
      for (position, feature) in ProgramTraits.Feature.allCases.enumerated() {
        features[feature.rawValue, default: [:]][name] = fit[position]
      }
      for (position, state) in regression.design.states.enumerated() {
        states[state, default: [:]][name] = fit[regression.design.featureCount + position]
      }
    }
  }
}
