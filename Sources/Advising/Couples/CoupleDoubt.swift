import ListOptimization
import MatchOdds
import ScoreReading
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How far a couple's chances may lie from their estimates: what the published figures, the year and
/// the model leave open of each partner's own chance, carried over to the two of them.
///
/// Each partner's chance of having a place moves by its own doubt in log-odds; how the two go
/// together, their odds ratio, stays (Plackett, "A Class of Bivariate Distributions", 1965). The
/// squares of what the two moves do to a chance add up, and those of the sample's error.
struct CoupleDoubt: Sendable {
  /// Standard deviation of each partner's chance, log-odds.
  var first: Double
  var second: Double

  /// - Parameters:
  ///   - first: the first partner's chance alone, with its 80 % interval.
  ///   - second: the second partner's.
  init(first: Interval, second: Interval) {
    self.first = Self.deviation(first)
    self.second = Self.deviation(second)
  }

  private static func deviation(_ interval: Interval) -> Double {
    guard interval.low < interval.high else { return 0 }
    return (logOdds(interval.high) - logOdds(interval.low)) / (2 * Normal.quantile(0.9))
  }

  private static func logOdds(_ chance: Double) -> Double {
    Logistic.quantile(min(max(chance, 1e-6), 1 - 1e-6))
  }

  /// The 80 % interval of a chance of the couple's.
  func interval(
    _ outcome: JointOutcome, _ chance: (JointOutcome) -> Double
  ) -> Interval {
    let estimate = chance(outcome)
    guard estimate > 0, estimate < 1 else {
      return Interval(estimate: estimate, low: estimate, high: estimate)
    }
    func move(_ first: Double, _ second: Double) -> Double {
      Self.logOdds(chance(Self.moved(outcome, first, second)))
    }
    let byFirst = (move(first, 0) - move(-first, 0)) / 2
    let bySecond = (move(0, second) - move(0, -second)) / 2
    let bySample = outcome.standardError(ofChance: estimate) / (estimate * (1 - estimate))
    let reach =
      Normal.quantile(0.9)
      * (byFirst * byFirst + bySecond * bySecond + bySample * bySample).squareRoot()
    let centre = Self.logOdds(estimate)
    return Interval(
      estimate: estimate, low: Logistic.cumulative(centre - reach),
      high: Logistic.cumulative(centre + reach))
  }

  /// The outcome with each partner's chance moved in log-odds; being together keeps its share of both
  /// having a place.
  static func moved(_ outcome: JointOutcome, _ first: Double, _ second: Double) -> JointOutcome {
    var moved = outcome
    let p = Logistic.cumulative(logOdds(outcome.both + outcome.firstOnly) + first)
    let q = Logistic.cumulative(logOdds(outcome.both + outcome.secondOnly) + second)
    // Half an observation in each cell keeps the ratio finite.
    let half = 0.5 / Double(max(outcome.scenarios, 1))
    let ratio =
      (outcome.both + half) * (outcome.neither + half)
      / ((outcome.firstOnly + half) * (outcome.secondOnly + half))
    moved.both = min(both(p, q, ratio: ratio), p, q)
    moved.firstOnly = p - moved.both
    moved.secondOnly = q - moved.both
    moved.neither = max(0, 1 - p - q + moved.both)
    moved.together = outcome.both > 0 ? moved.both * outcome.together / outcome.both : 0
    return moved
  }

  /// The chance of both, of two with these chances and this odds ratio.
  private static func both(_ p: Double, _ q: Double, ratio: Double) -> Double {
    guard abs(ratio - 1) > 1e-6 else { return p * q }
    let sum = 1 + (p + q) * (ratio - 1)
    let root = (sum * sum - 4 * ratio * (ratio - 1) * p * q).squareRoot()
    return (sum - root) / (2 * (ratio - 1))
  }
}
