public import ApplicantFile
public import MatchFacts
import SmartPickNumerics

/// The odds of an interview and of a place, from one parameter file and one directory.
///
/// logit P(interview) = level + type + slope · score + signal + place + program + λ θ, mixed over
/// the attitudes with which programs read scores; logit P(would take | interviewed) = level by
/// type + margin · (the same terms) + κ θ. The strength θ of the file is what programs see and we
/// do not: it is shared by all programs, so their answers are correlated.
public struct OddsModel: Sendable {
  /// Every number of the model.
  public let parameters: OddsParameters
  /// The year of the Match, from which years since graduation are counted.
  public private(set) var season: Int
  /// Log-odds that a program's traits add, by code.
  private let traits: [String: Double]

  /// A model over a directory.
  public init(parameters: OddsParameters, directory: [Program], season: Int) {
    self.parameters = parameters
    self.season = season
    let table = ProgramTraitTable(directory: directory)
    let weights = ProgramTraits.names.map { parameters.programFeatures[$0]?.value ?? 0 }
    var traits: [String: Double] = [:]
    traits.reserveCapacity(directory.count)
    for program in directory {
      let row = table[program.code]
      traits[program.code] = zip(weights, ProgramTraits.names).reduce(0) { $0 + $1.0 * row[$1.1] }
    }
    self.traits = traits
  }

  /// The same model in another season; what was computed of the directory is shared.
  public func inSeason(_ season: Int) -> OddsModel {
    var model = self
    model.season = season
    return model
  }

  /// The coefficients of a specialty, or those of any specialty where nothing is published.
  public func coefficients(of specialty: Specialty) -> SpecialtyCoefficients {
    parameters.specialties[specialty.name] ?? parameters.anySpecialty
  }

  /// The odds of one applicant at the given programs of one specialty.
  ///
  /// - Parameters:
  ///   - applicant: The file.
  ///   - specialty: The specialty whose coefficients count.
  ///   - programs: Programs to judge, in any order; ruled-out ones keep their place with chance 0.
  ///   - figures: Imported figures by NRMP code.
  ///   - reading: How programs read a score drop.
  ///   - nodeCount: Nodes of the quadrature over θ; 16 is enough for lists, 32 for reports.
  ///   - drawCount: Posterior draws for intervals of whole lists.
  /// - Complexity: O(programs · tiers · nodes).
  public func odds(
    for applicant: Applicant, in specialty: Specialty, programs: [Program],
    figures: [String: ProgramEvidence] = [:], reading: ScoreReading = .nothing,
    nodeCount: Int = 16, drawCount: Int = 32
  ) -> SpecialtyOdds {
    let coefficients = coefficients(of: specialty)
    let strength = StrengthBelief(
      of: applicant, rules: parameters.evidence,
      publicationsMean: coefficients.publications.value)
    let terms = ApplicantTerms(
      applicant, coefficients, parameters, reading: reading, season: season)
    let ties = ApplicantTies(applicant, coefficients, parameters)
    var programTerms: [ProgramTerms] = []
    var eligibility: [Eligibility] = []
    programTerms.reserveCapacity(programs.count)
    eligibility.reserveCapacity(programs.count)
    for index in programs.indices {
      // Field by field: a copy of the whole program counts twenty references up and down.
      let code = programs[index].code
      let known = figures[code]
      programTerms.append(
        ProgramTerms(
          code: code, state: programs[index].state, traits: traits[code] ?? 0, figures: known,
          ties: ties, coefficients, parameters))
      eligibility.append(
        Eligibility.check(
          applicant, track: programs[index].track, figures: known, season: season))
    }
    return SpecialtyOdds(
      specialty: specialty, type: applicant.type, programs: programs, eligibility: eligibility,
      programTerms: programTerms, terms: terms, coefficients: coefficients,
      parameters: parameters, strength: strength,
      rule: QuadratureRule.gaussHermite(count: nodeCount), drawCount: max(drawCount, 1))
  }
}
