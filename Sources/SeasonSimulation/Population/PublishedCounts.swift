public import MatchFacts

/// The published figures from which a season's applicants are drawn and against which it is
/// judged, by specialty name and group.
public struct PublishedCounts: Sendable {
  /// A published match rate to the preferred specialty.
  public struct Rate: Sendable, Hashable {
    /// Matched applicants.
    public var matched: Double
    /// All applicants.
    public var total: Double
    /// Where from.
    public var source: String
    /// Year of the Match.
    public var year: Int

    /// Matched over all.
    public var value: Double { total > 0 ? matched / total : 0 }
  }

  /// Mean and standard deviation of Step 2 CK.
  public struct Scores: Sendable, Hashable {
    /// Mean.
    public var mean: Double
    /// Standard deviation.
    public var deviation: Double
    /// Where from.
    public var source: String

    package init(mean: Double, deviation: Double, source: String) {
      self.mean = mean
      self.deviation = deviation
      self.source = source
    }
  }

  /// Published match rates by specialty and group, one for each year published.
  public var rates: [String: [SeasonGroup: [Rate]]] = [:]
  /// Scores by specialty and group.
  public var scores: [String: [SeasonGroup: Scores]] = [:]
  /// Applicants of all groups who prefer a specialty, and its positions, 2026.
  public var totals: [String: (applicants: Double, positions: Double)] = [:]
  /// Applicants who rank a specialty at any position, 2025.
  public var rankingAnywhere: [String: [SeasonGroup: Double]] = [:]
  /// Applicants matched to a specialty by group, 2025.
  public var matched: [String: [SeasonGroup: Double]] = [:]
  /// Median Step 2 CK of matched US MD seniors, 2026.
  public var matchedMedian: [String: Double] = [:]
  /// Active applicants by group.
  public var active: [SeasonGroup: Double] = [:]

  /// Distance in points between matched and unmatched US MD seniors, with the number of unmatched
  /// behind it, and the standard deviation of the matched.
  public struct ScoreGap: Sendable, Hashable {
    /// Distance, over the years published, weighted by unmatched applicants.
    public var points: Double
    /// Unmatched applicants behind it.
    public var unmatched: Double
    /// Standard deviation of the scores of the matched.
    public var deviation: Double

    /// What the distance says of the slope of the match rate: for two normal groups of one
    /// deviation the log-odds are linear with slope distance ⁄ deviation²; for ten points.
    public var slope: Double { 10 * points / (deviation * deviation) }
  }

  /// Score gaps by specialty.
  public var gaps: [String: ScoreGap] = [:]

  /// What stands in where nothing is published.
  public let priors: SeasonPriors

