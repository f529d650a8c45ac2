public import ApplicantFile
public import MatchFacts
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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
  /// Values of θ.
  public let nodes: [Double]
  /// Weight of each node, summing to 1.
  public let weights: [Double]
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
  let mixture: AttitudeMixture
  let signalEffects: [Double]
  let core: OddsCore
  /// Standard deviation of a program's own effect at the second stage.
  let placeSpread: Double
  /// A signal's effect at the second stage, as a share of its effect at the first.
  let signalShare: Double
  /// Standard deviation of the draws' factor on signals' effects.
  let signalUncertainty: Double

  /// The strength of a file that fails everywhere.
  private static let hopeless = -15.0

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
    parameters: OddsParameters, strength: StrengthBelief, points: [Double], rule: QuadratureRule,
    drawCount: Int
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
    // One more node, so weak that nobody invites it: a file may fail everywhere for a reason that
    // nothing here shows, and no list is safer than that.
    let failure = min(max(parameters[.unseenFailure].value, 0), 0.1)
    weights = [failure] + rule.weights.map { $0 * (1 - failure) }
    let nodes =
      [Self.hopeless] + rule.nodes.map { strength.mean + strength.standardDeviation * $0 }
    self.nodes = nodes
    let tiers = coefficients.tiers
    self.tiers = tiers
    let signalEffects = tiers.map { coefficients.signals[$0.rawValue]?.value ?? 0 }
    self.signalEffects = signalEffects
    let mixture = AttitudeMixture(
      parameters, terms: terms, coefficients: coefficients, points: points)
    self.mixture = mixture

    let size = programs.count * tiers.count * nodes.count
    var interview = [Double](repeating: 0, count: size)
    var place = [Double](repeating: 0, count: size)
    let core = OddsCore(
      coefficients: coefficients, parameters: parameters, terms: terms, type: type)
    let placeSpread = parameters[.placeSpread].value
    let shared = parameters[.signalAtSecondStage].value
    self.core = core
    self.placeSpread = placeSpread
    signalShare = shared
    signalUncertainty = parameters[.signalUncertainty].value
    let selectionShare = parameters[.placeSelection].value
    var position = 0
    for (index, program) in programTerms.enumerated() {
      guard eligibility[index].isEligible else {
        position += tiers.count * nodes.count
        continue
      }
      let spread = program.spread
      let scale = 1 / (1 + 0.392_699_081_698_724_15 * spread * spread).squareRoot()
      let placeVariance =
        placeSpread * placeSpread + core.margin * core.margin * spread * spread
      let placeScale = 1 / (1 + 0.392_699_081_698_724_15 * placeVariance).squareRoot()
      let nodeOdds = nodes.map { exp(core.loading * scale * $0) }
      let nodePlace = nodes.map { exp(core.placeStrength * placeScale * $0) }
      let factors = mixture.shifts.map { exp($0 * scale) }
      let masses = mixture.masses(program.standing)
      for signal in signalEffects {
        let base = exp((core.interview(program) + signal) * scale)
        let placeBase = exp(core.place(program, signal: signal * shared) * placeScale)
        // Being interviewed says that the program's own effect is likely a kind one.
        let selection = exp(core.margin * spread * spread * placeScale * selectionShare)
        for node in nodes.indices {
          let odds = base * nodeOdds[node]
          var chance = 0.0
          for (mass, factor) in zip(masses, factors) {
            let value = odds * factor
            chance += mass * value / (1 + value)
          }
          let placeOdds =
            placeBase * nodePlace[node] * (1 + (selection - 1) * (1 - chance))
          interview[position] = chance
          place[position] = placeOdds / (1 + placeOdds)
          position += 1
        }
      }
    }
    interviewValues = interview
    placeValues = place
  }
}
