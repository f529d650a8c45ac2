import ApplicantFile
public import MatchFacts

extension ProgramEvidence {
  /// What the model can use of a program's imported figures; nil if there is none.
  public init?(code: String, figures: ProgramFigures) {
    guard let first = figures.all.first else { return nil }
    self.init(code: code, origin: first.figure.origin.displayText)
    for type in ApplicantType.allCases {
      interviewRateByType[type] = figures.interviewRate(of: type)?.value
    }
    interviewRateBySignal[.single] = figures.interviewRate(.signal)?.value
    interviewRateBySignal[.gold] = figures.interviewRate(.goldSignal)?.value
    interviewRateBySignal[.silver] = figures.interviewRate(.silverSignal)?.value
    interviewRateBySignal[.none] = figures.interviewRate(.noSignal)?.value
    interviewRateInState = figures.interviewRate(.inState)?.value
    interviewRateOutOfState = figures.interviewRate(.outOfState)?.value
    minimumStep2CK = figures.step2Minimum?.value
    medianStep2CK = figures.step2Median?.value
    maximumYearsSinceGraduation = figures.yogLimit?.value
    requiredUSClinicalMonths = figures.usceMonths.map { Int($0.value.rounded(.up)) }
    if let visas = figures.visas?.value {
      sponsorsJ1 = visas.contains(.j1)
      sponsorsH1B = visas.contains(.h1b)
    }
    shareOfDOs = figures.shareDO?.value
    shareOfIMGs = figures.shareIMG?.value
    positions = figures.positions?.value
    applicants = figures.applicants?.value
    interviews = figures.interviews?.value
  }
}
