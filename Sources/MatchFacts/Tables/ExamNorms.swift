/// The licensing exams the tables speak of; raw values are the tables' codes.
public enum Exam: String, Sendable, Codable, Hashable, CaseIterable {
  /// USMLE Step 1.
  case step1
  /// USMLE Step 2 CK.
  case step2CK = "step2ck"
  /// USMLE Step 3.
  case step3
  /// COMLEX-USA Level 1.
  case comlexLevel1 = "comlex_level1"
  /// COMLEX-USA Level 2-CE.
  case comlexLevel2 = "comlex_level2ce"
  /// Statements about all COMLEX levels together.
  case comlexAll = "comlex_all_levels"

  /// The exam as people name it.
  public var displayName: String {
    switch self {
    case .step1: "Step 1"
    case .step2CK: "Step 2 CK"
    case .step3: "Step 3"
    case .comlexLevel1: "COMLEX Level 1"
    case .comlexLevel2: "COMLEX Level 2-CE"
    case .comlexAll: "COMLEX"
    }
  }

  /// The scale's limits: USMLE scores lie in 1…300, COMLEX scores in 9…999.
  public var scale: ClosedRange<Int> {
    switch self {
    case .step1, .step2CK, .step3: 1...300
    case .comlexLevel1, .comlexLevel2, .comlexAll: 9...999
    }
  }
}

/// Mean and standard deviation of an exam in one period.
public struct ExamNorm: Sendable, Hashable, Codable {
  /// The exam.
  public var exam: Exam
  /// The period as printed: "2018 calendar", "2018-2019" (July to June).
  public var period: String
  /// First day of the period, or nil where the text gives none.
  public var start: CalendarDate?
  /// Last day of the period.
  public var end: CalendarDate?
  /// Whom the figures describe.
  public var population: String
  /// Mean score.
  public var mean: Double
  /// Standard deviation of scores.
  public var standardDeviation: Double
  /// Source.
  public var citation: Citation
}

/// Any single figure about an exam that is not a mean with its standard deviation.
public struct ExamStatistic: Sendable, Hashable, Codable {
  /// The exam.
  public var exam: Exam
  /// What it is: `SEM`, `SEE`, `SED`, `n`, `sd`, `mean_range`, `minimum_passing`.
  public var statistic: String
  /// The period as printed.
  public var period: String
  /// Whom it describes.
  public var population: String
  /// The figure as printed.
  public var text: String
  /// The figure, where it is one number.
  public var value: Double?
  /// Source.
  public var citation: Citation
}

/// A passing score and the day it came into force.
public struct PassingScore: Sendable, Hashable, Codable {
  /// The exam.
  public var exam: Exam
  /// In force from, as printed.
  public var effectiveFrom: String
  /// The day, or nil for the time before all others.
  ///
  /// Where only a year is known, its last day.
  public var start: CalendarDate?
  /// The score.
  public var score: Int
  /// Remark of the table.
  public var note: String?
  /// Source.
  public var citation: Citation
}

/// One row of the percentile table.
public struct ScorePercentile: Sendable, Hashable, Codable {
  /// Score.
  public var score: Int
  /// Percent of first takers below it on Step 2 CK.
  public var step2CK: Int
  /// Percent of first takers below it on Step 3.
  public var step3: Int
  /// Source.
  public var citation: Citation
}

/// Norms, measurement errors, passing scores and percentiles of the exams.
public struct ExamNorms: Sendable {
  /// Means with their standard deviations, in the order exam, period.
  public let norms: [ExamNorm]
  /// Every other figure.
  public let statistics: [ExamStatistic]
  /// Passing scores, oldest first within an exam.
  public let passingScores: [PassingScore]
  /// Percentiles, lowest score first.
  public let percentiles: [ScorePercentile]

  /// The norm of the period that holds a day; where none does, the nearest in time.
  ///
  /// Norms of US and Canadian first takers are preferred, then better trust. `isExact` says
  /// whether the period holds the day; between periods nothing is interpolated.
  public func norm(for exam: Exam, on day: CalendarDate) -> (norm: ExamNorm, isExact: Bool)? {
    let dated = norms.filter { $0.exam == exam && $0.start != nil }
    let best = dated.min { Self.distance($0, day) < Self.distance($1, day) }
    guard let best else { return norms.first { $0.exam == exam }.map { ($0, false) } }
    return (best, Self.distance(best, day) == 0)
  }

  /// The latest norm of an exam.
  public func latestNorm(for exam: Exam) -> ExamNorm? {
    let dated = norms.filter { $0.exam == exam && $0.end != nil }
    guard let latest = dated.compactMap(\.end).max() else {
      return norms.first { $0.exam == exam }
    }
    return dated.first { $0.end == latest }
  }

  /// The standard error of measurement of an exam, with its source; nil where none is published.
  public func measurementError(of exam: Exam) -> ExamStatistic? {
    statistics.first { $0.exam == exam && $0.statistic == "SEM" && $0.value != nil }
  }

  /// The passing score in force on a day; nil where the tables do not reach back.
  public func passingScore(for exam: Exam, on day: CalendarDate) -> PassingScore? {
    passingScores.last { score in
      guard score.exam == exam else { return false }
      guard let start = score.start else { return true }
      return start <= day
    }
  }

  /// Percent of first takers below a score on Step 2 CK or Step 3, linear between the table's steps
  /// of five points; nil for other exams.
  ///
  /// The table prints whole percents.
  public func percentile(of score: Int, on exam: Exam) -> (percent: Double, citation: Citation)? {
    guard exam == .step2CK || exam == .step3, let first = percentiles.first,
      let last = percentiles.last
    else { return nil }
    func percent(_ row: ScorePercentile) -> Double {
      Double(exam == .step2CK ? row.step2CK : row.step3)
    }
    if score <= first.score { return (percent(first), first.citation) }
    if score >= last.score { return (percent(last), last.citation) }
    guard let upper = percentiles.firstIndex(where: { $0.score >= score }), upper > 0 else {
      return nil
    }
    let low = percentiles[upper - 1]
    let high = percentiles[upper]
    let part = Double(score - low.score) / Double(high.score - low.score)
    return (percent(low) + part * (percent(high) - percent(low)), high.citation)
  }

  /// Months between a day and a norm's period, 0 inside it.
  private static func distance(_ norm: ExamNorm, _ day: CalendarDate) -> Int {
    guard let start = norm.start, let end = norm.end else { return .max }
    func months(_ date: CalendarDate) -> Int { date.year * 12 + date.month }
    if day < start { return max(1, months(start) - months(day)) }
    if day > end { return max(1, months(day) - months(end)) }
    return 0
  }
}
