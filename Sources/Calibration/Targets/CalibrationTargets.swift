public import MatchFacts
public import SeasonSimulation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The moments of the fit: published figures by specialty, each with its weight.
public struct CalibrationTargets: Sendable {
  /// Rates of one score band.
  public struct Band: Sendable, Hashable {
    /// Position in `SeasonTally.bands`.
    public var index: Int
    /// Applicants behind it.
    public var n: Int
    /// Published match rate.
    public var rate: Double
  }

  /// Means of contiguous ranks.
  public struct Ranks: Sendable, Hashable {
    /// Mean of the matched.
    public var matched: Double
    /// Mean of the unmatched.
    public var unmatched: Double
    /// Applicants behind the first.
    public var matchedCount: Int
    /// Applicants behind the second.
    public var unmatchedCount: Int
  }

  /// Everything published on applicants.
  public var published: PublishedCounts
  /// Bands of US MD seniors by specialty.
  public var bands: [String: [Band]] = [:]
  /// Contiguous ranks of non-US IMGs by specialty.
  public var ranks: [String: Ranks] = [:]
  /// Mean interview rates by specialty and column, named as in the tables.
  public var interviewRates: [String: [String: InterviewRate]] = [:]
  /// Points by which US seniors' scores of 2024 were moved.
  public private(set) var scoreShift = 0.0
  /// What no fit may see.
  public var heldOut: HeldOut
  /// Figures by quarter of standing; nil where the facts have none.
  public var standing: StandingTargets?
  /// Published match rates to any position by group.
  public var overall: [SeasonGroup: Double] = [:]

  /// Share of active applicants matched to a surgical preliminary year, by group.
  public var preliminaryShare: [SeasonGroup: Double] = [:]

  /// Positions left unfilled in 2024 by specialty, preliminary ones apart.
  ///
  /// A specialty that the table does not name filled all. No moment of the fit.
  public private(set) var unfilled: [String: Double] = [:]
  /// What is published of couples, by year.
  public private(set) var couplesNotes: [String] = []
  /// Largest published adjusted effect of a signal on an invitation, log-odds.
  public private(set) var largestSignal = 0.0
  /// Largest published adjusted effect of an address in the program's state, log-odds.
  public private(set) var largestInState = 0.0

  /// Collects the targets.
  public init(facts: MatchFacts, heldOut: HeldOut) throws(FactsError) {
    published = try PublishedCounts(facts: facts)
    self.heldOut = heldOut
    standing = StandingTargets(try facts.standingMoments())
    let results = try facts.mainMatchResults()
    for row in try facts.bandMatchRates().rows {
      guard let rate = row.rate, row.n > 0 else { continue }
      let low = row.band.low ?? 0
      let index = min(max((low - 190) / 10, 0), SeasonTally.bands.count - 1)
      bands[row.specialty.name, default: []].append(Band(index: index, n: row.n, rate: rate))
    }
    shiftScores()
    let effects = try facts.publishedEffects().filter { $0.outcome == "interview invitation" }
    func largest(_ factor: String) -> Double {
      // Ranges over specialties, printed as odds ratios.
      effects.filter { $0.factor == factor }.compactMap(\.result.high).max().map { log($0) } ?? 0
    }
    largestSignal = largest("program signal")
    largestInState = largest("in-state permanent address")
    let charting = try facts.nonUSIMGCharting()
    for summary in charting.summaries {
      let specialty = summary.specialty
      guard
        let matched = charting.distribution(
          of: .contiguousRanks, in: specialty, cohort: .matched),
        let unmatched = charting.distribution(
          of: .contiguousRanks, in: specialty, cohort: .notMatched),
        let first = matched.summary, let second = unmatched.summary
      else { continue }
      ranks[specialty.name] = Ranks(
        matched: first.mean, unmatched: second.mean, matchedCount: matched.n,
        unmatchedCount: unmatched.n)
    }
    for row in try facts.interviewRates().rows {
      interviewRates[row.specialty.name, default: [:]][Self.column(row.column).name] = row
    }
    couplesNotes = results.overall.filter { $0.group == "couples" }.compactMap { row in
      row.note.map { "\($0) (\(row.year))" }
    }
    for row in results.unfilled where row.line.track != .preliminary {
      unfilled[row.line.specialty.name, default: 0] += Double(row.positions)
    }
    let groups: [(ApplicantGroup, SeasonGroup)] = [
      (.usMDSenior, .usMD), (.usDOSenior, .usDO), (.usIMG, .usIMG), (.nonUSIMG, .nonUSIMG),
      (.usMDGraduate, .usMDGraduate), (.usDOGraduate, .usDOGraduate),
    ]
    for (name, group) in groups {
      if let figure = results.matchRate(of: name) { overall[group] = figure.value / 100 }
      if let row = results.result(
        for: Specialty("General Surgery"), group: name, track: .preliminary),
        let active = published.active[group]
      {
        preliminaryShare[group] = Double(row.matched) / active
      }
    }
  }

