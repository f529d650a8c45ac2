import ScoreReading
import SmartPickNumerics

extension Odds {
  /// Turns the chances with the score that is reckoned with into those over all that the exam may
  /// bring, a fail included.
  mutating func average(over outlook: ExamOutlook) {
    let shift = Self.logOdds(outlook.match) - Self.logOdds(match.estimate)
    let first = outlook.outcomes.reduce(0) { $0 + $1.share * $1.matchInFirstChoice }
    let firstShift = Self.logOdds(first) - Self.logOdds(matchInFirstChoice.estimate)
    match = Self.moved(match, by: shift)
    matchInFirstChoice = Self.moved(matchInFirstChoice, by: firstShift)
    unseen = Unseen(
      low: Self.moved(unseen.low, by: shift), high: Self.moved(unseen.high, by: shift))
    matchIfIndependent = Self.moved(matchIfIndependent, by: shift)
    for index in bySpecialty.indices {
      bySpecialty[index].match = Self.moved(
        bySpecialty[index].match, by: index == 0 ? firstShift : shift)
    }
  }

  /// What is not known of a chance stays as wide as it was, in log-odds.
  private static func moved(_ chance: Interval, by shift: Double) -> Interval {
    Interval(
      estimate: moved(chance.estimate, by: shift), low: moved(chance.low, by: shift),
      high: moved(chance.high, by: shift))
  }

  private static func moved(_ chance: Double, by shift: Double) -> Double {
    Logistic.cumulative(logOdds(chance) + shift)
  }

  /// Log-odds of a chance that may be none or all.
  private static func logOdds(_ chance: Double) -> Double {
    Logistic.quantile(min(max(chance, 1e-6), 1 - 1e-6))
  }
}
