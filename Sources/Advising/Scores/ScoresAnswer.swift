public import ApplicantFile
import Handbook
public import MatchFacts

/// What the scores alone say: the answer of `smartpick scores`.
public struct ScoresAnswer: Sendable, Hashable, Encodable {
  /// Trend.
  public var trend: ScoreTrend
  /// Standing in the specialty asked for.
  public var standing: Standing
  /// Reading in that specialty, from the scores alone.
  public var reading: Reading
  /// Published figures used.
  public var sources: [Citation]

  private enum Key: String, CodingKey {
    case change, band, step1Percentile, step2Percentile, expectedStep2, residual
    case probabilityChangeAtMost, probabilityTrueDropAtLeast10, reading, standing, trend, details
    case sources
  }

  /// Writes the documented layout; keys without a value are written as `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(trend.change, forKey: .change)
    try container.encode(trend.band, forKey: .band)
    try container.encode(trend.first?.percentile, forKey: .step1Percentile)
    try container.encode(trend.second.percentile, forKey: .step2Percentile)
    try container.encode(trend.expectedSecond, forKey: .expectedStep2)
    try container.encode(trend.residual, forKey: .residual)
    try container.encode(trend.probabilityChangeAtMost, forKey: .probabilityChangeAtMost)
    try container.encode(trend.trueChange?.dropAtLeast10, forKey: .probabilityTrueDropAtLeast10)
    try container.encode(reading.shares, forKey: .reading)
    try container.encode(standing, forKey: .standing)
    try container.encode(trend, forKey: .trend)
    try container.encode(reading, forKey: .details)
    try container.encode(sources, forKey: .sources)
  }
}

extension ScoresAnswer {
  /// Reads the scores of a file in its first specialty, from the facts about scores only.
  ///
  /// The directory of programs is not opened, so this answers fast.
  public static func read(
    _ applicant: Applicant, facts: MatchFacts, rules: AdviceRules, asOf: CalendarDate
  ) throws(AdviceError) -> ScoresAnswer {
    let scores: ScoreFacts
    let survey: DirectorSurvey
    let article: ArticleFigures
    let season: Season
    do {
      scores = try ScoreFacts(facts)
      survey = try facts.directorSurvey()
      article = try facts.article()
      season = try Season(
        on: asOf, calendar: try facts.keyDates(), named: applicant.season)
    } catch let error as SeasonError {
      throw .season(error)
    } catch {
      throw .data("\(error)")
    }
    let reader = ScoreReader(
      rules: rules, scores: scores, survey: survey, article: article, asOf: asOf,
      matchYear: season.year)
    return try ScoresAnswer(applicant, reader)
  }

  init(_ applicant: Applicant, _ reader: ScoreReader) throws(AdviceError) {
    let result = try reader.read(applicant)
    guard let standing = result.standing.first, let reading = result.readings.first else {
      throw .data("the file names no specialty; give one (specialties: [Internal Medicine])")
    }
    var sources = standing.citations
    if result.trend.change != nil { sources.append(reader.scores.joint.all.citation) }
    if let norm = reader.scores.norms.latestNorm(for: .step2CK) { sources.append(norm.citation) }
    self.init(
      trend: result.trend, standing: standing, reading: reading, sources: sources)
  }
}

extension Advisor {
  /// Reads the scores of a file in its first specialty, from the tables opened already.
  public func scores(
    of applicant: Applicant, asOf: CalendarDate
  ) throws(AdviceError) -> ScoresAnswer {
    let season = try season(of: applicant, on: asOf)
    return try ScoresAnswer(applicant, ScoreReader(advisor: self, asOf: asOf, season: season))
  }
}
