import ApplicantFile
import MatchFacts

/// Reads the features that the rules look at out of a file, its trend and its standing.
struct FeatureBuilder: Sendable {
  var applicant: Applicant
  var trend: ScoreTrend?
  /// First year of training, for years since graduation.
  var trainingYear: Int
  var assumptions: ScoreAssumptions

  /// Features for one specialty.
  ///
  /// - Parameters:
  ///   - standing: where the score stands there.
  ///   - weightLevel: the specialty's level, 1…5.
  ///   - matchedStep1: mean and SD of Step 1 among those who matched, where published.
  func features(
    standing: Standing?, weightLevel: Int, matchedStep1: (mean: Double, sd: Double)?
  ) -> FileFeatures {
    var features = FileFeatures()
    addTrend(&features)
    addStanding(&features, standing, matchedStep1: matchedStep1)
    addClinicalRecord(&features)
    addFlags(&features)
    addSituation(&features, standing: standing, weightLevel: weightLevel)
    features[.consistentWeakness] = consistentWeakness(features)
    return features
  }

  private func addTrend(_ features: inout FileFeatures) {
    guard let trend else { return }
    features[.secondPercentile] = trend.second.percentile
    features[.firstPercentile] = trend.first?.percentile
    features[.hasNoTrend] = trend.change == nil ? 1 : 0
    // COMLEX points are worth less than USMLE points; the rules speak USMLE points.
    if let change = trend.change {
      let points =
        trend.exam == .comlex ? assumptions.comlex.usmlePoints(of: change) : Double(change)
      features[.dropPoints] = max(0, -points)
      features[.risePoints] = max(0, points)
    }
    if let residual = trend.residual, let sd = trend.expectedSD, sd > 0 {
      features[.standardDeviationsBelowExpected] = max(0, -residual / sd)
    }
  }

  private func addStanding(
    _ features: inout FileFeatures, _ standing: Standing?,
    matchedStep1: (mean: Double, sd: Double)?
  ) {
    guard let standing else { return }
    let score = Double(standing.score)
    // The rules speak USMLE points.
    let unit = trend?.exam == .comlex ? assumptions.comlex.slope : 1
    if let matched = standing.matched {
      if let quartile = matched.lowerQuartile {
        features[.pointsBelowMatchedQuartile] = max(0, quartile - score) * unit
      }
      features[.pointsAboveMatchedMedian] = max(0, score - matched.centre) * unit
      let inRange = standing.place == .above || standing.place == .within
      var step1InRange = true
      if let first = applicant.step1?.score, let matchedStep1 {
        step1InRange = Double(first) >= matchedStep1.mean - matchedStep1.sd / 2
        let wasLow = Double(first) < matchedStep1.mean - matchedStep1.sd / 2
        features[.reliedOnBump] = wasLow && (trend?.change ?? 0) < 10 ? 1 : 0
      }
      features[.bothScoresInComfortZone] = inRange && step1InRange ? 1 : 0
    }
    if let unmatched = standing.unmatched {
      features[.pointsBelowUnmatchedMedian] = max(0, unmatched.centre - score) * unit
    }
    if let place = standing.place {
      features[.standsBelow] = place == .below ? 1 : 0
    }
  }

  private func addClinicalRecord(_ features: inout FileFeatures) {
    let clinical = applicant.clinical
    features[.lettersStrength] = applicant.letters.strength.map {
      switch $0 {
      case .weak: 0
      case .average: 1
      case .strong: 2
      case .exceptional: 3
      }
    }
    features[.lettersInSpecialty] = applicant.letters.inSpecialty.map(Double.init)
    features[.comments] = clinical.comments.map {
      switch $0 {
      case .concerning: 0
      case .neutral: 1
      case .good: 2
      case .outstanding: 3
      }
    }
    features[.shelf] = clinical.shelf.map {
      switch $0 {
      case .failed: 0
      case .marginal: 1
      case .average: 2
      case .strong: 3
      }
    }
    features[.targetClerkship] = clinical.targetClerkship.map(grade)
    if let others = clinical.otherClerkships, !others.isEmpty {
      let honors = others.count { $0 == .honors }
      features[.otherHonorsShare] = Double(honors) / Double(others.count)
    }
    if let rotations = applicant.rotations {
      features[.subInternshipHonors] = Double(rotations.count { $0.grade == .honors })
    }
    features[.alphaOmegaAlpha] = applicant.experiences.alphaOmegaAlpha.map { $0 ? 1 : 0 }
    features[.goldHumanism] = applicant.experiences.goldHumanism.map { $0 ? 1 : 0 }
    let known: [Bool] = [
      applicant.letters.strength != nil, clinical.comments != nil,
      clinical.targetClerkship != nil, clinical.shelf != nil, clinical.otherClerkships != nil,
    ]
    features[.unknownClinicalFields] = Double(known.count { !$0 })
  }

