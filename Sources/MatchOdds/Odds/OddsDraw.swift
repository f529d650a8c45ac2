import ApplicantFile
import MatchFacts
import SmartPickNumerics

/// One world that the file, the parameters and the published tables allow.
///
/// Under a draw, θ, the coefficients and every program's own effect have definite values, so that
/// a program's chances are two numbers and programs are independent. Re-evaluating a list under
/// each draw and taking the 10th and 90th percentile gives its 80 % interval. Draws with the same
/// index belong together across specialties, and a program's luck does not depend on which others
/// are asked. O(1) a question.
public struct OddsDraw: Sendable {
  private let odds: SpecialtyOdds
  private let index: Int
  private let interviewShift: Double
  private let placeShift: Double
  private let signalFactor: Double

  /// The strength of the file under this draw.
  public let strength: Double

  init(odds: SpecialtyOdds, index: Int) {
    self.odds = odds
    self.index = index
    // θ is stratified: draw d takes the middle of the d-th slice, in an order without trend.
    let count = odds.drawCount
    let slice = (index * OddsDraw.stride(coprimeTo: count)) % count
    let z = Normal.quantile((Double(slice) + 0.5) / Double(count))
    strength = odds.strength.mean + odds.strength.standardDeviation * z

    var shared = CounterRandom(seed: 0x5EED, entity: UInt64(index), purpose: 1)
    let typeLuck = shared.normal()
    let slopeLuck = shared.normal()
    let signalLuck = shared.normal()
    var own = CounterRandom(
      seed: stableHash(odds.specialty.name), entity: UInt64(index), purpose: 2)
    let levelLuck = own.normal()
    let placeLuck = own.normal()
    let coefficients = odds.coefficients
    let type = odds.applicantType.rawValue
    let typeOffset = coefficients.typeOffsets[type]
    let scoreShift =
      coefficients.scoreSlope.standardDeviation * slopeLuck * odds.terms.scoreTens
      + coefficients.scoreSlope.value * odds.terms.scoreError / 10 * own.normal()
    interviewShift =
      coefficients.interviewLevel.standardDeviation * levelLuck
      + (typeOffset?.standardDeviation ?? 0) * typeLuck + scoreShift
    placeShift =
      (coefficients.placeLevel[type]?.standardDeviation ?? 0) * placeLuck
      + odds.rule.core.margin * scoreShift
    signalFactor = 1 + odds.signalUncertainty * signalLuck
  }

  /// Chance of an interview, for the program and tier at these positions.
  public func interview(program: Int, tier: Int) -> Double {
    chances(DrawnApplication(odds, program: program, tier: tier)).interview
  }

  /// Chance that the program would take the applicant, once interviewed.
  public func place(program: Int, tier: Int) -> Double {
    chances(DrawnApplication(odds, program: program, tier: tier)).place
  }

  /// Both chances of an application: of an interview, and of a place once interviewed.
  func chances(_ application: DrawnApplication) -> (interview: Double, place: Double) {
    guard application.isEligible else { return (0, 0) }
    let core = odds.rule.core
    // A program's own luck under this draw, the same whoever asks.
    var luck = CounterRandom(seed: application.seed, entity: UInt64(index), purpose: 3)
    let interviewLuck = luck.normal() * application.spread
    let placeLuck = luck.normal() * odds.rule.placeSpread
    let signal = application.signal * signalFactor
    let x =
      application.interview + interviewShift + core.loading * strength + signal + interviewLuck
    let y =
      application.place + signal * odds.rule.signalShare + placeShift
      + core.placeStrength * strength + core.margin * interviewLuck + placeLuck
    var interview = 0.0
    for (mass, shift) in zip(application.masses, odds.rule.mixture.shifts) {
      interview += mass * Logistic.cumulative(x + shift)
    }
    return (interview, Logistic.cumulative(y))
  }

  private static func stride(coprimeTo count: Int) -> Int {
    var candidate = max(1, Int(Double(count) * 0.618))
    while greatestCommonDivisor(candidate, count) != 1 { candidate += 1 }
    return candidate
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return x
  }
}

/// A hash that never changes between runs and versions (FNV-1a).
func stableHash(_ text: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  return hash
}

extension SpecialtyOdds {
  /// The world of draw `index`, 0 ..< ``drawCount``.
  public func draw(_ index: Int) -> OddsDraw { OddsDraw(odds: self, index: index) }
}
