import ApplicantFile
import MatchFacts
import SmartPickNumerics

/// Reads the trend between the two exams: points, percentiles, what is usual, measurement error.
struct TrendBuilder: Sendable {
  var facts: ScoreFacts
  var assumptions: ScoreAssumptions
  /// The article's illustrative shares by band, 0…1.
  var articleShares: [ScoreTrend.Band: Double]
  /// The day of the advice, for exams without a date.
  var asOf: CalendarDate

  /// The trend of a file, read on USMLE where there is a Step 2 CK and on COMLEX otherwise.
  func trend(of applicant: Applicant, in specialty: Specialty?) -> ScoreTrend? {
    guard let pair = applicant.examPair, let second = applicant[pair.second],
      let score = second.score
    else { return nil }
    let first = applicant[pair.first]
    let change = applicant.scoreChange
    switch pair {
    case .usmle:
      return usmle(
        first: first, second: (score, second.date), change: change, specialty: specialty)
    case .comlex: return comlex(first: first, second: score, change: change)
    }
  }

  // MARK: USMLE

  private func usmle(
    first: ExamResult?, second: (score: Int, date: CalendarDate?), change: Int?,
    specialty: Specialty?
  ) -> ScoreTrend? {
    guard
      let secondPosition = position(
        second.score, .step2CK, on: second.date)
    else {
      return nil
    }
    var trend = ScoreTrend(
      exam: .usmle, change: nil, band: .none, first: nil, second: secondPosition,
      expectedSecond: nil, expectedSD: nil, residual: nil, probabilityChangeAtMost: nil,
      comparedWith: "", trueChange: nil, shares: shares(nil), sentences: [])
    if let score = first?.score,
      let firstPosition = position(score, .step1, on: first?.date),
      let joint = facts.jointFits.scores(
        of: specialty, minimum: assumptions.jointMinimum)
    {
      let usual = joint.distribution.shifted(
        first: firstPosition.mean
          - cohortMean(.step1, year: assumptions.jointStep1Year, month: 7),
        second: secondPosition.mean
          - cohortMean(.step2CK, year: assumptions.jointStep2Year, month: 10))
      trend.first = firstPosition
      trend.comparedWith = joint.population
      fill(
        &trend, change: change, usual: usual,
        errors: (
          facts.norms.measurementError(of: .step1)?.value ?? assumptions.step1SEM,
          facts.norms.measurementError(of: .step2CK)?.value ?? assumptions.step1SEM
        ), largeDrop: 10)
      trend.shares = shares(joint.distribution)
    }
    trend.sentences = TrendSentences(trend: trend, step1Passed: first?.isPassed == true).all()
    return trend
  }

  /// The second score that is usual after a Step 1 score, by today's norms; nil where nothing is
  /// published to read it from.
  func usualSecond(
    after first: Int, on date: CalendarDate?, in specialty: Specialty?
  ) -> (mean: Double, spread: Double, population: String)? {
    guard let firstPosition = position(first, .step1, on: date),
      let second = facts.norms.norm(for: .step2CK, on: asOf)?.norm,
      let joint = facts.jointFits.scores(of: specialty, minimum: assumptions.jointMinimum)
    else { return nil }
    let usual = joint.distribution.shifted(
      first: firstPosition.mean
        - cohortMean(.step1, year: assumptions.jointStep1Year, month: 7),
      second: second.mean - cohortMean(.step2CK, year: assumptions.jointStep2Year, month: 10))
    return (
      usual.expectedSecond(givenFirst: Double(first)), usual.conditionalSD, joint.population
    )
  }

  private func cohortMean(_ exam: Exam, year: Double, month: Int) -> Double {
    guard let day = CalendarDate(year: Int(year), month: month),
      let found = facts.norms.norm(for: exam, on: day)
    else { return 0 }
    return found.norm.mean
  }

  private func position(
    _ score: Int, _ exam: Exam, on date: CalendarDate?
  ) -> ScoreTrend.Position? {
    let assumed =
      exam == .step1
      ? CalendarDate(year: Int(assumptions.undatedStep1Year), month: 7) ?? asOf : asOf
    guard let (norm, _) = facts.norms.norm(for: exam, on: date ?? assumed) else { return nil }
    // The published percentile table covers the current norm; older years are read as normal.
    let isCurrent = norm.period == facts.norms.latestNorm(for: exam)?.period
    let percentile =
      isCurrent ? facts.norms.percentile(of: score, on: exam)?.percent : nil
    return ScoreTrend.Position(
      exam: exam.displayName, score: score, period: norm.period,
      mean: norm.mean, standardDeviation: norm.standardDeviation,
      percentile: percentile
        ?? 100 * Normal.cumulative((Double(score) - norm.mean) / norm.standardDeviation),
      dateKnown: date != nil)
  }

  // MARK: COMLEX

