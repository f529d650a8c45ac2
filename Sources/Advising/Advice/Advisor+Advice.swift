public import ApplicantFile
import Handbook
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading
import Words

extension Advisor {
  /// The advice on one file.
  ///
  /// Where its second exam has no score, the advice reckons with the middle of what is likely and says
  /// what each outcome would change.
  public func advise(_ file: Applicant, _ request: Request) throws(AdviceError) -> Advice {
    let season = try season(of: file, on: request.asOf)
    let exams = ExamOutlookBuilder(
      advisor: self, applicant: file, asOf: request.asOf, season: season)
    let applicant = try exams.planned()
    let isPlanned = applicant != file
    let outlook = try exams.outlook()
    let score = try scoreProfile(of: applicant, asOf: request.asOf, season: season)
    let entries: [ScoreProfile.Entry]
    do {
      entries = try score.entries()
    } catch {
      throw AdviceError(error)
    }
    var standing = entries.map(\.standing)
    var reading = entries.map(\.reading)
    if isPlanned {
      // The file holds no such score: every sentence says what it is reckoned with.
      let lead = "With \(score.trend.second.exam) \(score.trend.second.score), reckoned with here: "
      for index in standing.indices { standing[index].sentence = lead + standing[index].sentence }
      for index in reading.indices { reading[index].sentence = lead + reading[index].sentence }
    }
    let services = applicant.specialties.map { self.service(of: $0.specialty) }
    let firstService = services.first ?? .eras
    let stage = file.stage ?? season.stage(on: request.asOf, through: firstService)
    for index in reading.indices { reading[index].fit(stage) }
    let change = isPlanned ? nil : score.trend.change
    let decision = ExplanationDecision.decide(
      file, change: change, rules: rules.words, season: season.year,
      asked: isPlanned ? nil : reading.first?.shares.against)
    let words = WordsComposer(
      applicant: file, decision: decision, change: change, rules: rules.words
    ).compose().fitting(stage)
    let current = request.currentList ?? applicant.currentList
    let listing = try Listing(
      advisor: self, applicant: applicant, current: current, scores: score,
      season: season.year)
    let stages = StageBuilder(
      rules: rules.stages, season: season, asOf: request.asOf, stated: file.stage,
      service: firstService,
      hasSignals: listing.builder.inputs.targets.contains { $0.tokens.contains { $0 > 0 } })
    let brought = CurrentListBuilder(
      builder: listing.builder, current: current, isSent: !stages.stage.isBeforeApplying)
    var odds = listing.builder.odds(of: stages.stage.isBeforeApplying ? nil : brought?.odds)
    let graduates = GraduateFigures(
      applicant: file, matchYear: season.year, results: results)
    if let sentence = graduates.sentence() { odds.caveats.insert(sentence, at: 0) }
    odds.published = applicant.specialties.first.flatMap {
      Odds.Published(
        applicant, score: file.step2CK?.score, in: $0.specialty, scores, results: results,
        matchYear: season.year)
    }
    odds.published?.hasMore = listing.builder.inputs.targets.first?.odds.tellsMore ?? false
    odds.newest = applicant.specialties.first.flatMap {
      newestRate(of: applicant, in: $0.specialty, season: season.year)
    }
    let list = listing.builder.list()
    let currentList = try brought?.currentList()
    if let brought {
      odds.interviews = brought.odds.interviews
      odds.countedApplications = brought.choices.count
    }
    // The headline is the chance of this person, who may fail or score otherwise than reckoned with.
    if isPlanned, let outlook { odds.average(over: outlook) }
    var features = entries.first?.features ?? FileFeatures()
    addToPlan(&features, file, outlook, odds, decision, on: request.asOf)
    features[.usefulAdditions] = currentList?.add.reduce(0) { $0 + $1.gain }
    let position = stages.position(features, hasOwnList: brought != nil)
    let isInNRMP = applicant.specialties.contains {
      facts.specialties.info($0.specialty)?.match ?? .nrmp == .nrmp
    }
    let plan = PlanBuilder(
      rules: rules.plan,
      events: season.dates(through: Set(services)).filter { isInNRMP || !$0.kind.isOfNRMP },
      date: { isInNRMP || !$0.isOfNRMP ? season.date($0, of: firstService) : nil },
      season: season.name,
      exam: score.trend.second.exam, asOf: request.asOf,
      stage: position.stage, hasWords: words.interviewAnswer.text != nil,
      failedExams: failedExams(of: file)
    ).plan(
      features: features,
      specialty: applicant.specialties.first?.specialty ?? Specialty(""), decision: decision,
      scoreIsReported: file.examPair != nil)
    let couple = try couple(applicant, listing, request)
    let notes = AdviceNotes(
      advisor: self, applicant: applicant, season: season, trend: score.trend, standing: standing,
      listing: listing,
      current: current, partner: request.partner, couple: couple)
    return Advice(
      format: 1, version: Self.version, applicant: summary(file),
      scoreTrend: isPlanned ? nil : score.trend,
      standing: standing, reading: reading, odds: odds, list: list,
      signals: listing.builder.signals(),
      diminishingReturns: try listing.builder.diminishingReturns(),
      currentList: currentList,
      couple: couple,
      scenarios: request.comparesScenarios && !position.isPastApplying
        ? try ScenarioBuilder(
          advisor: self, applicant: applicant, scores: score, season: season.year,
          recommended: listing, odds: odds, asOf: request.asOf
        ).scenarios() : [],
      explanation: decision, words: words, plan: plan,
      questions: QuestionsBuilder(
        trend: isPlanned ? nil : score.trend, standing: standing, reading: reading, odds: odds,
        list: list, decision: decision, words: words, releaseAdvice: plan.releaseAdvice,
        position: position, openExam: isPlanned ? score.trend.second.exam : nil,
        hasOpenFail: features[.hasOpenFail] == 1, chanceOverall: isPlanned ? outlook?.match : nil,
        thresholds: (
          yes: rules.assumptions[.dreamYes], backup: rules.assumptions[.dreamBackup],
          longShot: rules.assumptions[.dreamLongShot]
        )
      ).answers() + [graduates.answer()].compactMap(\.self)
        + OwnMatchAnswer(applicant: file, figures: ownMatches, matchYear: season.year).answers(),
      perspective: PerspectiveBuilder(
        trend: isPlanned ? nil : score.trend, standing: isPlanned ? [] : standing, survey: survey,
        odds: odds, isOwnList: position.isOwnList,
        isGraduate: file.isGraduate(in: season.year), isDecided: position.stage >= .matchWeek,
        leastChance: rules.assumptions[.dreamLongShot], support: rules.words.support.quietLine
      ).sentences(),
      unknowns: notes.unknowns(), sources: notes.sources(), assumptions: notes.assumptions(),
      warnings: notes.warnings(), examOutlook: outlook, position: position,
      visa: visa(file, listing, position.isOwnList ? brought : nil))
  }

