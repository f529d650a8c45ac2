import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The attitudes of a specialty's programs towards one applicant's score: how likely each is, how
/// it shifts the log-odds, and what share of such programs lets the score pass.
struct AttitudeMixture: Sendable {
  /// Share of each attitude, summing to 1.
  let shares: [Double]
  /// Log-odds that each adds beyond the average slope.
  let shifts: [Double]
  private let floors: [Double]
  private let widths: [Double]
  private let score: Double?
  private let unscoredPass: Double

  init(
    _ parameters: OddsParameters, terms: ApplicantTerms, coefficients: SpecialtyCoefficients
  ) {
    let attitudes = parameters.attitudes
    var shares = attitudes.map {
      $0.share.value * exp($0.shareByWeight * Double(coefficients.scoreWeight - 3))
    }
    let total = shares.reduce(0, +)
    for index in shares.indices { shares[index] /= total }
    var meanFactor = 0.0
    for (share, attitude) in zip(shares, attitudes) {
      meanFactor += share * attitude.slopeFactor.value
    }
    let slope = coefficients.scoreSlope.value
    self.shares = shares
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

  /// The share of programs of each attitude whose floor the score clears; `shift` moves the floor
  /// of a program whose usual score is known.
  func screens(shift: Double) -> [Double] {
    guard let score else { return [Double](repeating: unscoredPass, count: shares.count) }
    return floors.indices.map { index in
      Logistic.cumulative((score - floors[index] - shift) / widths[index])
    }
  }
}
