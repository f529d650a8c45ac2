import ApplicantFile
import MatchFacts

/// The linear predictors of both stages for one applicant and specialty, without θ and signals.
struct OddsCore: Sendable {
  let loading: Double
  let margin: Double
  let placeStrength: Double
  private let level: Double
  private let applicant: Double
  private let score: Double
  private let placeLevel: Double
  private let rotationAtSecondStage: Double

  init(
    coefficients: SpecialtyCoefficients, parameters: OddsParameters, terms: ApplicantTerms,
    type: ApplicantType
  ) {
    loading = coefficients.strengthLoading.value
    margin = coefficients.placeMargin.value
    placeStrength = coefficients.placeStrength.value
    level = coefficients.interviewLevel.value
    score = coefficients.scoreSlope.value * terms.scoreTens
    applicant = terms.sum
    let offset = coefficients.typeOffsets[type.rawValue]?.value ?? 0
    // The second stage has a level of its own for each type; what else the applicant brings
    // counts there too.
    placeLevel =
      (coefficients.placeLevel[type.rawValue] ?? parameters[.placeLevelOfOthers]).value
      + coefficients.placeMargin.value * (terms.sum - offset + score)
    rotationAtSecondStage = parameters[.rotationAtSecondStage].value
  }

  /// Log-odds of an interview at θ = 0 without a signal, at the average attitude.
  func interview(_ program: ProgramTerms) -> Double {
    level + applicant + score + program.sum
  }

  /// Log-odds that the program would take the applicant at θ = 0.
  func place(_ program: ProgramTerms, signal: Double) -> Double {
    let rotated = program.home != 0 || program.away != 0 ? rotationAtSecondStage : 0
    let known = program.sum - program.home - program.away
    return placeLevel + margin * known + rotated + signal
  }
}
