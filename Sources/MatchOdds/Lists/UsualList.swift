import MatchFacts
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The list that applicants of a type usually send, of which only the number of applications and of
/// signals is known: its programs are any of the specialty's.
///
/// Given θ and the year each application is a draw from the specialty's programs, so that the number
/// of invitations is binomial; over θ, and over a spread that is fitted to what applicants reported,
/// binomials are mixed. Who sends more than is usual is on average a weaker applicant, which is
/// fitted too.
public struct UsualList: Sendable {
  /// The applications in one specialty.
  public struct Part: Sendable {
    /// The odds at all its programs.
    public var odds: SpecialtyOdds
    /// Applications by signal tier, in the order of the odds' tiers.
    public var applications: [Int]

    /// Applications in one specialty; numbers beyond its programs are cut off the first tier, "none".
    public init(odds: SpecialtyOdds, applications: [Int]) {
      self.odds = odds
      var counts = applications.map { max(0, $0) }
      let programs = odds.eligibility.reduce(0) { $0 + ($1.isEligible ? 1 : 0) }
      for tier in counts.indices {
        let rest = counts[(tier + 1)...].reduce(0, +)
        counts[tier] = min(counts[tier], max(0, programs - rest))
      }
      self.applications = counts
      meanInterview = odds.meanInterview
    }

    /// Mean chance of an invitation, by tier and node.
    let meanInterview: [[Double]]
  }

  /// The parts, by specialty.
  public let parts: [Part]

  /// A usual list; parts without programs are left out.
  public init(_ parts: [Part]) {
    self.parts = parts.filter { $0.applications.contains { $0 > 0 } }
  }

  /// Applications in all.
  public var applications: Int { parts.reduce(0) { $0 + $1.applications.reduce(0, +) } }

  /// How many invitations it brings.
  public var interviews: InterviewCount {
    guard let first = parts.first?.odds else { return InterviewCount([1]) }
    return InterviewCount(distribution(UsualCountRule(first.parameters)))
  }

  /// Probability of each number of invitations under a rule.
  ///
  /// - Complexity: O(nodes · applications²) for several parts, O(nodes · applications) for one.
  public func distribution(_ rule: UsualCountRule) -> [Double] {
    guard let first = parts.first?.odds else { return [1] }
    let year = QuadratureRule.gaussHermite(count: rule.spread > 0 ? 7 : 1)
    var distribution = [Double](repeating: 0, count: applications + 1)
    for (node, weight) in first.belief.weights.enumerated() {
      for (step, share) in zip(year.nodes, year.weights) {
        var own = [1.0]
        for part in parts {
          let shift = rule.shift(of: part) + rule.spread * step
          for (tier, count) in part.applications.enumerated() where count > 0 {
            let p = part.meanInterview[tier][node]
            let chance = p > 0 ? Logistic.cumulative(Logistic.quantile(p) + shift) : 0
            own = Binomial.adding(count, chance, to: own)
          }
        }
        for count in own.indices { distribution[count] += weight * share * own[count] }
      }
    }
    return distribution
  }
}

/// The coefficients of counts under the usual list.
public struct UsualCountRule: Sendable, Hashable {
  /// A level that only a fit moves: of people who report, against all.
  public var level = 0.0
  /// What one unit of the log of the number of applications, above the usual one, takes off the
  /// log-odds.
  public var byNumber: Double
  /// Standard deviation of what all programs share beside θ, in log-odds.
  public var spread: Double

  /// The rule of shipped or fitted parameters.
  public init(_ parameters: OddsParameters) {
    byNumber = parameters[.countByNumber].value
    spread = parameters[.countSpread].value
  }

  /// A rule of given coefficients.
  public init(level: Double, byNumber: Double, spread: Double) {
    self.level = level
    self.byNumber = byNumber
    self.spread = spread
  }

  func shift(of part: UsualList.Part) -> Double {
    let number = Double(part.applications.reduce(0, +))
    let usual = part.odds.usualApplications
    guard number > 0, let usual else { return level }
    return level - byNumber * log(number / usual)
  }
}

extension SpecialtyOdds {
  /// Applications that the applicant's type usually sends in this specialty; nil where nothing is
  /// known.
  public var usualApplications: Double? {
    coefficients.usualApplications[applicantType.rawValue].map { max($0.value, 1) }
  }

  /// Mean over the programs that are open to the applicant of P(interview | θ), by tier and node.
  var meanInterview: [[Double]] {
    var sums = tiers.map { _ in [Double](repeating: 0, count: nodes.count) }
    var programs = 0.0
    for program in self.programs.indices where eligibility[program].isEligible {
      programs += 1
      for tier in tiers.indices {
        for (node, chance) in interview(program: program, tier: tier).enumerated() {
          sums[tier][node] += chance
        }
      }
    }
    guard programs > 0 else { return sums }
    return sums.map { $0.map { $0 / programs } }
  }
}

/// The number of successes among independent trials of one chance.
enum Binomial {
  /// The distribution of a sum of `given` and the successes of `count` trials.
  ///
  /// - Complexity: O(given · count).
  static func adding(_ count: Int, _ chance: Double, to given: [Double]) -> [Double] {
    let own = distribution(count, chance)
    guard given.count > 1 else { return own.map { $0 * given[0] } }
    var sum = [Double](repeating: 0, count: given.count + count)
    for (a, first) in given.enumerated() where first > 1e-15 {
      for (b, second) in own.enumerated() { sum[a + b] += first * second }
    }
    return sum
  }

  /// Probabilities of 0 … `count` successes, from the likeliest number outwards.
  static func distribution(_ count: Int, _ chance: Double) -> [Double] {
    var result = [Double](repeating: 0, count: count + 1)
    guard chance > 0 else {
      result[0] = 1
      return result
    }
    guard chance < 1 else {
      result[count] = 1
      return result
    }
    let mode = min(count, Int(Double(count + 1) * chance))
    let odds = chance / (1 - chance)
    result[mode] = 1
    for k in stride(from: mode, to: count, by: 1) {
      result[k + 1] = result[k] * odds * Double(count - k) / Double(k + 1)
    }
    for k in stride(from: mode, to: 0, by: -1) {
      result[k - 1] = result[k] / odds * Double(k) / Double(count - k + 1)
    }
    let total = result.reduce(0, +)
    return result.map { $0 / total }
  }
}
