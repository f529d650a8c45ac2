import ApplicantFile
import MatchFacts

/// What one applicant brings to every program of one specialty, in log-odds.
struct ApplicantTerms: Sendable, Hashable {
  /// One summand with its words.
  struct Term: Sendable, Hashable {
    var text: String
    var logOdds: Double
  }

  /// Step 2 CK, or its translation from COMLEX; nil when neither is known.
  var score: Double?
  /// Standard deviation of the translation in points.
  var scoreError: Double
  /// (score − reference) / 10, or 0 when unknown.
  var scoreTens: Double
  /// Type, graduation, attempts and the like.
  var terms: [Term]
  /// The reading of a drop, before the attitude's weight.
  var drop: Double
  /// Whether nothing but an H-1B will do, which fewer programs sponsor.
  var needsH1B = false
  /// Exams failed before they were passed, as far as they count.
  var failedAttempts: Double

  /// Sum of the terms.
  var sum: Double { terms.reduce(0) { $0 + $1.logOdds } }

  init(
    _ applicant: Applicant, _ coefficients: SpecialtyCoefficients, _ parameters: OddsParameters,
    reading: ScoreReading, season: Int
  ) {
    terms = []
    scoreError = 0
    func shared(_ name: SharedCoefficient) -> Double { parameters[name].value }
    let type = applicant.type

    if let direct = applicant.step2CK?.score {
      score = Double(direct)
    } else if let comlex = applicant.comlexLevel2?.score {
      let conversion = parameters.comlexConversion
      score = conversion.usmleScore(of: comlex)
      scoreError = conversion.error
    } else {
      score = nil
      scoreError = 14
    }
    let share: Double
    switch type {
    case .usMD: share = 1
    case .usDO: share = parameters.shared[SharedCoefficient.scoreShareDO.rawValue]?.value ?? 1
    case .usIMG, .nonUSIMG:
      share = parameters.shared[SharedCoefficient.scoreShareIMG.rawValue]?.value ?? 1
    }
    let reference = coefficients.referenceScore.value
    scoreTens = share * ((score ?? reference) - reference) / 10

    let typeOffset = coefficients.typeOffsets[type.rawValue]?.value ?? 0
    if typeOffset != 0 {
      terms.append(Term(text: "\(type.displayName) against US MD", logOdds: typeOffset))
    }
    let isGraduate = applicant.isGraduate(in: season)
    if !type.isInternationalGraduate, isGraduate {
      terms.append(Term(text: "graduated in an earlier year", logOdds: shared(.graduate)))
    }
    if type.isInternationalGraduate || isGraduate, let year = applicant.graduationYear {
      let years = max(0, min(season - year - 2, 15))
      if years > 0 {
        terms.append(
          Term(
            text: "\(season - year) years since graduation",
            logOdds: Double(years) * shared(.yearSinceGraduation)))
      }
    }
    switch applicant.visa {
    case .j1?, .h1b?, .any?:
      terms.append(Term(text: "needs a visa", logOdds: shared(.visaNeed)))
      needsH1B = applicant.visa == .h1b
    case VisaNeed.none?, nil:
      break
    }
    let extra = applicant.failedAttempts ?? 0
    // What is fitted is the cost of ever having failed; each further attempt adds a share of it.
    failedAttempts =
      extra > 0 ? 1 + Double(min(extra, 4) - 1) * shared(.furtherAttempt) : 0
    if extra > 0 {
      terms.append(
        Term(
          text: extra == 1 ? "one failed attempt" : "\(extra) failed attempts",
          logOdds: failedAttempts * shared(.failedAttempt)))
    }
    if type == .usDO, applicant.examPair == .comlex {
      terms.append(Term(text: "COMLEX without USMLE", logOdds: shared(.comlexOnly)))
    }
    drop = reading.signal * shared(.dropSignal) + reading.problem * shared(.dropProblem)
  }
}
