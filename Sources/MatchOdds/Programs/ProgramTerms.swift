import ApplicantFile
import MatchFacts
import SmartPickNumerics

/// What one program adds for one applicant, in log-odds, and what is left unknown of it.
struct ProgramTerms: Sendable, Hashable {
  var inState = 0.0
  var tie = 0.0
  var home = 0.0
  var away = 0.0
  /// How much higher its bar lies than that of the specialty's mean program, negated.
  var bar = 0.0
  /// What not knowing whether it sponsors an H-1B costs who needs one.
  var visa = 0.0
  /// What failed attempts cost there beyond what they cost at the mean program.
  var attempts = 0.0
  /// What public figures say of its liking for this type of applicant.
  var openness = 0.0
  /// What imported figures say beyond that: its own, or those of its institution's other programs.
  var imported = 0.0
  /// Names the source of `imported`.
  var origin: String?
  /// Standard deviation of the program effect that is left.
  var spread = 1.0
  /// Its standing.
  var standing: StandingBelief

  /// Sum of the interview terms.
  var sum: Double { inState + tie + home + away + bar + visa + attempts + openness + imported }

  /// - Parameters:
  ///   - traits: what public figures tell of the program.
  ///   - openness: log-odds that its features add for this type.
  ///   - relatives: what its institution's other programs say.
  init(
    code: String, state: String?, traits: ProgramTraits, openness: Double,
    figures: ProgramEvidence?, relatives: InstitutionEvidence.Effect?, ties: ApplicantTies,
    failedAttempts: Double, needsH1B: Bool, _ coefficients: SpecialtyCoefficients,
    _ parameters: OddsParameters
  ) {
    if let state {
      if ties.schoolState == state {
        inState = ties.inState
      } else if ties.states.contains(state) {
        tie = ties.tie
      }
    }
    if ties.homePrograms.contains(code) {
      home = ties.home
    } else if ties.awayPrograms.contains(code) {
      away = ties.away
    }
    standing = StandingBelief(traits)
    if let figures { standing.update(figures, coefficients, parameters) }
    bar = coefficients.standing.value * standing.points
    if needsH1B, figures?.sponsorsH1B != true { visa = parameters[.h1bUnknown].value }
    if failedAttempts > 0 {
      // Less than the mean cost at a program that asks for less, but a fifth of it at least.
      let most = -parameters[.failedAttempt].value
      attempts =
        failedAttempts
        * min(parameters[.failedAttemptByStanding].value * standing.points, 0.8 * most)
    }
    self.openness = openness
    var prior = ties.programSpread
    if let relatives {
      imported = relatives.mean * ties.programSpread
      prior = ties.programSpread * relatives.deviation
      origin = relatives.origin
    }
    spread = prior
    if let figures {
      update(figures, ties.type, coefficients, parameters, prior: prior)
    }
  }

  /// Bayes for a normal prior and normal measurements, in log-odds.
  private mutating func update(
    _ figures: ProgramEvidence, _ type: ApplicantType, _ coefficients: SpecialtyCoefficients,
    _ parameters: OddsParameters, prior: Double
  ) {
    let measurements = OpennessMeasurement.all(of: figures, for: type, coefficients, parameters)
    guard !measurements.isEmpty else { return }
    // Raw rates of a program hardly vary with its bar, since applicants sort themselves: they
    // measure what is liked beyond it.
    var precision = 1 / (prior * prior)
    var weighted = (openness + imported) * precision
    for measurement in measurements {
      precision += 1 / measurement.variance
      weighted += measurement.value / measurement.variance
    }
    imported = weighted / precision - openness
    spread = (1 / precision).squareRoot()
    origin = figures.origin
  }
}