  /// Collects the figures; `priors` are the shipped ones unless given.
  public init(facts: MatchFacts, priors: SeasonPriors? = nil) throws(FactsError) {
    let priors = if let priors { priors } else { try SeasonPriors.shipped() }
    self.priors = priors
    let means = try facts.chartingMeans()
    let quartiles = try facts.matchedScoreQuartiles()
    let charting = try facts.nonUSIMGCharting()
    let results = try facts.mainMatchResults()
    for row in means.rows {
      guard
        let group: SeasonGroup = row.group == .usMDSenior
          ? .usMD : row.group == .usDOSenior ? .usDO : nil
      else { continue }
      let matched = Double(row.matched)
      let unmatched = Double(row.unmatched)
      let name = row.specialty.name
      rates[name, default: [:]][group, default: []].append(
        Rate(
          matched: matched, total: matched + unmatched,
          source: "NRMP Charting Outcomes 2024", year: row.year))
      guard let mean = row.step2CK.matched else { continue }
      // Scores of unmatched DO seniors carry trust D: not used.
      var gap = priors[.unmatchedDistance, group]
      if group == .usMD, let unmatched = row.step2CK.unmatched { gap = mean - unmatched }
      let share = unmatched / max(matched + unmatched, 1)
      let deviation = quartiles.quartiles(for: row.specialty).map {
        Double($0.q3 - $0.q1) / 1.349
      }
      let within = deviation ?? priors[.matchedDeviation]
      scores[name, default: [:]][group] = Scores(
        mean: mean - share * gap,
        deviation: (within * within + share * (1 - share) * gap * gap).squareRoot(),
        source: "NRMP Charting Outcomes 2024 means, 2026 quartiles")
    }
    for row in quartiles.rows where row.group == .usMDSenior {
      let name = row.specialty.name
      if let notMatched = row.notMatched {
        rates[name, default: [:]][.usMD, default: []].append(
          Rate(
            matched: Double(row.matched), total: Double(row.matched + notMatched),
            source: "NRMP Charting Outcomes 2026", year: row.year))
      }
      if scores[name]?[.usMD] == nil {
        let share = Double(row.notMatched ?? 0) / Double(row.matched + (row.notMatched ?? 0))
        let gap = Double(row.median - (row.medianNotMatched ?? row.median))
        scores[name, default: [:]][.usMD] = Scores(
          mean: Double(row.median) - share * gap,
          deviation: Double(row.q3 - row.q1) / 1.349 + priors[.unmatchedWidening],
          source: "NRMP Charting Outcomes 2026")
      }
    }
    for row in charting.summaries {
      let name = row.specialty.name
      totals[name] = (Double(row.allApplicants), Double(row.positions))
      rates[name, default: [:]][.nonUSIMG, default: []].append(
        Rate(
          matched: Double(row.matched), total: Double(row.applicants),
          source: "NRMP Charting Outcomes 2026, non-US IMGs", year: row.year))
      var n = 0.0
      var sum = 0.0
      var squares = 0.0
      for cohort in ChartingDistribution.Cohort.allCases {
        guard
          let part = charting.distribution(
            of: .step2CK, in: row.specialty, cohort: cohort),
          let summary = part.summary
        else { continue }
        let count = Double(part.n)
        n += count
        sum += count * summary.mean
        squares +=
          count
          * (summary.mean * summary.mean + summary.standardDeviation * summary.standardDeviation)
      }
      if n >= 10 {
        let mean = sum / n
        scores[name, default: [:]][.nonUSIMG] = Scores(
          mean: mean, deviation: max(squares / n - mean * mean, 100).squareRoot(),
          source: "NRMP Charting Outcomes 2026, non-US IMGs")
      }
    }
    for row in results.byType {
      let group: SeasonGroup
      switch row.group {
      case .usMDSenior: group = .usMD
      case .usDOSenior: group = .usDO
      case .usIMG: group = .usIMG
      case .nonUSIMG: group = .nonUSIMG
      default: continue
      }
      // Primary-care tracks belong to their specialty; their rankers mostly rank both.
      guard row.line.track == .categorical || row.line.specialty.name == "Transitional Year"
      else { continue }
      rankingAnywhere[row.line.specialty.name, default: [:]][group] = Double(row.ranking)
      matched[row.line.specialty.name, default: [:]][group] = Double(row.matched)
    }
    for row in quartiles.rows where row.group == .usMDSenior {
      matchedMedian[row.specialty.name] = Double(row.median)
      var sum = 0.0
      var n = 0.0
      if let notMatched = row.notMatched, let median = row.medianNotMatched {
        sum += Double(notMatched) * Double(row.median - median)
        n += Double(notMatched)
      }
      if let mean = means.means(for: row.specialty, group: .usMDSenior),
        let matched = mean.step2CK.matched, let unmatched = mean.step2CK.unmatched
      {
        sum += Double(mean.unmatched) * (matched - unmatched)
        n += Double(mean.unmatched)
      }
      guard n > 0 else { continue }
      gaps[row.specialty.name] = ScoreGap(
        points: sum / n, unmatched: n, deviation: max(Double(row.q3 - row.q1) / 1.349, 6))
    }
    // Active applicants: the 2026 press release states them in the notes of the match rates.
    let noted: [(String, SeasonGroup)] = [
      ("us_md_senior", .usMD), ("us_do_senior", .usDO), ("us_img", .usIMG),
      ("non_us_img", .nonUSIMG), ("us_md_graduate", .usMDGraduate),
      ("us_do_graduate", .usDOGraduate),
    ]
    for (name, group) in noted {
      if let figure = results.latest("active_applicants", group: name) {
        active[group] = figure.value
      }
      if let rate = results.latest("pgy1_match_rate_pct", group: name), let note = rate.note,
        rate.year == 2026, let count = Double(note.prefix { $0.isNumber })
      {
        active[group] = count
      }
    }
  }
}
