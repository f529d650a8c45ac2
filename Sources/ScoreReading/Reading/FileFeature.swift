/// What a rule can look at in a file: each feature is one number, or unknown.
///
/// The rules in `reading-rules.yaml` and `plan-steps.yaml` name features by these raw values.
package enum FileFeature: String, Sendable, Hashable, CaseIterable, Codable {
  // Scores.
  /// Points by which the second score lies below the first, on the USMLE scale; 0 for a rise.
  case dropPoints
  /// Points by which it lies above; 0 for a drop.
  case risePoints
  /// Percentile of the first score in its year.
  case firstPercentile
  /// Percentile of the second score.
  case secondPercentile
  /// Standard deviations below what is usual for this first score; 0 or more.
  case standardDeviationsBelowExpected
  /// Points below the lower quartile of those who matched; 0 if not below.
  case pointsBelowMatchedQuartile
  /// Points below the median of those who did not match; 0 if not below.
  case pointsBelowUnmatchedMedian
  /// 1 if the score stands no higher than the middle of those who did not match.
  case standsBelow
  /// Points above the median of those who matched; 0 if not above.
  case pointsAboveMatchedMedian
  /// 1 if Step 2 CK is at least the matched lower quartile and Step 1, where known and published,
  /// not below the matched mean less half a standard deviation.
  case bothScoresInComfortZone
  /// 1 if Step 1 was low for the field and Step 2 CK did not rise to make up for it.
  case reliedOnBump
  /// 1 if there is no first score to compare with.
  case hasNoTrend

  // The clinical record; graded features run from 0 (worst) to 3 (best).
  /// Letters: 0 weak, 1 average, 2 strong, 3 exceptional.
  case lettersStrength
  /// Number of letters from the specialty.
  case lettersInSpecialty
  /// Narrative comments: 0 concerning, 1 neutral, 2 good, 3 outstanding.
  case comments
  /// Target clerkship: 0 fail, 1 pass, 2 high pass, 3 honors.
  case targetClerkship
  /// Share of honors among the other clerkships.
  case otherHonorsShare
  /// Shelf exams: 0 failed, 1 marginal, 2 average, 3 strong.
  case shelf
  /// Sub-internships and away rotations with honors.
  case subInternshipHonors
  /// 1 for a member of Alpha Omega Alpha.
  case alphaOmegaAlpha
  /// 1 for a member of the Gold Humanism Honor Society.
  case goldHumanism
  /// How many of letters, comments, clerkship, shelf and other grades the file does not tell.
  case unknownClinicalFields

  // Flags.
  /// Professionalism concerns.
  case professionalismConcerns
  /// Failed courses, repeated years, earlier unmatched seasons.
  case academicFlags
  /// Every other red flag.
  case otherFlags
  /// Failed attempts at Step 1 or Level 1.
  case step1FailedAttempts
  /// Failed attempts at Step 2 CK or Level 2.
  case step2FailedAttempts
  /// 1 if a drop of five points or more comes with at least two other weak spots.
  case consistentWeakness
  /// 1 if the named cause is load, timing, exhaustion, illness or an event.
  case causeIsLoad
  /// 1 if the file says there was no particular cause.
  case causeIsNone

  // Situation, for the plan.
  /// Weight level of the first specialty, 1…5.
  case weightLevel
  /// 1 if the chance of matching in the first specialty is high enough to go on as planned.
  case isStillCompetitive
  /// 1 for an international graduate.
  case isInternationalGraduate
  /// 1 if a visa is needed.
  case needsVisa
  /// Years since graduation, at the start of training.
  case yearsSinceGraduation
  /// Months of US clinical experience.
  case usClinicalMonths
  /// Number of target specialties.
  case specialties
  /// Percentage points by which the programs proposed for the applicant's own list raise its chance.
  case usefulAdditions
  /// 1 for a couple.
  case isCouple
  /// 1 for a graduate, 0 for who is still at school or does not say.
  case isGraduate
  /// 1 for who is in a first year of residency or has completed one.
  case hasFirstYear
  /// 1 for who is in a first year of residency now.
  case isInTraining
  /// 1 after an earlier season without a match.
  case wentUnmatched
  /// 1 where an exam is failed and not passed since.
  case hasOpenFail
  /// 1 where the second exam is to be taken.
  case hasExamAhead
  /// 1 where a clear cause, contained and credible, is to be explained.
  case hasClearCause
}

/// The features of one file for one specialty.
package struct FileFeatures: Sendable, Equatable {
  private var values: [FileFeature: Double] = [:]
  /// What a number stands for in this file, in words: "a failed course and a repeated year".
  package var names: [FileFeature: String] = [:]

  /// Features of which none is known.
  package init() {}

  /// The value, or nil where the file does not tell.
  package subscript(feature: FileFeature) -> Double? {
    get { values[feature] }
    set { values[feature] = newValue }
  }
}
