import ApplicantFile
import MatchFacts
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension SpecialtyOdds {
  /// The chance of an interview at one program with one signal, with its 80 % interval.
  ///
  /// The interval covers what is not known of this file (θ), of this program and of the
  /// coefficients, on the log-odds scale.
  public func interviewChance(program: Int, tier: Int) -> ChanceEstimate {
    let mean = average(interview(program: program, tier: tier))
    guard mean > 0 else { return ChanceEstimate(estimate: 0, low: 0, high: 0) }
    let center = centers(program: program, tier: tier)
    let deviation =
      (center.programVariance + square(rule.core.loading * strength.standardDeviation))
      .squareRoot()
    return interval(mean, around: logit(center.interview), deviation: deviation)
  }

  /// The chance of an interview that leads to a place if the program is ranked, with its 80 %
  /// interval.
  public func matchChance(program: Int, tier: Int) -> ChanceEstimate {
    let mean = average(matchIfListed(program: program, tier: tier)[...])
    guard mean > 0 else { return ChanceEstimate(estimate: 0, low: 0, high: 0) }
    let center = centers(program: program, tier: tier)
    let p = center.interview
    let t = center.place
    // d log(p t) = (1 − p) dx + (1 − t) dy, and d logit q = d log q / (1 − q).
    let shared = (1 - p) * rule.core.loading + (1 - t) * rule.core.placeStrength
    let own = (1 - p) + (1 - t) * rule.core.margin
    let placeLevel = coefficients.placeLevel[applicantType.rawValue]?.standardDeviation ?? 0
    let variance =
      square(shared * strength.standardDeviation) + square(own) * center.programVariance
      + square(1 - t) * (square(rule.placeSpread) + square(placeLevel))
    let q = p * t
    return interval(mean, around: logit(q), deviation: variance.squareRoot() / (1 - q))
  }

  /// What is believed of a program's standing: points above its specialty's mean program.
  public func standing(program: Int) -> StandingBelief { programTerms[program].standing }

  /// The mean over θ of a vector over the nodes.
  public func average(_ values: ArraySlice<Double>) -> Double {
    var sum = 0.0
    for (weight, value) in zip(weights, values) { sum += weight * value }
    return sum
  }

  private func centers(
    program: Int, tier: Int
  ) -> (interview: Double, place: Double, programVariance: Double) {
    let own = programTerms[program]
    let signal = signalEffects[tier]
    let x = rule.core.interview(own) + signal + rule.core.loading * strength.mean
    let p = rule.mixture.chance(x, own.standing)
    let y =
      rule.core.place(own, signal: signal * rule.signalShare)
      + rule.core.placeStrength * strength.mean
    let level = square(coefficients.interviewLevel.standardDeviation)
    let offset = square(coefficients.typeOffsets[applicantType.rawValue]?.standardDeviation ?? 0)
    let slope =
      square(coefficients.scoreSlope.standardDeviation * terms.scoreTens)
      + square(coefficients.scoreSlope.value * terms.scoreError / 10)
    return (max(p, 1e-9), Logistic.cumulative(y), square(own.spread) + level + offset + slope)
  }

  private func interval(
    _ mean: Double, around center: Double, deviation: Double
  ) -> ChanceEstimate {
    let reach = 1.281_551_565_544_6 * deviation
    return ChanceEstimate(
      estimate: mean,
      low: min(mean, Logistic.cumulative(center - reach)),
      high: max(mean, Logistic.cumulative(center + reach)))
  }
}

private func square(_ x: Double) -> Double { x * x }

extension SpecialtyOdds {
  /// The place of each program among its specialty's by what is believed of its standing, 0…1: the
  /// share of programs that ask for less, those that ask for the same counted half.
  ///
  /// - Complexity: O(n log n).
  public var standingPlaces: [Double] {
    guard !peers.isEmpty else { return programTerms.map { _ in 0.5 } }
    return programTerms.map { terms in
      let below = Self.first(in: peers) { $0 >= terms.standing.points - 1e-9 }
      let through = Self.first(in: peers) { $0 > terms.standing.points + 1e-9 }
      return Double(below + through) / 2 / Double(peers.count)
    }
  }

  private static func first(in sorted: [Double], where isPast: (Double) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension SpecialtyOdds {
  /// Share of each attitude (in the order of the parameters) over the specialty's programs.
  public var attitudeShares: [Double] { rule.mixture.shares }

  /// How likely each attitude is at one program.
  public func attitudeShares(program: Int) -> [Double] {
    rule.mixture.shares(at: programTerms[program].standing.points)
  }
}
