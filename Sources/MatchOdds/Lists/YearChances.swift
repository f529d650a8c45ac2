import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The chances of a list's invitations in lean and in rich years: what all programs share beside θ.
///
/// Answers do not change it, so that evaluations which differ in answers alone can share it.
/// O(applications · nodes) to compute.
public struct YearChances: Sendable {
  /// The shift of all log-odds of an invitation in each kind of year.
  let shifts: [Double]
  /// How common each is, summing to 1.
  let shares: [Double]
  /// The same shifts without the correction that keeps the mean number of invitations.
  let deviations: [Double]
  /// Both chances of every application in each.
  let chances: [ListChances]
  /// Standard deviation of the shift.
  private let deviation: Double
  /// The correction that keeps the mean number of invitations.
  private let offset: Double

  /// The chances of these applications, whatever they have been answered.
  public init(_ parts: [ListOdds.Part]) {
    let deviation = parts.first?.odds.parameters[.countSpread].value ?? 0
    let rule = QuadratureRule.gaussHermite(count: deviation > 0 ? 5 : 1)
    let belief = parts.first?.odds.belief ?? .certain
    let base = ListChances(parts)
    let wanted = base.mean(belief)
    var offset = 0.0
    var years = Self.years(parts, rule, deviation, offset, belief)
    // A spread on log-odds draws the mean towards one half: undo it, so that one mean is told.
    for _ in 0..<2 where deviation > 0 && wanted > 1e-9 {
      let mean = zip(rule.weights, years).reduce(0) { $0 + $1.0 * $1.1.mean(belief) }
      guard mean > 1e-9 else { break }
      let number = Double(max(1, parts.reduce(0) { $0 + $1.applications.count }))
      offset += log(wanted / mean) / max(1 - mean / number, 0.05)
      years = Self.years(parts, rule, deviation, offset, belief)
    }
    self.deviation = deviation
    self.offset = offset
    shares = rule.weights
    deviations = rule.nodes.map { deviation * $0 }
    shifts = rule.nodes.map { deviation * $0 + offset }
    chances = years
  }

  /// The shift of a year that lies so many standard deviations off.
  func drawn(_ deviations: Double) -> Double {
    offset + deviations * deviation
  }

  private static func years(
    _ parts: [ListOdds.Part], _ rule: QuadratureRule, _ deviation: Double, _ offset: Double,
    _ belief: StrengthNodes
  ) -> [ListChances] {
    rule.nodes.map {
      ListChances(parts, year: deviation * $0 + offset, nodes: belief.values)
    }
  }
}

extension ListChances {
  /// At the nodes of the odds, in a year that shifts all log-odds of an invitation.
  ///
  /// - Parameter isExact: whether the nodes are others than those of the odds.
  init(_ parts: [ListOdds.Part], year shift: Double, nodes: [Double], isExact: Bool = false) {
    guard shift != 0 || isExact else {
      self.init(parts)
      return
    }
    var all = CoefficientShift.none
    all.interview = shift
    self.init(parts, nodes: nodes, shifts: parts.map { _ in all })
  }

  /// The expected number of invitations.
  func mean(_ belief: StrengthNodes) -> Double {
    interview.reduce(0) { $0 + $1.reduce(0) { $0 + belief.average($1) } }
  }
}
