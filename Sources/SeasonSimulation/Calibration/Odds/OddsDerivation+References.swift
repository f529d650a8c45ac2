import MatchFacts
import MatchOdds

extension OddsDerivation {
  /// The interview rates that an imported rate of a program is compared with.
  func addReferences(_ own: inout SpecialtyCoefficients, _ name: String) {
    guard let published = targets.interviewRates[name] else { return }
    let keys: [(String, String)] = [
      ("usMd", "us-md"), ("usDo", "us-do"), ("usImg", "us-img"), ("nonUsImg", "non-us-img"),
      ("none", "none"), ("signal", "single"), ("silver", "silver"), ("gold", "gold"),
      ("inState", "inState"), ("outOfState", "outOfState"),
    ]
    own.rateReferences = [:]
    for (column, key) in keys {
      if let spread = rates?.spread(name, column) {
        own.rateReferences[key] = Coefficient(
          spread.mean, standardDeviation: spread.deviation / Double(spread.programs).squareRoot(),
          basis: .published, source: "mean log-odds over programs of the interview rates 2024-25")
      } else if let row = published[column] {
        let values = [row.p10, row.p25, row.p50, row.p75, row.p90].map {
          ProgramRateFile.logit($0, trials: 150)
        }
        own.rateReferences[key] = Coefficient(
          values.reduce(0, +) / 5, standardDeviation: 0.1, basis: .published,
          source: "mean log-odds of the published percentiles of the interview rates 2024-25")
      }
    }
  }
}