  private func grade(_ grade: ClerkshipGrade) -> Double {
    switch grade {
    case .fail: 0
    case .pass: 1
    case .highPass: 2
    case .honors: 3
    }
  }

  private func addFlags(_ features: inout FileFeatures) {
    if let all = applicant.redFlags {
      // A failed clerkship that the grades tell counts there, once.
      let clinical = applicant.clinical
      let isGraded = clinical.targetClerkship == .fail
      let flags = all.filter { !(isGraded && $0.kind == .failedCourse) }
      let academic: Set<RedFlag.Kind> = [.failedCourse, .repeatedYear, .unmatchedBefore]
      features[.professionalismConcerns] = Double(flags.count { $0.kind == .professionalism })
      features[.academicFlags] = Double(flags.count { academic.contains($0.kind) })
      features[.otherFlags] = Double(
        flags.count { $0.kind != .professionalism && !academic.contains($0.kind) })
      features.names[.academicFlags] = names(flags.map(\.kind).filter(academic.contains))
      features.names[.otherFlags] = names(
        flags.map(\.kind).filter { $0 != .professionalism && !academic.contains($0) })
    }
    features[.step1FailedAttempts] = failedAttempts([applicant.step1, applicant.comlexLevel1])
    features[.step2FailedAttempts] = failedAttempts([applicant.step2CK, applicant.comlexLevel2])
    if let cause = applicant.scoreCause {
      features[.causeIsNone] = cause.kind == .none ? 1 : 0
      features[.causeIsLoad] = cause.kind == .none ? 0 : 1
    }
  }

  /// Flags by name, as the subject of a sentence.
  private func names(_ kinds: [RedFlag.Kind]) -> String {
    let texts = RedFlag.Kind.allCases.filter(kinds.contains).map(name)
    guard let last = texts.last else { return "" }
    let text =
      texts.count == 1 ? last : texts.dropLast().joined(separator: ", ") + " and " + last
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private func name(_ kind: RedFlag.Kind) -> String {
    switch kind {
    case .professionalism: "a professionalism concern"
    case .failedCourse: "a failed course"
    case .repeatedYear: "a repeated year"
    case .leave: "a leave of absence"
    case .gap: "a gap"
    case .legal: "a matter of law"
    case .priorResidency: "an earlier residency"
    case .unmatchedBefore: "an earlier season without a match"
    case .other: "another remark in the record"
    }
  }

  /// Fails of an exam and its counterpart together; nil where the file says nothing of attempts.
  private func failedAttempts(_ exams: [ExamResult?]) -> Double? {
    let known = exams.compactMap { $0?.failedAttempts }
    return known.isEmpty ? nil : Double(known.reduce(0, +))
  }

  private func addSituation(
    _ features: inout FileFeatures, standing: Standing?, weightLevel: Int
  ) {
    features[.weightLevel] = Double(weightLevel)
    features[.isInternationalGraduate] = applicant.type.isInternationalGraduate ? 1 : 0
    features[.needsVisa] = applicant.visa.map { $0 == .none ? 0 : 1 }
    features[.yearsSinceGraduation] = applicant.graduationYear.map {
      Double(max(0, trainingYear - $0))
    }
    features[.usClinicalMonths] = applicant.usClinicalMonths.map(Double.init)
    features[.specialties] = Double(applicant.specialties.count)
    features[.isGraduate] = applicant.isGraduate(in: trainingYear) ? 1 : 0
    features[.isInTraining] = applicant.firstYear == .current ? 1 : 0
    features[.hasFirstYear] = applicant.hasFirstYear ? 1 : 0
    features[.wentUnmatched] = applicant.wentUnmatched ? 1 : 0
    features[.isCouple] = applicant.partnerFile == nil ? 0 : 1
  }

  /// The article's worst case: the trend together with other issues.
  private func consistentWeakness(_ features: FileFeatures) -> Double {
    guard (features[.dropPoints] ?? 0) >= 5 else { return 0 }
    var weak = 0
    if let shelf = features[.shelf], shelf <= 1 { weak += 1 }
    if features[.lettersStrength] == 0 { weak += 1 }
    if features[.comments] == 0 { weak += 1 }
    if let grade = features[.targetClerkship], grade <= 0 { weak += 1 }
    for flag in [
      FileFeature.professionalismConcerns, .academicFlags, .step1FailedAttempts,
      .step2FailedAttempts,
    ] where (features[flag] ?? 0) >= 1 { weak += 1 }
    return weak >= 2 ? 1 : 0
  }
}
