import MatchFacts
import MatchOdds
import SeasonSimulation

extension OddsDerivation {
  /// The coefficients that all specialties share and that the season or the rates inform.
  func addShared(_ result: inout OddsParameters) {
    let effects = simulator.parameters.effects
    result.shared[SharedCoefficient.scoreShareDO.rawValue] = Coefficient(
      effects.slopeDO, standardDeviation: 0.15, basis: .assumption,
      source: "DO programs read COMLEX too; size not published")
    result.shared[SharedCoefficient.scoreShareIMG.rawValue] = Coefficient(
      effects.slopeIMG, standardDeviation: 0.15, basis: .published,
      source:
        "Charting Outcomes 2026: matched and unmatched non-US IMGs lie closer together than US MDs")
    result.shared[SharedCoefficient.signalAtSecondStage.rawValue] = Coefficient(
      effects.rankSignal * 1.8, standardDeviation: 0.1, basis: .assumption,
      source: "as in the season: a signal counts little once the interview is held")
    let standing = effects.standing
    result.shared[SharedCoefficient.failedAttempt.rawValue] = Coefficient(
      standing.failedAttempt, standardDeviation: 0.4, basis: .fitted,
      source: "neurology 2026: interview rates of applicants who ever failed beside those who "
        + "never did, through the season")
    result.shared[SharedCoefficient.failedAttemptByStanding.rawValue] = Coefficient(
      min(standing.failedAttemptByStanding / standing.unit, 0), standardDeviation: 0.05,
      basis: .fitted, source: "the same by quarter of standing, for one point")
    if let rates {
      let other = rates.residual(of: "usMd", given: "outOfState") ?? 0.6
      let far = rates.residual(of: "usMd", given: "none") ?? 0.8
      result.shared[SharedCoefficient.importedOtherNoise.rawValue] = Coefficient(
        0.5 * (other + far), standardDeviation: 0.1, basis: .fitted,
        source: "residual log-odds of a program's MD rate given its out-of-state or unsignaled rate"
      )
      result.shared[SharedCoefficient.importedTypeNoise.rawValue] = Coefficient(
        0.4, standardDeviation: 0.15, basis: .assumption,
        source: "one season's rate against the next; only one season is published")
    }
  }
}
