public import MatchFacts
public import MatchOdds
public import SeasonSimulation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The whole calibration: fit, posterior, odds, check on figures held out, report.
public struct CalibrationRun: Sendable {
  /// What comes out.
  public struct Output: Sendable {
    /// The odds' parameters.
    public var odds: OddsParameters
    /// The season's parameters.
    public var season: SeasonParameters
    /// The report in Markdown.
    public var report: String
  }

  let facts: MatchFacts
  let directory: [Program]
  private let traits: ProgramTraitTable
  private let heldOut: HeldOut
  private let rates: ProgramRateFile?
  private let base: OddsParameters
  let effort: CalibrationEffort
  private let seed: UInt64
  let advice: CalibrationAdvice?
  private let reports: SelfReportFile?

  /// A calibration; without `rates` the spread of programs comes from the simulation, without
  /// `advice` bare files are not anchored, without `reports` the spread of counts stays the base's.
  public init(
    facts: MatchFacts, heldOut: HeldOut, rates: ProgramRateFile?, base: OddsParameters,
    effort: CalibrationEffort, seed: UInt64 = 1, advice: CalibrationAdvice? = nil,
    reports: SelfReportFile? = nil
  ) throws(FactsError) {
    self.facts = facts
    let programs = try facts.programs()
    directory = programs.programs
    traits = try facts.programTraits(of: programs)
    self.heldOut = heldOut
    self.rates = rates
    self.base = base
    self.effort = effort
    self.seed = seed
    self.advice = advice
    self.reports = reports
  }

  /// Seasons of the fit are 0 …; those of the odds, the report and the backtest are others.
  private static let oddsSeasons = 1000
  private static let recalibrationSeason = 1500
  private static let reportSeasons = 2000
  private static let backtestSeason = 3000
  /// The Match year that years since graduation count from in the backtest.
  public static let matchYear = 2026
  /// The Match year of the reports of invitations.
  private static let reportYear = 2021

  /// Runs it.
  ///
  /// `progress` gets a line now and then.
  public func run(
    threads: Int, progress: @escaping @Sendable (String) -> Void
  ) async throws -> Output {
    let targets = try CalibrationTargets(facts: facts, heldOut: heldOut)
    var start = try SeasonParameters(
      facts: facts, directory: directory, published: targets.published,
      signalSeason: Self.matchYear)
    // What the odds take for them, so that the season and the odds agree.
    start.effects.homeProgram = base[.homeProgram].value
    start.effects.awayRotation = base[.awayRotation].value
    let openness = try rates.flatMap { (rates) throws(FactsError) in
      OpennessRegression(
        RatedPrograms(rates, directory: try facts.programs(), traits: traits))
    }
    if let openness {
      progress(
        "openness from \(openness.programs.rows.count) of \(openness.programs.given) rows of rates")
    }
    start.effects.openness =
      try openness.map { OpennessEffects($0) } ?? SeasonParameters.shipped().effects.openness
    var fit = SeasonFit(
      start: start, targets: targets, directory: directory, traits: traits, seed: seed)
    fit.trends = openness.map { RateTrends($0.programs) } ?? targets.rateTrends(base)
    let steps = effort.steps
    await fit.run(steps: steps, seasons: effort.seasonsPerStep, threads: threads) { step, error in
      if step % 5 == 0 || step == steps - 1 {
        let points = (error * 1000).rounded() / 10
        progress("step \(step + 1) of \(steps): fitted match rates off by \(points) points")
      }
    }
    var season = fit.parameters
    season.origin =
      "Fitted by `smartpick calibrate` to the published tables; see "
      + "Calibration/REPORT.md. Seed \(seed), \(steps) steps of \(effort.seasonsPerStep) seasons."
    season.effects.notes = SeasonEffects.sources
    let simulator = SeasonSimulator(
      directory: directory, traits: traits, parameters: season, seed: seed)

    progress("posterior of the offsets")
    let posterior = await OffsetPosterior(
      simulator: simulator, targets: targets, predicted: fit.predicted,
      seasons: effort.seasonsPerStep, threads: threads)

    progress("odds from simulated interviews")
    var derivation = OddsDerivation(
      simulator: simulator, targets: targets, directory: directory, traits: traits, rates: rates,
      offsetDeviations: posterior.deviations)
    derivation.openness = openness
    let seasons = Self.oddsSeasons..<Self.oddsSeasons + (steps < 20 ? 1 : 4)
    let interviews = InterviewSample(simulator: simulator, seasons: seasons)
    let odds = derivation.recalibrated(
      derivation.parameters(base: base, interviews: interviews),
      season: Self.recalibrationSeason, cases: 5 * effort.backtestCases, matchYear: Self.matchYear)

    progress("\(effort.reportSeasons) fresh seasons for the report")
    let tally = await simulator.tally(
      seasons: Self.reportSeasons..<Self.reportSeasons + effort.reportSeasons, threads: threads)

    progress("backtest on applicants the fit never saw")
    let model = OddsModel(parameters: odds, traits: traits, season: Self.matchYear)
    let backtest = Backtest(
      simulator: simulator, model: model, season: Self.backtestSeason,
      wanted: effort.backtestCases)

    let anchored = try await anchor(
      odds, targets: targets, season: season, threads: threads, progress: progress)
    var final = anchored?.parameters ?? odds
    if let anchored { ModelError(anchored, targets: targets).write(to: &final) }
    let counts = reports.flatMap { reports in
      progress("spread of counts from \(reports.rows.count) reports")
      return CountFit(
        reports,
        model: OddsModel(parameters: final, traits: traits, season: Self.matchYear),
        directory: directory, year: Self.reportYear)
    }
    counts?.write(to: &final)
    let report = CalibrationReport(
      targets: targets, simulator: simulator, tally: tally,
      statistics: SeasonStatistics(world: simulator.world, tally: tally), fit: fit,
      posterior: posterior,
      backtest: backtest, anchoring: anchored, lists: try advisedLists(final),
      odds: final, hasRates: rates != nil, effort: effort, seed: seed,
      directory: directory, traits: traits, openness: openness,
      thresholds: interviews.programThresholds, counts: counts)
    return Output(odds: final, season: season, report: report.markdown())
  }
}
