import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How many invitations a list brings: a prediction of the number itself, chance included.
public struct InterviewCount: Sendable, Hashable, Codable {
  /// The mean.
  public var expected: Double
  /// The 10 % point.
  public var low: Int
  /// The 90 % point.
  public var high: Int
  /// Probability of each number, from 0 on; numbers that hardly ever come about are left off its end.
  public var distribution: [Double]

  /// A count with this distribution over 0, 1, 2 and so on.
  ///
  /// - Parameter distribution: probabilities that sum to 1.
  public init(_ distribution: [Double]) {
    var tail = 0.0
    var kept = distribution.count
    while kept > 1, tail + distribution[kept - 1] < 5e-4 {
      tail += distribution[kept - 1]
      kept -= 1
    }
    self.distribution = Array(distribution.prefix(kept))
    expected = distribution.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    low = Self.quantile(0.1, distribution)
    high = Self.quantile(0.9, distribution)
  }

  /// The smallest number that is not exceeded with a probability of at least `p`.
  private static func quantile(_ p: Double, _ distribution: [Double]) -> Int {
    var sum = 0.0
    for (count, chance) in distribution.enumerated() {
      sum += chance
      if sum >= p { return count }
    }
    return max(distribution.count - 1, 0)
  }
}

extension ListOdds {
  /// How many invitations the list brings.
  ///
  /// Given θ and the year the number is that of independent programs, by the exact recursion of
  /// the Poisson binomial; over θ, and over a shift that all programs share (the year, and which
  /// programs of their kind people choose), these are mixed. O(applications² · nodes).
  public var interviews: InterviewCount {
    if let told { return told.interviews(parts) }
    let deviation = sharedDeviation
    let rule = QuadratureRule.gaussHermite(count: deviation > 0 ? 5 : 1)
    // A spread on log-odds draws the mean towards one half: undo it, so that one mean is told.
    let wanted = interviewsBySpecialty.reduce(0, +)
    var offset = 0.0
    var mixture = counts(rule, deviation: deviation, offset: offset)
    for _ in 0..<2 where deviation > 0 && wanted > 1e-9 {
      let mean = mixture.mean
      guard mean > 1e-9 else { break }
      let share = Double(max(1, parts.reduce(0) { $0 + $1.applications.count }))
      let slope = max(1 - mean / share, 0.05)
      offset += log(wanted / mean) / slope
      mixture = counts(rule, deviation: deviation, offset: offset)
    }
    return InterviewCount(mixture.distribution)
  }

  /// Standard deviation of the shift that all programs of the list share beside θ.
  private var sharedDeviation: Double {
    parts.first?.odds.parameters[.countSpread].value ?? 0
  }

  private func counts(
    _ rule: QuadratureRule, deviation: Double, offset: Double
  ) -> (distribution: [Double], mean: Double) {
    let size = parts.reduce(0) { $0 + $1.applications.count } + 1
    var distribution = [Double](repeating: 0, count: size)
    for (step, share) in zip(rule.nodes, rule.weights) {
      var shift = CoefficientShift.none
      shift.interview = deviation * step + offset
      let chances = ListChances(
        parts, nodes: belief.values, shifts: parts.map { _ in shift }
      ).answered(parts).interview.flatMap(\.self)
      for (node, weight) in belief.weights.enumerated() {
        let own = PoissonBinomial.distribution(chances.lazy.map { $0[node] })
        for count in own.indices { distribution[count] += share * weight * own[count] }
      }
    }
    let mean = distribution.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    return (distribution, mean)
  }
}

/// The number of successes among independent trials of different chances.
enum PoissonBinomial {
  /// Probability of each number of successes, by adding one trial after the other.
  ///
  /// - Complexity: O(n²).
  static func distribution(_ chances: some Sequence<Double>) -> [Double] {
    var result = [1.0]
    for chance in chances {
      result.append(0)
      for count in stride(from: result.count - 1, through: 1, by: -1) {
        result[count] += (result[count - 1] - result[count]) * chance
      }
      result[0] *= 1 - chance
    }
    return result
  }
}
