import ApplicantFile
import Handbook
import MatchFacts
import Words

/// Everything that is read off the scores before any program is looked at.
struct ScoreReader: Sendable {
  /// Trend, standing and reading, per target specialty in the order of the file.
  struct Result: Sendable {
    var trend: ScoreTrend
    var standing: [Standing]
    var readings: [Reading]
    var features: [FileFeatures]

    /// How programs read a change, for the odds; none where no change can be seen.
    var readingsOfChange: [Reading] { trend.change == nil ? [] : readings }
  }

  var rules: AdviceRules
  var scores: ScoreFacts
  var survey: DirectorSurvey
  var article: ArticleFigures
  var asOf: CalendarDate
  var matchYear: Int

  init(
    rules: AdviceRules, scores: ScoreFacts, survey: DirectorSurvey, article: ArticleFigures,
    asOf: CalendarDate, matchYear: Int
  ) {
    self.rules = rules
    self.scores = scores
    self.survey = survey
    self.article = article
    self.asOf = asOf
    self.matchYear = matchYear
  }

  init(advisor: Advisor, asOf: CalendarDate, season: Season) {
    self.init(
      rules: advisor.rules, scores: advisor.scores, survey: advisor.survey,
      article: advisor.article, asOf: asOf, matchYear: season.year)
  }

  func read(_ applicant: Applicant) throws(AdviceError) -> Result {
    var shares: [ScoreTrend.Band: Double] = [:]
    for share in article.changeBands {
      shares[ScoreTrend.Band(rawValue: share.key.rawValue) ?? .none] = share.share
    }
    let trends = TrendBuilder(
      facts: scores, assumptions: rules.assumptions, articleShares: shares, asOf: asOf)
    guard let trend = trends.trend(of: applicant, in: applicant.specialties.first?.specialty)
    else { throw .noSecondExam }
    let standings = StandingBuilder(
      facts: scores, assumptions: rules.assumptions, second: trend.second)
    let features = FeatureBuilder(
      applicant: applicant, trend: trend, trainingYear: matchYear, assumptions: rules.assumptions)
    let model = ReadingModel(rules: rules.reading)

    var result = Result(trend: trend, standing: [], readings: [], features: [])
    for target in applicant.specialties {
      let specialty = target.specialty
      let standing = standings.standing(of: applicant, in: specialty)
      guard let info = scores.specialties.info(specialty) else {
        throw .data("specialties.csv: \(specialty.name) is not among the specialties")
      }
      let weight = rules.weights.weight(of: info, survey: citedWeight(of: specialty))
      let own = features.features(
        standing: standing, weightLevel: weight.level, matchedStep1: matchedStep1(specialty))
      result.standing.append(standing)
      result.features.append(own)
      result.readings.append(model.reading(of: own, in: specialty, weight: weight))
    }
    return result
  }

  private func citedWeight(
    of specialty: Specialty
  ) -> (percentCiting: Double?, meanImportance: Double?)? {
    survey.factor(containing: "Step 2 CK", for: specialty, stage: .interview).map {
      ($0.shareCiting.map { 100 * $0 }, $0.importance)
    }
  }

  /// Step 1 of first-year residents: the AAMC's mean and spread.
  private func matchedStep1(_ specialty: Specialty) -> (mean: Double, sd: Double)? {
    guard let summary = scores.residents.distribution(of: .step1, in: specialty)?.summary
    else { return nil }
    return (summary.mean, summary.standardDeviation)
  }
}
