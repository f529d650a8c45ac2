public import ApplicantFile
public import MatchFacts
import SmartPickNumerics

/// The odds of an interview and of a place, from one parameter file and one directory.
///
/// logit P(interview) = level + type + slope · score + signal + place + program + λ θ, mixed over
/// the attitudes with which programs read scores; logit P(would take | interviewed) = level by
/// type + margin · (the same terms) + κ θ. The strength θ of the file is what programs see and we
/// do not: it is shared by all programs, so their answers are correlated. The program's part is
/// its bar, which rises with its standing, and its openness to the applicant's type.
public struct OddsModel: Sendable {
  /// Every number of the model.
  public let parameters: OddsParameters
  /// What public figures tell of the programs.
  public let traits: ProgramTraitTable
  /// The year of the Match, from which years since graduation are counted.
  public private(set) var season: Int
  /// What imported figures say of other programs of the same institutions.
  private var relatives = InstitutionEvidence()

  /// A model over the programs of a directory.
  public init(parameters: OddsParameters, traits: ProgramTraitTable, season: Int) {
    self.parameters = parameters
    self.traits = traits
    self.season = season
  }

  /// The same model in another season; what was computed of the directory is shared.
  public func inSeason(_ season: Int) -> OddsModel {
    var model = self
    model.season = season
    return model
  }

  /// The same model, with imported figures also read as evidence of the other programs of their
  /// institutions.
  ///
  /// - Complexity: O(programs with figures).
  public func relating(
    _ figures: [String: ProgramEvidence], directory: [Program]
  ) -> OddsModel {
    var model = self
    model.relatives = InstitutionEvidence(self, directory: directory, figures: figures)
    return model
  }

  /// The coefficients of a specialty, or those of any specialty where nothing is published.
  public func coefficients(of specialty: Specialty) -> SpecialtyCoefficients {
    parameters.specialties[specialty.name] ?? parameters.anySpecialty
  }

  /// What a program's features and state add to the log-odds of an interview of a type of applicant,
  /// beside its bar.
  public func openness(of code: String, state: String?, for type: ApplicantType) -> Double {
    openness(traits[code], state: state, OpennessWeights(parameters, type, isHomeKnown: false))
  }

  private func openness(
    _ traits: ProgramTraits, state: String?, _ weights: OpennessWeights
  ) -> Double {
    var sum = state.flatMap { weights.states[$0] } ?? 0
    for (weight, value) in zip(weights.features, traits.features) { sum += weight * value }
    return sum
  }

  /// The odds of one applicant at the given programs of one specialty.
  ///
  /// - Parameters:
  ///   - applicant: The file.
  ///   - specialty: The specialty whose coefficients count.
  ///   - programs: Programs to judge, in any order; ruled-out ones keep their place with chance 0.
  ///   - figures: Imported figures by NRMP code.
  ///   - reading: How programs read a score drop.
  ///   - placeShift: What is added to the log-odds of every place, as ``NewestRate/shift`` says.
  ///   - nodeCount: Nodes of the quadrature over θ; 16 is enough for lists, 32 for reports.
  ///   - drawCount: Posterior draws for intervals of whole lists.
  /// - Complexity: O(programs · tiers · nodes).
  public func odds(
    for applicant: Applicant, in specialty: Specialty, programs: [Program],
    figures: [String: ProgramEvidence] = [:], reading: ScoreReading = .nothing,
    placeShift: Double = 0, nodeCount: Int = 16, drawCount: Int = 32
  ) -> SpecialtyOdds {
    var coefficients = coefficients(of: specialty)
    coefficients.placeLevel[applicant.type.rawValue]?.value += placeShift
    let strength = StrengthBelief(
      of: applicant, rules: parameters.evidence,
      publicationsMean: coefficients.publications.value)
    let terms = ApplicantTerms(
      applicant, coefficients, parameters, reading: reading, season: season)
    let ties = ApplicantTies(applicant, coefficients, parameters)
    let weights = OpennessWeights(
      parameters, applicant.type, isHomeKnown: applicant.school.state != nil)
    var programTerms: [ProgramTerms] = []
    var eligibility: [Eligibility] = []
    programTerms.reserveCapacity(programs.count)
    eligibility.reserveCapacity(programs.count)
    for index in programs.indices {
      // Field by field: a copy of the whole program counts twenty references up and down.
      let code = programs[index].code
      let state = programs[index].state
      let known = figures[code]
      let own = traits[code]
      programTerms.append(
        ProgramTerms(
          code: code, state: state, traits: own, openness: openness(own, state: state, weights),
          figures: known,
          relatives: relatives.effect(on: code, of: specialty, for: applicant.type),
          ties: ties, failedAttempts: terms.failedAttempts, needsH1B: terms.needsH1B, coefficients,
          parameters))
      eligibility.append(
        Eligibility.check(
          applicant, track: programs[index].track, figures: known, season: season))
    }
    return SpecialtyOdds(
      specialty: specialty, type: applicant.type, programs: programs, eligibility: eligibility,
      programTerms: programTerms, terms: terms, coefficients: coefficients,
      parameters: parameters, strength: strength, points: traits.points(of: specialty),
      quadrature: .gaussHermite(count: nodeCount), drawCount: max(drawCount, 1))
  }
}

/// What features and states count for one kind of applicant, looked up once for all programs.
private struct OpennessWeights {
  let features: [Double]
  let states: [String: Double]

  init(_ parameters: OddsParameters, _ type: ApplicantType, isHomeKnown: Bool) {
    let name = type.rawValue
    features = ProgramTraits.Feature.allCases.map {
      parameters.programFeatures[$0.rawValue]?[name]?.value ?? 0
    }
    let all = parameters.stateEffects.compactMapValues { $0[name]?.value }
    // Who says where the school is gets the in-state term there, and elsewhere the rate of those from
    // elsewhere; of who does not, only the rate of all is known.
    states =
      type == .usMD && isHomeKnown
      ? all.merging(parameters.elsewhereEffects.mapValues(\.value)) { _, elsewhere in elsewhere }
      : all
  }
}
