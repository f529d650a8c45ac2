package import ApplicantFile
package import MatchFacts

/// Reads everything off the scores before any program is looked at.
package struct ScoreReader: Sendable {
  let rules: ReadingRules
  let weights: SpecialtyWeights
  let assumptions: ScoreAssumptions
  let facts: ScoreFacts
  let survey: DirectorSurvey
  let article: ArticleFigures
  let asOf: CalendarDate
  let matchYear: Int

  /// A reader for one day.
  ///
  /// - Parameters:
  ///   - facts: the published tables about scores.
  ///   - survey: what directors cite.
  ///   - article: the illustrative shares of change bands.
  ///   - asOf: the day of the advice, for exams without a date.
  ///   - matchYear: year of the Match, from which years since graduation count.
  package init(
    rules: ReadingRules, weights: SpecialtyWeights, assumptions: ScoreAssumptions,
    facts: ScoreFacts, survey: DirectorSurvey, article: ArticleFigures, asOf: CalendarDate,
    matchYear: Int
  ) {
    self.rules = rules
    self.weights = weights
    self.assumptions = assumptions
    self.facts = facts
    self.survey = survey
    self.article = article
    self.asOf = asOf
    self.matchYear = matchYear
  }

  /// What the scores of a file say, to be asked for by specialty.
  ///
  /// - Throws: ``ScoreReadingError/noSecondExam`` for a file without Step 2 CK and Level 2.
  package func read(_ applicant: Applicant) throws(ScoreReadingError) -> ScoreProfile {
    var shares: [ScoreTrend.Band: Double] = [:]
    for share in article.changeBands {
      shares[ScoreTrend.Band(rawValue: share.key.rawValue) ?? .none] = share.share
    }
    let trends = TrendBuilder(
      facts: facts, assumptions: assumptions, articleShares: shares, asOf: asOf)
    guard let trend = trends.trend(of: applicant, in: applicant.specialties.first?.specialty)
    else { throw .noSecondExam }
    return ScoreProfile(applicant: applicant, trend: trend, reader: self)
  }
}
