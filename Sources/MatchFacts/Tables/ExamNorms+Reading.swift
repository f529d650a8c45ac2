extension MatchFacts {
  /// Norms, measurement errors, passing scores and percentiles of the exams.
  public func examNorms() throws(FactsError) -> ExamNorms {
    let recent = try open(
      "usmle_norms", columns: ["exam", "period", "population", "statistic", "value"])
    let older = try open(
      "usmle_comlex_norms_2011_2021",
      columns: ["exam", "period", "population", "statistic", "value", "trust"])
    let read = { (row: borrowing FactRow, pool: inout CitationPool) throws(FactsError) in
      let exam: Exam = try row.choice("exam")
      let trust = row.reader.name == "usmle_norms" ? nil : try row.required("trust")
      let text = try row.required("value")
      let value = Double(text)
      let statistic = try row.required("statistic")
      if let value, statistic == "mean", !exam.scale.contains(Int(value)) {
        throw row.bad("value", accepted: "a score within \(exam.scale)")
      }
      if value == nil, statistic != "mean_range" { throw row.bad("value", accepted: "a number") }
      return ExamStatistic(
        exam: exam, statistic: statistic, period: try row.required("period"),
        population: try row.required("population"), text: text, value: value,
        citation: try row.citation(&pool, trust: trust))
    }
    // The recent table comes first, so that it wins where both print a year.
    let all = try recent.map(read) + (try older.map(read))
    var norms: [ExamNorm] = []
    var used: Set<Int> = []
    for (index, mean) in all.enumerated() where mean.statistic == "mean" {
      let partner = all.indices.first {
        all[$0].statistic == "sd" && all[$0].exam == mean.exam && all[$0].period == mean.period
          && all[$0].population == mean.population
          && all[$0].citation.table == mean.citation.table
      }
      guard let partner, let value = mean.value, let deviation = all[partner].value else {
        continue
      }
      used.formUnion([index, partner])
      let span = Period(mean.period)
      // The same year from the older table is dropped.
      if norms.contains(where: { $0.exam == mean.exam && $0.period == mean.period }) { continue }
      norms.append(
        ExamNorm(
          exam: mean.exam, period: mean.period, start: span?.start, end: span?.end,
          population: mean.population, mean: value, standardDeviation: deviation,
          citation: mean.citation))
    }
    norms.sort { ($0.exam.rawValue, $0.period) < ($1.exam.rawValue, $1.period) }
    let statistics = all.indices.filter { !used.contains($0) }.map { all[$0] }
    return ExamNorms(
      norms: norms, statistics: statistics, passingScores: try passingScores(),
      percentiles: try percentiles())
  }

  private func passingScores() throws(FactsError) -> [PassingScore] {
    try open(
      "usmle_passing_scores", columns: ["exam", "effective_from", "passing_score", "note"]
    ).map { (row, pool) throws(FactsError) in
      let exam: Exam = try row.choice("exam")
      let from = try row.required("effective_from")
      var start = CalendarDate(from)
      if start == nil, from.contains("(after"), let year = Int(from.prefix(4)) {
        start = CalendarDate(year: year, month: 12, day: 31)
      } else if start == nil, !from.hasPrefix("before"), !from.contains("(before)") {
        throw row.bad("effective_from", accepted: "YYYY-MM-DD, ‘before …’ or ‘YYYY (after …)’")
      }
      return PassingScore(
        exam: exam, effectiveFrom: from, start: start,
        score: try row.int("passing_score", in: exam.scale), note: try row.optional("note"),
        citation: try row.citation(&pool))
    }
  }

  private func percentiles() throws(FactsError) -> [ScorePercentile] {
    let rows = try open(
      "usmle_percentiles_2026", columns: ["score", "step2ck_percentile", "step3_percentile"]
    ).map { (row, pool) throws(FactsError) in
      ScorePercentile(
        score: try row.int("score", in: Exam.step2CK.scale),
        step2CK: try row.int("step2ck_percentile", in: 0...100),
        step3: try row.int("step3_percentile", in: 0...100), citation: try row.citation(&pool))
    }
    return rows.sorted { $0.score < $1.score }
  }
}

/// The days a printed period covers.
struct Period {
  let start: CalendarDate
  let end: CalendarDate

  /// "2018 calendar" is the calendar year; "2018-2019" runs from July to June; other texts are
  /// not periods.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    if words.count == 2, words[1] == "calendar", let year = Int(words[0]),
      let start = CalendarDate(year: year, month: 1, day: 1),
      let end = CalendarDate(year: year, month: 12, day: 31)
    {
      self.start = start
      self.end = end
      return
    }
    let years = text.split(separator: "-")
    guard years.count == 2, years.allSatisfy({ $0.count == 4 }), let first = Int(years[0]),
      let second = Int(years[1]), second == first + 1,
      let start = CalendarDate(year: first, month: 7, day: 1),
      let end = CalendarDate(year: second, month: 6, day: 30)
    else { return nil }
    self.start = start
    self.end = end
  }
}
