import MatchFacts
import MatchOdds
import SeasonSimulation
import SmartPickNumerics

extension OddsDerivation {
  /// The interview rates that an imported rate of a program is compared with.
  func addReferences(_ own: inout SpecialtyCoefficients, _ name: String) {
    own.matchedScore =
      targets.published.matchedMedian[name].map {
        Coefficient(
          $0, standardDeviation: 1.5, basis: .published,
          source: "median Step 2 CK of matched US MD seniors, Charting Outcomes 2026")
      }
      ?? Coefficient(
        own.referenceScore.value + Self.matchedAboveApplicants, standardDeviation: 3,
        basis: .assumption, source: "four points above the mean of applicants, as elsewhere")
    own.rateReferences = residents(name)
    guard let published = targets.interviewRates[name] else { return }
    let keys: [(String, String)] = [
      ("usMd", "us-md"), ("usDo", "us-do"), ("usImg", "us-img"), ("nonUsImg", "non-us-img"),
      ("none", "none"), ("signal", "single"), ("silver", "silver"), ("gold", "gold"),
      ("inState", "inState"), ("outOfState", "outOfState"),
    ]
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

  /// From the mean score of US MD applicants to the median of those who match, points, where no
  /// median is published.
  private static let matchedAboveApplicants = 4.0

  /// The log-odds of the shares of those matched to a specialty who are DOs and who are IMGs.
  private func residents(_ name: String) -> [String: Coefficient] {
    guard let matched = targets.published.matched[name] else { return [:] }
    let total = SeasonGroup.allCases.reduce(0) { $0 + (matched[$1] ?? 0) }
    guard total >= 20 else { return [:] }
    func reference(_ count: Double) -> Coefficient {
      Coefficient(
        logit((count + 0.5) / (total + 1)), standardDeviation: 0.2, basis: .published,
        source: "shares of those matched by type, Main Match 2025")
    }
    return [
      "residentsDO": reference(matched[.usDO] ?? 0),
      "residentsIMG": reference((matched[.usIMG] ?? 0) + (matched[.nonUSIMG] ?? 0)),
    ]
  }
}
