public import ApplicantFile
public import MatchFacts
import SmartPickNumerics

/// The odds of one applicant at the programs of one specialty.
///
/// Vectors run over the nodes of the shared strength θ: the chance of any outcome is the sum of
/// ``weights`` times its chance at each node, where programs are independent. Nodes and draws are
/// those of the file, the same for every specialty, so that lists over several specialties add up.
public struct SpecialtyOdds: Sendable {
  /// The specialty.
  public let specialty: Specialty
  /// The programs judged, in the order given.
  public let programs: [Program]
  /// What is known of each program's requirements; a ruled-out program has chance 0.
  public let eligibility: [Eligibility]
  /// Signal tiers, "none" first, then from weak to strong.
  public let tiers: [ListedProgram.Signal]
  /// The belief about the file's strength.
  public let strength: StrengthBelief
  /// The same as values of θ with weights.
  public let belief: StrengthNodes
  /// Number of posterior draws; see ``draw(_:)``.
  public let drawCount: Int

  /// P(interview | θ), by program, tier and node.
  private let interviewValues: [Double]
  /// P(would take | interviewed, θ), by program, tier and node.
  private let placeValues: [Double]

  /// The applicant's type.
  public let applicantType: ApplicantType
  let programTerms: [ProgramTerms]
  /// Standing of the specialty's programs in points, lowest first.
  let peers: [Double]
  let terms: ApplicantTerms
  let coefficients: SpecialtyCoefficients
  let parameters: OddsParameters
  let signalEffects: [Double]
  let rule: ChanceRule
  /// Standard deviation of the draws' factor on signals' effects.
  let signalUncertainty: Double

  /// Values of θ.
  public var nodes: [Double] { belief.values }
  /// Weight of each value, summing to 1.
  public var weights: [Double] { belief.weights }

  /// P(interview | θ) at every node, for the program and tier at these positions.
  public func interview(program: Int, tier: Int) -> ArraySlice<Double> {
    let start = (program * tiers.count + tier) * nodes.count
    return interviewValues[start..<start + nodes.count]
  }

  /// P(the program would take the applicant | interviewed, θ) at every node.
  public func place(program: Int, tier: Int) -> ArraySlice<Double> {
    let start = (program * tiers.count + tier) * nodes.count
    return placeValues[start..<start + nodes.count]
  }

  /// P(interview and would take | θ) at every node: what a list is made of.
  public func matchIfListed(program: Int, tier: Int) -> [Double] {
    zip(interview(program: program, tier: tier), place(program: program, tier: tier)).map {
      $0 * $1
    }
  }

  /// The position of a tier, or nil when the specialty has no such signal.
  public func tierIndex(_ tier: ListedProgram.Signal) -> Int? {
    tiers.firstIndex(of: tier)
  }

  init(
    specialty: Specialty, type: ApplicantType, programs: [Program], eligibility: [Eligibility],
    programTerms: [ProgramTerms], terms: ApplicantTerms, coefficients: SpecialtyCoefficients,
    parameters: OddsParameters, strength: StrengthBelief, points: [Double],
    quadrature: QuadratureRule, drawCount: Int
  ) {
    self.specialty = specialty
    applicantType = type
    self.programs = programs
    self.eligibility = eligibility
    self.programTerms = programTerms
    peers = points
    self.terms = terms
    self.coefficients = coefficients
    self.parameters = parameters
    self.strength = strength
    self.drawCount = drawCount
    let belief = StrengthNodes(
      strength, failure: parameters[.unseenFailure].value, rule: quadrature)
    self.belief = belief
    let nodes = belief.values
    let tiers = coefficients.tiers
    self.tiers = tiers
    let signalEffects = tiers.map { coefficients.signals[$0.rawValue]?.value ?? 0 }
    self.signalEffects = signalEffects
    let signalByStanding = parameters[.signalByStanding].value
    let core = OddsCore(
      coefficients: coefficients, parameters: parameters, terms: terms, type: type)
    let rule = ChanceRule(
      core: core,
      mixture: AttitudeMixture(
        parameters, terms: terms, coefficients: coefficients, points: points),
      placeSpread: parameters[.placeSpread].value,
      placeSelection: parameters[.placeSelection].value,
      signalShare: parameters[.signalAtSecondStage].value)
    self.rule = rule
    signalUncertainty = parameters[.signalUncertainty].value

    let size = programs.count * tiers.count * nodes.count
    var interview = [Double](repeating: 0, count: size)
    var place = [Double](repeating: 0, count: size)
    for (index, program) in programTerms.enumerated() where eligibility[index].isEligible {
      let chances = ProgramChances(program, rule: rule, nodes: nodes)
      for (tier, effect) in signalEffects.enumerated() {
        let signal = Self.signal(effect, at: program, byStanding: signalByStanding)
        chances.write(
          interview: core.interview(program) + signal,
          place: core.place(program, signal: signal * rule.signalShare), to: &interview, &place,
          at: (index * tiers.count + tier) * nodes.count)
      }
    }
    interviewValues = interview
    placeValues = place
  }
}

extension SpecialtyOdds {
  /// Both chances of an application at other values of θ and other coefficients.
  func chances(
    program: Int, tier: Int, nodes: [Double], shift: CoefficientShift
  ) -> (interview: [Double], place: [Double]) {
    var interview = [Double](repeating: 0, count: nodes.count)
    var place = interview
    guard eligibility[program].isEligible else { return (interview, place) }
    let terms = programTerms[program]
    let signal = signal(tier, at: terms) * shift.signalFactor
    ProgramChances(terms, rule: rule, nodes: nodes).write(
      interview: rule.core.interview(terms) + signal + shift.interview,
      place: rule.core.place(terms, signal: signal * rule.signalShare) + shift.place,
      to: &interview, &place, at: 0)
    return (interview, place)
  }

  /// What a signal of a tier adds to the log-odds of an interview at a program.
  func signal(_ tier: Int, at program: ProgramTerms) -> Double {
    Self.signal(
      signalEffects[tier], at: program, byStanding: parameters[.signalByStanding].value)
  }

  /// A signal's effect moves with the program's standing, by no more than half of it.
  private static func signal(
    _ effect: Double, at program: ProgramTerms, byStanding: Double
  ) -> Double {
    guard effect > 0 else { return effect }
    return effect + min(max(byStanding * program.standing.points, -effect / 2), effect / 2)
  }

  /// What is not known of the score, in standard deviations of θ that would move the log-odds of an
  /// interview as far.
  var scoreErrorAsStrength: Double {
    guard rule.core.loading > 0 else { return 0 }
    return coefficients.scoreSlope.value * terms.scoreError / 10 / rule.core.loading
  }
}
