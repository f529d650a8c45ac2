import SeasonSimulation

/// What does not fit, and why it was not tuned.
extension CalibrationReport {
  func discussion() -> String {
    let open = openGaps()
    return """
      ## What does not fit, and why it was not tuned

      - **Years differ.** US MD match rates of 2024 and 2026 differ by more than sampling (standard \
      deviation \(round2(posterior.yearDeviation)) log-odds a year); the band tables pool 2020–2024. \
      The season stands for 2020–2024, so of two rates the earlier one counts. Scores of US MD seniors \
      were moved to those of the band tables' applicants (by \(round1(targets.scoreShift)) points on \
      average, which is also taken for DO seniors and for specialties without a table).
      - **Counts come from different tables.** Applicants who prefer a specialty are the mean of 2024 \
      and 2026 where both are published, its positions those of 2026; the split of the rest into US \
      IMGs and graduates is inferred; second choices come from the Main Match 2025, whose table lacks \
      specialties that begin in the second year.
      - **Positions filled** are no moment of the fit. Where more stay open than in 2024, the published \
      rates of those who prefer a specialty leave seats that others take as a second choice, and too \
      few of these are simulated. By more than three points: \(open).
      - **The newest rates differ.** Where 2026 is published beside 2024, the single years stand in the \
      last column of the first table; an applicant of a later season should read them too.
      - **Rates by type of US IMGs** are published nationally only: one distance from non-US IMGs, \
      fitted to the national rate, serves all specialties.
      - **Specialties without Charting Outcomes** (combined programs, transitional year) take pooled \
      offsets and counts; their rows are predictions, not checks.
      - **Held out, but not blind for ever.** No held-out rate ever moved a parameter; how many \
      applicants stand in a held-out table's bands is taken as a fact of the population. Held-out \
      errors of earlier versions had been seen, though, while rules were changed. Judged on fitted \
      figures alone, by leaving each out, were the line of slopes over score gaps, the line of non-US \
      IMGs over applicants for each position (for US DO seniors no line did better than the pooled \
      offset), the drawing of small cells towards the others, and the rule that types without a rate \
      yield where positions are scarce. Of two rates the earlier is used although, over the fitted \
      tables, adding the later one predicts as well: the simpler rule was taken, and the held-out \
      tables favour it. A reader should take the held-out errors as kinder than those of figures not \
      in these tables.
      - **The baseline is given more than it could know.** Its level is set on the very distribution \
      of scores of the held-out table.
      - **Interview rates** of the raw export are means over programs of rounded percents and are \
      not causal; see the section above.
      - **Quotas** are those of the directory, mostly of 2020, with later growth spread in \
      proportion where a total is published.
      - SOAP and the preliminary years of clinical specialties are not simulated. Ophthalmology, \
      urology and the military match lie outside the Main Match.
      """
  }
  /// Specialties of which the season fills fewer positions than were filled in 2024.
  private func openGaps() -> String {
    var gaps: [String] = []
    for (index, name) in simulator.world.specialties.enumerated() {
      let offered = statistics.offered(index)
      guard targets.published.totals[name] != nil, offered >= 100 else { continue }
      let simulated = statistics.filled(index) / offered
      let published = 1 - (targets.unfilled[name] ?? 0) / offered
      if published - simulated > 0.03 {
        gaps.append("\(name) (\(percent(simulated)) of \(percent(published)) %)")
      }
    }
    return gaps.isEmpty ? "none" : gaps.joined(separator: ", ")
  }
}
