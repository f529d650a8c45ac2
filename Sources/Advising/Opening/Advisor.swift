public import ApplicantFile
public import Handbook
import ListOptimization
public import MatchFacts
public import MatchOdds
import ScoreReading
import Words

/// Gives advice: with a handbook and the rules in hand, it turns any number of files into `Advice`.
public struct Advisor: Sendable {
  /// What one piece of advice depends on beside the file.
  public struct Request: Sendable {
    /// The day the advice is for.
    public var asOf: CalendarDate
    /// The applicant's list, instead of the one in the file.
    public var currentList: [ListedProgram]?
    /// Whether backup scenarios are compared, which costs the odds of further specialties.
    public var comparesScenarios: Bool
    /// The partner's file, for a couple.
    public var partner: Applicant?
    /// Drawn seasons on which a couple's lists are searched; nil for the assumption's number.
    public var coupleScenarios: Int?

    /// A request for the advice of one day.
    public init(
      asOf: CalendarDate, currentList: [ListedProgram]? = nil, comparesScenarios: Bool = true,
      partner: Applicant? = nil
    ) {
      self.asOf = asOf
      self.currentList = currentList
      self.comparesScenarios = comparesScenarios
      self.partner = partner
    }
  }

  /// Version of SmartPick, shown in every advice.
  public static let version = "0.1.0"

  /// Facts, directory, parameters and imported figures.
  public let handbook: Handbook
  let rules: AdviceRules
  let scores: ScoreFacts
  let signalRules: SignalRules
  let feeRows: Fees
  let survey: DirectorSurvey
  let article: ArticleFigures
  let newestRates: NewestRates
  let results: MainMatchResults
  let ownMatches: OwnMatchFigures
  let visaRules: [VisaRule]
  let visaPapers: [VisaPaper]
  let h1bEvidence: [String: H1BEvidence]
  let settings: [String: Wishes.Setting]
  /// The tables that were opened for any advice, in alphabetical order.
  let tables: [String]

  var facts: MatchFacts { handbook.facts }
  var parameters: OddsParameters { handbook.parameters }
  var directory: ProgramDirectory { handbook.directory }
  var figures: [String: ProgramEvidence] { handbook.evidence }
  /// The odds over the directory, in no particular season.
  public var model: OddsModel { handbook.model }

  /// Opens the further tables that the advice needs.
  ///
  /// - Parameters:
  ///   - handbook: facts, directory, parameters and imported figures.
  ///   - rules: expert rules and assumptions.
  /// - Throws: ``AdviceError/data(_:)`` naming the table, line and field.
  public init(_ handbook: Handbook, rules: AdviceRules) throws(AdviceError) {
    self.handbook = handbook
    let facts = handbook.facts
    do {
      self.rules = try rules.withAttitudes(of: handbook.parameters)
      scores = try ScoreFacts(facts)
      newestRates = NewestRates(scores.quartiles, bands: scores.bands, means: scores.means)
      signalRules = try facts.signalRules()
      feeRows = try facts.fees()
      survey = try facts.directorSurvey()
      article = try facts.article()
      results = try facts.mainMatchResults()
      ownMatches = try facts.ownMatchFigures()
      visaRules = try facts.visaRules()
      visaPapers = try facts.visaPapers()
      h1bEvidence = try facts.h1bEvidence()
      tables = facts.openedTables
    } catch {
      throw .data("\(error)")
    }
    settings = handbook.directory.institutionFeatures()
      .mapValues { $0.setting == .university ? .university : .community }
  }

  /// The Match that a file is for.
  func season(of applicant: Applicant, on day: CalendarDate) throws(AdviceError) -> Season {
    do {
      return try handbook.season(on: day, named: applicant.season)
    } catch {
      throw .season(error)
    }
  }

  /// The service through which a specialty's programs take applications.
  func service(of specialty: Specialty) -> ApplicationService {
    facts.specialties.info(specialty)?.service ?? .notPublished
  }
}
