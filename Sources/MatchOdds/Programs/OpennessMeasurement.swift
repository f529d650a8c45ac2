import ApplicantFile
import MatchFacts
import SmartPickNumerics

/// One imported figure as a measurement of how readily a program invites applicants of a type,
/// against the specialty's mean program: log-odds with their variance.
struct OpennessMeasurement: Sendable, Hashable {
  var value: Double
  var variance: Double

  /// What the figures of one program say of one type: its rates, and the share of such residents.
  static func all(
    of figures: ProgramEvidence, for type: ApplicantType, _ coefficients: SpecialtyCoefficients,
    _ parameters: OddsParameters
  ) -> [OpennessMeasurement] {
    var result: [OpennessMeasurement] = []
    func add(_ rate: Double?, _ key: String, _ noise: SharedCoefficient) {
      guard let rate, let reference = coefficients.rateReferences[key]?.value else { return }
      let p = min(max(rate, 0.004), 0.985)
      let n = max(parameters[.importedApplications].value, 20)
      let deviation = parameters[noise].value
      result.append(
        OpennessMeasurement(
          value: Logistic.quantile(p) - reference,
          variance: deviation * deviation + 1 / (n * p * (1 - p))))
    }
    add(figures.interviewRateByType[type], type.rawValue, .importedTypeNoise)
    for tier in [ListedProgram.Signal.none, .single, .silver, .gold] {
      add(figures.interviewRateBySignal[tier], tier.rawValue, .importedOtherNoise)
    }
    add(figures.interviewRateInState, "inState", .importedOtherNoise)
    add(figures.interviewRateOutOfState, "outOfState", .importedOtherNoise)
    if let share = figures.shareOfResidents(type),
      let reference = coefficients.rateReferences[type == .usDO ? "residentsDO" : "residentsIMG"]
    {
      let p = min(max(share, 0.02), 0.98)
      let noise = parameters[.importedResidentsNoise].value
      result.append(
        OpennessMeasurement(
          value: parameters[.importedResidentsSlope].value
            * (Logistic.quantile(p) - reference.value),
          variance: max(noise * noise, 0.01)))
    }
    return result
  }
}
