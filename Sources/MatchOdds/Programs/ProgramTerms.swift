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
    code: String, state: String?, traits: Double, figures: ProgramEvidence?,
    ties: ApplicantTies, _ coefficients: SpecialtyCoefficients, _ parameters: OddsParameters
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
    self.traits = traits
    spread = ties.programSpread
    if let figures {
      update(figures, ties.type, coefficients, parameters, prior: ties.programSpread)
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