  /// The recommended list and its chance of matching, without the words around it.
  ///
  /// - Throws: ``AdviceError`` as ``advise(_:_:)``.
  public func list(
    for applicant: Applicant, season: Int
  ) throws(AdviceError) -> (match: Double, programs: [ProgramList.Entry]) {
    let builder = try Listing(
      advisor: self, applicant: applicant, current: [], scores: nil, season: season
    ).builder
    return (builder.listed.match, builder.list().programs)
  }

  /// The chance of matching with the recommended list, without the words around it.
  ///
  /// - Throws: ``AdviceError`` as ``advise(_:_:)``.
  public func chanceOfMatching(
    _ applicant: Applicant, season: Int
  ) throws(AdviceError) -> Double {
    try Listing(
      advisor: self, applicant: applicant, current: [], scores: nil, season: season,
      purpose: .comparison
    ).builder.listed.match
  }

  /// What is known of visas for the programs that the advice is about.
  private func visa(
    _ applicant: Applicant, _ listing: Listing, _ own: CurrentListBuilder?
  ) -> VisaAdvice? {
    let inputs = listing.builder.inputs
    let options = own?.choices.map(\.option) ?? listing.builder.solution.choices.map(\.option)
    let unknown = options.count { option in
      let origin = inputs.origins[option]
      return inputs.targets[origin.target].odds.eligibility[origin.program].unknown
        .contains { $0.contains("visas") }
    }
    return VisaBuilder(
      applicant: applicant, rules: visaRules, papers: visaPapers, evidence: h1bEvidence,
      programs: options.map { inputs.program($0) }, unknown: unknown
    ).advice()
  }

  /// The applicant as the head of a report says it.
  func summary(_ applicant: Applicant) -> Advice.Summary {
    let step1 = applicant.step1?.outcome.fileWord ?? "unknown"
    let open = [Exam.step2CK, .comlexLevel2].compactMap { exam in
      applicant[exam].flatMap { $0.isPassed ? nil : "\(exam.displayName) \($0.outcome.stateWord)" }
    }
    return Advice.Summary(
      name: applicant.name, type: applicant.type, step1: step1,
      step2CK: applicant.step2CK?.score, comlexLevel2: applicant.comlexLevel2?.score,
      specialties: applicant.specialties.map(\.specialty), openExams: open.isEmpty ? nil : open)
  }
}
