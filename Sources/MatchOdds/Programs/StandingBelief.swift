import MatchFacts
import SmartPickNumerics

/// What is believed of one program's standing: points of Step 2 CK by which it asks for more than
/// its specialty's mean program.
///
/// A normal prior from public figures; a median or minimum score that the user knows replaces it by
/// Bayes, and so does what is known of both.
public struct StandingBelief: Sendable, Hashable, Codable {
  /// Mean, in points.
  public var points: Double
  /// Standard deviation, in points.
  public var deviation: Double
  /// Where a figure of the user's own comes from; nil where public figures alone are known.
  public var origin: String?
  /// Whether public figures tell of it; if not, the prior is that of the specialty's mean program.
  public var hasPublicFigures: Bool

  /// The belief before any figure of the user's own.
  init(_ traits: ProgramTraits) {
    points = traits.points
    deviation = traits.pointsDeviation
    hasPublicFigures = traits.hasKnownStanding
  }

  /// What is known of it: the origin of the user's own figures, or `public figures`, or `not known`.
  public var basis: String {
    origin
      ?? (hasPublicFigures ? ProgramStanding.Basis.publicFigures : ProgramStanding.Basis.notKnown)
      .rawValue
  }

  /// The 80 % interval of the points.
  public var interval: (low: Double, high: Double) {
    let reach = Normal.quantile(0.9) * deviation
    return (points - reach, points + reach)
  }

  /// Takes in a program's own median or minimum score.
  mutating func update(
    _ figures: ProgramEvidence, _ coefficients: SpecialtyCoefficients, _ parameters: OddsParameters
  ) {
    // Of a program of which nothing is known the prior is wide, not a certain mean.
    let prior = max(deviation, 1)
    var precision = 1 / (prior * prior)
    var weighted = points * precision
    func measure(_ value: Double, noise: Double) {
      let variance = max(noise * noise, 0.25)
      precision += 1 / variance
      weighted += value / variance
      origin = figures.origin
    }
    let centre = coefficients.matchedScore.value
    if let median = figures.medianStep2CK {
      measure(Double(median) - centre, noise: parameters[.importedMedianNoise].value)
    }
    if let minimum = figures.minimumStep2CK {
      measure(
        Double(minimum) + parameters[.importedMinimumDistance].value - centre,
        noise: parameters[.importedMinimumNoise].value)
    }
    guard origin != nil else { return }
    points = weighted / precision
    deviation = (1 / precision).squareRoot()
  }
}