  private func comlex(first: ExamResult?, second: Int, change: Int?) -> ScoreTrend? {
    guard let secondPosition = comlexPosition(second, .comlexLevel2) else { return nil }
    var trend = ScoreTrend(
      exam: .comlex, change: nil, band: .none, first: nil, second: secondPosition,
      expectedSecond: nil, expectedSD: nil, residual: nil, probabilityChangeAtMost: nil,
      comparedWith: "", trueChange: nil, shares: [], sentences: [])
    if let score = first?.score, let firstPosition = comlexPosition(score, .comlexLevel1) {
      trend.first = firstPosition
      trend.comparedWith = "DO first-year residents of all specialties (AAMC, 2019-20)"
      let usual = GroupedBivariateNormal(
        firstMean: firstPosition.mean, firstSD: firstPosition.standardDeviation,
        secondMean: secondPosition.mean, secondSD: secondPosition.standardDeviation,
        correlation: assumptions.comlexCorrelation, count: 0)
      let share = assumptions.comlexSEMShare
      fill(
        &trend, change: change, usual: usual,
        errors: (
          share * firstPosition.standardDeviation, share * secondPosition.standardDeviation
        ), largeDrop: assumptions.comlex.comlexPoints(of: 10))
      if let change = trend.change {
        trend.band = ScoreTrend.Band(
          change: Int(assumptions.comlex.usmlePoints(of: change).rounded()))
      }
    }
    trend.sentences = TrendSentences(trend: trend, step1Passed: first?.isPassed == true).all()
    return trend
  }

  /// COMLEX norms pooled over specialties from the AAMC's table of first-year residents.
  private func comlexPosition(
    _ score: Int, _ measure: ResidentDistribution.Measure
  ) -> ScoreTrend.Position? {
    var count = 0.0
    var sum = 0.0
    var squares = 0.0
    for row in facts.residents.rows where row.measure == measure {
      guard let summary = row.summary else { continue }
      let deviation = summary.standardDeviation
      count += Double(row.n)
      sum += Double(row.n) * summary.mean
      squares += Double(row.n) * (deviation * deviation + summary.mean * summary.mean)
    }
    guard count > 0 else { return nil }
    let mean = sum / count
    let sd = (squares / count - mean * mean).squareRoot()
    return ScoreTrend.Position(
      exam: (measure == .comlexLevel1 ? Exam.comlexLevel1 : .comlexLevel2).displayName,
      score: score,
      period: "2019-20 residents", mean: mean, standardDeviation: sd,
      percentile: 100 * Normal.cumulative((Double(score) - mean) / sd), dateKnown: true)
  }

  // MARK: Both

  private func fill(
    _ trend: inout ScoreTrend, change: Int?, usual: GroupedBivariateNormal,
    errors: (first: Double, second: Double), largeDrop: Double
  ) {
    guard let first = trend.first, let change else { return }
    trend.change = change
    trend.band = ScoreTrend.Band(change: change)
    let expected = usual.expectedSecond(givenFirst: Double(first.score))
    trend.expectedSecond = expected
    trend.expectedSD = usual.conditionalSD
    trend.residual = Double(trend.second.score) - expected
    trend.probabilityChangeAtMost = Normal.cumulative(
      (Double(trend.second.score) + 0.5 - expected) / usual.conditionalSD)
    trend.trueChange = trueChange(
      first: Double(first.score), second: Double(trend.second.score), usual: usual,
      errors: errors, largeDrop: largeDrop)
  }

  /// Measurement error of the change, before and after shrinkage.
  ///
  /// Before: true change ~ N(observed, SEM₁² + SEM₂²). After: true scores are bivariate normal
  /// with the usual distribution less the errors' variance (the classical test-theory model, Lord
  /// & Novick 1968), and the observed pair is their sum with independent errors.
  private func trueChange(
    first: Double, second: Double, usual: GroupedBivariateNormal,
    errors: (first: Double, second: Double), largeDrop: Double
  ) -> ScoreTrend.TrueChange {
    let spread = (errors.first * errors.first + errors.second * errors.second).squareRoot()
    let observed = Normal.cumulative((-largeDrop - (second - first)) / spread)

    let v1 = usual.firstSD * usual.firstSD
    let v2 = usual.secondSD * usual.secondSD
    let c = usual.correlation * usual.firstSD * usual.secondSD
    let t1 = max(0.1 * v1, v1 - errors.first * errors.first)
    let t2 = max(0.1 * v2, v2 - errors.second * errors.second)
    let d1 = first - usual.firstMean
    let d2 = second - usual.secondMean
    let determinant = v1 * v2 - c * c
    // Cov(T₂ − T₁, observed) · Var(observed)⁻¹.
    let a1 = c - t1
    let a2 = t2 - c
    let w1 = (a1 * v2 - a2 * c) / determinant
    let w2 = (a2 * v1 - a1 * c) / determinant
    let mean = usual.secondMean - usual.firstMean + w1 * d1 + w2 * d2
    let variance = max(0.01, t1 + t2 - 2 * c - (w1 * a1 + w2 * a2))
    let sd = variance.squareRoot()
    return ScoreTrend.TrueChange(
      firstSEM: errors.first, secondSEM: errors.second, dropAtLeast10: observed,
      shrunkenMean: mean, shrunkenSD: sd,
      dropAtLeast10Shrunken: Normal.cumulative((-largeDrop - mean) / sd))
  }

  private func shares(_ usual: GroupedBivariateNormal?) -> [ScoreTrend.Share] {
    let ranges: [(ScoreTrend.Band, Double, Double)] = [
      (.up15plus, 14.5, .infinity), (.up5to14, 4.5, 14.5), (.flat, -4.5, 4.5),
      (.down5to9, -9.5, -4.5), (.down10plus, -.infinity, -9.5),
    ]
    return ranges.map { band, low, high in
      ScoreTrend.Share(
        band: band, articlePercent: 100 * (articleShares[band] ?? 0),
        tablePercent: usual.map {
          100
            * ((high == .infinity ? 1 : $0.probabilityOfChange(atMost: high))
              - (low == -.infinity ? 0 : $0.probabilityOfChange(atMost: low)))
        })
    }
  }
}
