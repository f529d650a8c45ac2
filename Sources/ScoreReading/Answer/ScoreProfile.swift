import ApplicantFile
package import MatchFacts

/// What the scores of one file say: the trend, and by specialty where the score stands and how its
/// programs read it.
package struct ScoreProfile: Sendable {
  /// Standing, reading and the features behind them in one specialty.
  package struct Entry: Sendable {
    /// Where the score stands.
    package var standing: Standing
    /// How programs read it.
    package var reading: Reading
    /// What the rules saw in the file.
    package var features: FileFeatures
  }

  /// The trend between the two exams, against residents of the file's first specialty.
  package let trend: ScoreTrend
  private let applicant: Applicant
  private let reader: ScoreReader

  init(applicant: Applicant, trend: ScoreTrend, reader: ScoreReader) {
    self.applicant = applicant
    self.trend = trend
    self.reader = reader
  }

  /// What the scores say in a specialty, whether the file names it or not.
  ///
  /// - Throws: ``ScoreReadingError/unknownSpecialty(_:)`` for one that the table of specialties lacks.
  package func entry(in specialty: Specialty) throws(ScoreReadingError) -> Entry {
    guard let info = reader.facts.specialties.info(specialty) else {
      throw .unknownSpecialty(specialty)
    }
    let standing = StandingBuilder(
      facts: reader.facts, assumptions: reader.assumptions, matchYear: reader.matchYear,
      second: trend.second
    ).standing(of: applicant, in: specialty)
    let weight = reader.weights.weight(of: info, survey: citedWeight(of: specialty))
    let features = FeatureBuilder(
      applicant: applicant, trend: trend, trainingYear: reader.matchYear,
      assumptions: reader.assumptions
    ).features(
      standing: standing, weightLevel: weight.level, matchedStep1: matchedStep1(specialty))
    return Entry(
      standing: standing,
      reading: ReadingModel(rules: reader.rules, pair: trend.exam).reading(
        of: features, in: specialty, weight: weight),
      features: features)
  }

  /// The entries of the file's own specialties, in its order.
  package func entries() throws(ScoreReadingError) -> [Entry] {
    var entries: [Entry] = []
    for target in applicant.specialties { entries.append(try entry(in: target.specialty)) }
    return entries
  }

  /// How programs of a specialty read a change, for the odds; nil where no change can be seen.
  package func readingOfChange(in specialty: Specialty) throws(ScoreReadingError) -> Reading? {
    trend.change == nil ? nil : try entry(in: specialty).reading
  }

  private func citedWeight(
    of specialty: Specialty
  ) -> (percentCiting: Double?, meanImportance: Double?)? {
    reader.survey.factor(containing: "Step 2 CK", for: specialty, stage: .interview).map {
      ($0.shareCiting.map { 100 * $0 }, $0.importance)
    }
  }

  /// Step 1 of first-year residents: the AAMC's mean and spread.
  private func matchedStep1(_ specialty: Specialty) -> (mean: Double, sd: Double)? {
    guard
      let summary = reader.facts.residents.distribution(of: .step1, in: specialty)?.summary
    else { return nil }
    return (summary.mean, summary.standardDeviation)
  }
}
