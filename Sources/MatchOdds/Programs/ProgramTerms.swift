import ApplicantFile
import MatchFacts

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What one program adds for one applicant, in log-odds, and what is left unknown of it.
struct ProgramTerms: Sendable, Hashable {
  var inState = 0.0
  var tie = 0.0
  var home = 0.0
  var away = 0.0
  /// What the directory's traits say, after any imported figures took their place.
  var traits = 0.0
  /// What imported figures say beyond the traits.
  var imported = 0.0
  /// Names the source of `imported`.
  var origin: String?
  /// Standard deviation of the program effect that is left.
  var spread = 1.0
  /// Points by which the program's usual score lies above the specialty's reference.
  var usualScoreShift = 0.0

  /// Sum of the interview terms.
  var sum: Double { inState + tie + home + away + traits + imported }

  init(
    _ program: Program, _ applicant: Applicant, _ coefficients: SpecialtyCoefficients,
    _ parameters: OddsParameters, traits table: ProgramTraitTable, figures: ProgramEvidence?,
    homePrograms: Set<String>, ties: Set<String>
  ) {
    if let state = program.state {
      if applicant.school.state == state {
        inState = coefficients.inState.value
      } else if ties.contains(state) {
        tie = parameters[.stateTie].value
      }
    }
    let rotations = applicant.rotations ?? []
    if homePrograms.contains(program.code)
      || rotations.contains(where: { $0.kind == .subInternship && $0.program == program.code })
    {
      home = parameters[.homeProgram].value
    } else if rotations.contains(where: { $0.kind == .away && $0.program == program.code }) {
      away = parameters[.awayRotation].value
    }
    let row = table[program.code]
    for name in ProgramTraits.names {
      traits += (parameters.programFeatures[name]?.value ?? 0) * row[name]
    }
    let type = applicant.type.rawValue
    let prior = coefficients.programSpread[type]?.value ?? 1.5
    spread = prior
    if let figures {
      update(figures, applicant.type, coefficients, parameters, prior: prior)
      if let median = figures.medianStep2CK {
        usualScoreShift = Double(median) - coefficients.referenceScore.value
      }
    }
  }

  /// Bayes for a normal prior and normal measurements, in log-odds.
  private mutating func update(
    _ figures: ProgramEvidence, _ type: ApplicantType, _ coefficients: SpecialtyCoefficients,
    _ parameters: OddsParameters, prior: Double
  ) {
    var precision = 1 / (prior * prior)
    var weighted = traits * precision
    var isUsed = false
    func measure(_ rate: Double?, _ key: String, _ noise: SharedCoefficient) {
      guard let rate, let reference = coefficients.rateReferences[key]?.value else { return }
      let p = min(max(rate, 0.004), 0.985)
      let n = max(parameters[.importedApplications].value, 20)
      let deviation = parameters[noise].value
      let variance = deviation * deviation + 1 / (n * p * (1 - p))
      precision += 1 / variance
      weighted += (log(p / (1 - p)) - reference) / variance
      isUsed = true
    }
    measure(figures.interviewRateByType[type], type.rawValue, .importedTypeNoise)
    for tier in [ListedProgram.Signal.none, .single, .silver, .gold] {
      measure(figures.interviewRateBySignal[tier], tier.rawValue, .importedOtherNoise)
    }
    measure(figures.interviewRateInState, "inState", .importedOtherNoise)
    measure(figures.interviewRateOutOfState, "outOfState", .importedOtherNoise)
    guard isUsed else { return }
    imported = weighted / precision - traits
    spread = (1 / precision).squareRoot()
    origin = figures.origin
  }
}
