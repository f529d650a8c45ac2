import MatchFacts
import MatchOdds
import SeasonSimulation

extension OddsDerivation {
  /// The second stage, regressed over simulated interviews.
  func addSecondStage(
    _ own: inout SpecialtyCoefficients, _ index: Int, _ name: String, interviews: InterviewSample
  ) {
    var prior = [(mean: Double, precision: Double)](
      repeating: (-0.8, 0.25), count: InterviewSample.typeColumns)
    prior.append((0.3, 25))
    prior.append((0.9, 25))
    let fit = LogisticRegression.fit(x: interviews.x[index], y: interviews.y[index], prior: prior)
    for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
      // A rank offset is in deviations of an interview's impression, 0.55 of a logistic's scale.
      let offset = offsetDeviations[name]?[group] ?? 0.5
      let noise = fit.deviations[group.rawValue]
      own.placeLevel[group.name] = Coefficient(
        fit.coefficients[group.rawValue],
        standardDeviation: min((noise * noise + square(1.8 * offset)).squareRoot(), 1.2),
        basis: .fitted, source: "match rates by type through simulated interviews")
    }
    own.placeMargin = Coefficient(
      max(fit.coefficients[InterviewSample.typeColumns], 0), standardDeviation: 0.1, basis: .fitted,
      source: "simulated interviews")
    own.placeStrength = Coefficient(
      max(fit.coefficients[InterviewSample.typeColumns + 1], 0), standardDeviation: 0.2,
      basis: .fitted,
      source: "simulated interviews")
  }
}

private func square(_ x: Double) -> Double { x * x }
