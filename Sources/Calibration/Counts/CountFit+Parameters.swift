import MatchFacts
import MatchOdds
import SeasonSimulation

extension CountFit {
  /// Writes what was fitted into the parameters; the level of those who report stays out.
  func write(to parameters: inout OddsParameters) {
    let reports = scores.last?.reports ?? 0
    let source =
      "maximum likelihood over \(reports) reports of invitations, 2020-21, whose own level is not kept"
    let error = 1 / Double(max(reports, 1)).squareRoot()
    parameters.shared[SharedCoefficient.countByNumber.rawValue] = Coefficient(
      rule.byNumber, standardDeviation: 2 * error, basis: .fitted, source: source)
    parameters.shared[SharedCoefficient.countSpread.rawValue] = Coefficient(
      rule.spread, standardDeviation: error, basis: .fitted, source: source)
  }
}