  /// Moves the scores of US seniors from 2024 to the middle of the years that the rates pool.
  ///
  /// Step 2 CK rose over the years: the applicants of the band tables of 2020–2024 lie lower than
  /// the means of 2024. A specialty with a band table takes its own distance, the others the mean
  /// one. How many applicants stand in each band is a fact of the population, like the number of
  /// applicants of a type, and used for held-out tables too; their match rates are not.
  private mutating func shiftScores() {
    var shifts: [String: Double] = [:]
    var sum = 0.0
    var weight = 0.0
    for name in bands.keys.sorted() {
      guard let own = bands[name], let mean = published.scores[name]?[.usMD]?.mean else { continue }
      let n = own.reduce(0) { $0 + Double($1.n) }
      let bandMean = own.reduce(0) { $0 + Double($1.n) * BandSlope.centres[$1.index] * 10 } / n
      shifts[name] = min(max(bandMean - mean, -5), 2)
      sum += n * (bandMean - mean)
      weight += n
    }
    guard weight > 0 else { return }
    scoreShift = min(max(sum / weight, -5), 2)
    for name in published.scores.keys {
      published.scores[name]?[.usMD]?.mean += shifts[name] ?? scoreShift
      published.scores[name]?[.usDO]?.mean += scoreShift
    }
  }

  private static func column(_ column: InterviewRate.Column) -> RateColumn {
    switch column {
    case .signal: .single
    case .goldSignal: .gold
    case .silverSignal: .silver
    case .noSignal: .none
    case .inState: .inState
    case .outOfState: .outOfState
    case .usMD: .usMD
    case .usDO: .usDO
    case .usIMG: .usIMG
    case .nonUSIMG: .nonUSIMG
    }
  }

  /// Applicants and matched behind the target rate of a cell; nil where nothing is published.
  public func rate(_ specialty: String, _ group: SeasonGroup) -> (matched: Double, total: Double)? {
    // The years differ by more than sampling. The season is one of 2020–2024, the years of the
    // band tables, so the earliest year counts; over the fitted tables a later year in addition
    // predicts the bands no better.
    guard let first = published.rates[specialty]?[group]?.min(by: { $0.year < $1.year }) else {
      return nil
    }
    var matched = first.matched
    var total = first.total
    // Bands that are held out say nothing, nor do those of a held-out rate.
    if group == .usMD, let bands = bands[specialty], !isHeldOut(specialty, group),
      !heldOut.contains(.scoreBands, specialty, group.name)
    {
      matched += bands.reduce(0) { $0 + Double($1.n) * $1.rate }
      total += bands.reduce(0) { $0 + Double($1.n) }
    }
    return (matched, total)
  }

  /// Whether a cell's rate is held out.
  public func isHeldOut(_ specialty: String, _ group: SeasonGroup) -> Bool {
    heldOut.contains(.matchRate, specialty, group.name)
  }
}
