public import ApplicantFile
import ListOptimization
public import MatchFacts
public import MatchOdds
import Words

/// Gives advice: holds the facts, the rules and the odds model, opened once, and turns any number
/// of files into `Advice`.
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

  let facts: MatchFacts
  let rules: AdviceRules
  let parameters: OddsParameters
  let directory: ProgramDirectory
  /// The odds over the directory, in no particular season.
  public let model: OddsModel
  let figures: [String: ProgramEvidence]
  let scores: ScoreFacts
  let calendar: KeyDates
  let signalRules: SignalRules
  let feeRows: Fees
  let survey: DirectorSurvey
  let article: ArticleFigures
  let settings: [String: Wishes.Setting]

  /// Opens every table that the advice needs.
  ///
  /// - Parameters:
  ///   - facts: the published facts.
  ///   - rules: expert rules and assumptions.
  ///   - parameters: of the odds.
  ///   - figures: the user's own figures and data packs by NRMP code.
  /// - Throws: ``AdviceError/data(_:)`` naming the table, line and field.
  public init(
    facts: MatchFacts, rules: AdviceRules, parameters: OddsParameters,
    figures: [String: ProgramEvidence] = [:]
  ) throws(AdviceError) {
    self.facts = facts
    self.rules = rules
    self.parameters = parameters
    self.figures = figures
    let traits: ProgramTraitTable
    do {
      directory = try facts.programs()
      scores = try ScoreFacts(facts)
      calendar = try facts.keyDates()
      signalRules = try facts.signalRules()
      feeRows = try facts.fees()
      survey = try facts.directorSurvey()
      article = try facts.article()
      traits = try facts.programTraits(of: directory)
    } catch {
      throw .data("\(error)")
    }
    model = OddsModel(parameters: parameters, traits: traits, season: 0)
      .relating(figures, directory: directory.programs)
    settings = directory.institutionFeatures()
      .mapValues { $0.setting == .university ? .university : .community }
  }

  /// The advice on one file.
  public func advise(_ applicant: Applicant, _ request: Request) throws(AdviceError) -> Advice {
    let season = Season(on: request.asOf, calendar: calendar)
    let score = try ScoreReader(advisor: self, asOf: request.asOf, season: season)
      .read(applicant)
    let decision = ExplanationDecision.decide(
      applicant, change: score.trend.change, rules: rules.words, season: season.year)
    let words = WordsComposer(
      applicant: applicant, decision: decision, change: score.trend.change, rules: rules.words
    ).compose()
    let current = request.currentList ?? applicant.currentList
    let readings = score.readingsOfChange
    let listing = try Listing(
      advisor: self, applicant: applicant, current: current, readings: readings,
      season: season.year)
    let odds = listing.builder.odds()
    let list = listing.builder.list()
    let currentList = try CurrentListBuilder(builder: listing.builder, current: current)?
      .currentList()
    var features = score.features.first ?? FileFeatures()
    features[.usefulAdditions] = currentList?.add.reduce(0) { $0 + $1.gain }
    let plan = PlanBuilder(
      rules: rules.plan, events: season.dates, season: season.name, asOf: request.asOf
    ).plan(
      features: features,
      specialty: applicant.specialties.first?.specialty ?? Specialty(""), decision: decision,
      scoreIsReported: applicant.step2CK != nil || applicant.comlexLevel2 != nil)
    let couple = try couple(applicant, listing, request)
    let notes = AdviceNotes(
      advisor: self, applicant: applicant, season: season, score: score, listing: listing,
      current: current, partner: request.partner, couple: couple)
    return Advice(
      format: 1, version: Self.version, applicant: summary(applicant), scoreTrend: score.trend,
      standing: score.standing, reading: score.readings, odds: odds, list: list,
      signals: listing.builder.signals(),
      diminishingReturns: try listing.builder.diminishingReturns(),
      currentList: currentList,
      couple: couple,
      scenarios: request.comparesScenarios
        ? try ScenarioBuilder(
          advisor: self, applicant: applicant, readings: readings, season: season.year,
          recommended: listing, odds: odds
        ).scenarios() : [],
      explanation: decision, words: words, plan: plan,
      questions: QuestionsBuilder(
        trend: score.trend, standing: score.standing, reading: score.readings, odds: odds,
        list: list, decision: decision, words: words, releaseAdvice: plan.releaseAdvice
      ).answers(),
      perspective: PerspectiveBuilder(
        trend: score.trend, standing: score.standing, survey: survey, odds: odds
      ).sentences(),
      unknowns: notes.unknowns(), sources: notes.sources(), assumptions: notes.assumptions(),
      warnings: notes.warnings())
  }

  /// The recommended list and its chance of matching, without the words around it.
  ///
  /// - Throws: ``AdviceError`` as ``advise(_:_:)``.
  public func list(
    for applicant: Applicant, season: Int
  ) throws(AdviceError) -> (match: Double, programs: [ProgramList.Entry]) {
    let builder = try Listing(
      advisor: self, applicant: applicant, current: [], readings: [], season: season
    ).builder
    return (builder.matching.value, builder.list().programs)
  }

  /// The chance of matching with the recommended list, without the words around it.
  ///
  /// - Throws: ``AdviceError`` as ``advise(_:_:)``.
  public func chanceOfMatching(
    _ applicant: Applicant, season: Int
  ) throws(AdviceError) -> Double {
    try Listing(
      advisor: self, applicant: applicant, current: [], readings: [], season: season,
      purpose: .comparison
    ).builder.matching.value
  }

  /// The applicant as the head of a report says it.
  func summary(_ applicant: Applicant) -> Advice.Summary {
    let step1 = applicant.step1.map { $0.score.map(String.init) ?? "pass" } ?? "unknown"
    return Advice.Summary(
      name: applicant.name, type: applicant.type, step1: step1,
      step2CK: applicant.step2CK?.score, comlexLevel2: applicant.comlexLevel2?.score,
      specialties: applicant.specialties.map(\.specialty))
  }
}
