import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The attitudes of a specialty's programs towards one applicant's score: how likely each is at a
/// program, how it shifts the log-odds, and what share of such programs lets the score pass.
struct AttitudeMixture: Sendable {
  /// Share of each attitude over the specialty's programs, summing to 1.
  let shares: [Double]
  /// Log-odds that each adds beyond the average slope.
  let shifts: [Double]
  /// Log of each share at a program of average standing, up to a constant.
  private let logShares: [Double]
  /// What a point of standing adds to the log of each share.
  private let byStanding: [Double]
  private let floors: [Double]
  private let widths: [Double]
  private let score: Double?
  private let unscoredPass: Double

  /// - Parameter points: the standing of the specialty's programs, over which the shares hold.
  init(
    _ parameters: OddsParameters, terms: ApplicantTerms, coefficients: SpecialtyCoefficients,
    points: [Double]
  ) {
    let attitudes = parameters.attitudes
    let shares = parameters.attitudeShares(scoreWeight: coefficients.scoreWeight)
    var meanFactor = 0.0
    for (share, attitude) in zip(shares, attitudes) {
      meanFactor += share * attitude.slopeFactor.value
    }
    let slope = coefficients.scoreSlope.value
    self.shares = shares
    byStanding = attitudes.map(\.shareByStanding)
    logShares = Self.levels(shares: shares, byStanding: byStanding, points: points)
    shifts = attitudes.map { attitude in
      let relative = attitude.slopeFactor.value / max(meanFactor, 1e-9)
      return (relative - 1) * slope * terms.scoreTens + relative * terms.drop
    }
    floors = attitudes.map { coefficients.referenceScore.value + $0.floor.value }
    widths = attitudes.map { attitude in
      (attitude.floorWidth.value * attitude.floorWidth.value + terms.scoreError * terms.scoreError)
        .squareRoot()
    }
    score = terms.score
    unscoredPass = parameters[.unscoredPass].value
  }

  /// The attitudes at one program, each with its share times the share of such programs that let
  /// the score pass; `standing` moves shares and floors.
  func masses(_ standing: StandingBelief) -> [Double] {
    let shares = shares(at: standing.points)
    let passing = screens(standing)
    return shares.indices.map { shares[$0] * passing[$0] }
  }

  /// How likely each attitude is at a program of a standing.
  func shares(at points: Double) -> [Double] {
    var own = logShares.indices.map { exp(logShares[$0] + byStanding[$0] * points) }
    let total = own.reduce(0, +)
    for index in own.indices { own[index] /= total }
    return own
  }

  /// The share of programs of each attitude whose floor the score clears; what is left unknown of
  /// the standing makes the floor softer.
  private func screens(_ standing: StandingBelief) -> [Double] {
    guard let score else { return [Double](repeating: unscoredPass, count: shares.count) }
    // A logistic of scale w has the variance π²/3 · w².
    let blur = 0.303_963_550_927 * standing.deviation * standing.deviation
    return floors.indices.map { index in
      let width = (widths[index] * widths[index] + blur).squareRoot()
      return Logistic.cumulative((score - floors[index] - standing.points) / width)
    }
  }

  /// Levels at which the shares come out over programs of the given standing, by fixed point.
  private static func levels(
    shares: [Double], byStanding: [Double], points: [Double]
  ) -> [Double] {
    var levels = shares.map { log(max($0, 1e-12)) }
    guard !points.isEmpty, byStanding.contains(where: { $0 != 0 }) else { return levels }
    let factors = points.flatMap { point in byStanding.map { exp($0 * point) } }
    let width = shares.count
    for _ in 0..<4 {
      let weights = levels.map { exp($0) }
      var sums = [Double](repeating: 0, count: width)
      for start in stride(from: 0, to: factors.count, by: width) {
        var total = 0.0
        for k in 0..<width { total += weights[k] * factors[start + k] }
        for k in 0..<width { sums[k] += weights[k] * factors[start + k] / total }
      }
      for k in 0..<width {
        levels[k] += log(max(shares[k], 1e-12) * Double(points.count) / max(sums[k], 1e-12))
      }
    }
    return levels
  }
}

extension AttitudeMixture {
  /// The chance of an interview at average-attitude log-odds `x`.
  func chance(_ x: Double, _ standing: StandingBelief) -> Double {
    zip(masses(standing), shifts).reduce(0) { $0 + $1.0 * Logistic.cumulative(x + $1.1) }
  }

  /// The share of programs of a standing, over the attitudes, that let the score pass.
  func screenShare(_ standing: StandingBelief) -> Double { masses(standing).reduce(0, +) }

  /// What the screen takes off, as log-odds at a small chance.
  func screenLogOdds(_ standing: StandingBelief) -> Double {
    log(max(screenShare(standing), 1e-9))
  }
}
