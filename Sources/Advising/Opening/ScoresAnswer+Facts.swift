public import ApplicantFile
import Handbook
public import MatchFacts
public import MatchOdds
public import ScoreReading

extension ScoresAnswer {
  /// Reads the scores of a file in its first specialty, from the facts about scores only.
  ///
  /// The directory of programs is not opened, so this answers fast.
  ///
  /// - Throws: ``AdviceError``.
  public static func read(
    _ applicant: Applicant, facts: MatchFacts, rules: AdviceRules, parameters: OddsParameters,
    asOf: CalendarDate
  ) throws(AdviceError) -> ScoresAnswer {
    let reader: ScoreReader
    let season: Season
    do {
      let calendar = try facts.keyDates()
      season = try Season(on: asOf, calendar: calendar, named: applicant.season)
    } catch let error as SeasonError {
      throw .season(error)
    } catch {
      throw .data("\(error)")
    }
    do {
      reader = ScoreReader(
        rules: try rules.withAttitudes(of: parameters).reading, weights: rules.weights,
        assumptions: ScoreAssumptions(rules.assumptions, parameters),
        facts: try ScoreFacts(facts), survey: try facts.directorSurvey(),
        article: try facts.article(), asOf: asOf,
        matchYear: season.year)
    } catch {
      throw .data("\(error)")
    }
    do {
      return try ScoresAnswer(applicant, reader)
    } catch {
      throw AdviceError(error)
    }
  }
}

extension Advisor {
  /// Reads the scores of a file in its first specialty, from the tables opened already.
  ///
  /// - Throws: ``AdviceError``.
  public func scores(
    of applicant: Applicant, asOf: CalendarDate
  ) throws(AdviceError) -> ScoresAnswer {
    let season = try season(of: applicant, on: asOf)
    do {
      return try ScoresAnswer(applicant, scoreReader(asOf: asOf, season: season))
    } catch {
      throw AdviceError(error)
    }
  }

  /// The reader of scores for a day.
  func scoreReader(asOf: CalendarDate, season: Season) -> ScoreReader {
    ScoreReader(
      rules: rules.reading, weights: rules.weights,
      assumptions: ScoreAssumptions(rules.assumptions, parameters), facts: scores, survey: survey,
      article: article, asOf: asOf, matchYear: season.year)
  }

  /// What the scores of a file say, in the errors of the advice.
  func scoreProfile(
    of applicant: Applicant, asOf: CalendarDate, season: Season
  ) throws(AdviceError) -> ScoreProfile {
    do {
      return try scoreReader(asOf: asOf, season: season).read(applicant)
    } catch {
      throw AdviceError(error)
    }
  }
}

extension ScoreAssumptions {
  /// The assumptions of the advice that the reading of scores uses.
  init(_ table: AssumptionTable, _ parameters: OddsParameters) {
    self.init(
      step1SEM: table[.step1SEM], comlexSEMShare: table[.comlexSEMShare],
      comlexCorrelation: table[.comlexCorrelation], jointStep1Year: table[.jointStep1Year],
      jointStep2Year: table[.jointStep2Year], undatedStep1Year: table[.undatedStep1Year],
      jointMinimum: table[.jointMinimum], unmatchedSpread: table[.unmatchedSpread],
      smallestGroup: table[.smallestGroup], practiceError: table[.practiceError],
      retakeSpread: table[.retakeSpread], comlex: parameters.comlexConversion)
  }
}
