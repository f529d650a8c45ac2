import SeasonSimulation

/// What the odds say of applicants of a season that no fit saw.
extension CalibrationReport {
  func backtestSection() -> String {
    let told = backtest.score(\.estimate)
    let independent = backtest.score(\.ifIndependent)
    var byGroup: [String] = []
    for group in SeasonGroup.allCases where group.rawValue < 4 {
      let members = backtest.cases.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      let own = Backtest(cases: members)
      let score = own.score(\.estimate)
      byGroup.append(
        "| \(group.name) | \(members.count) | \(percent(score.meanChance)) | "
          + "\(percent(score.rate)) | \(percent(own.score(\.ifIndependent).meanChance)) | "
          + "\(percent(own.coverage)) |")
    }
    return """
      ## Backtest: simulated applicants the fit never saw

      A check of the odds, before bare files are anchored, against the season they come from, not \
      against real applicants. \(backtest.cases.count) applicants of a fresh \
      season; "cover" is of the chance given everything that is drawn for them. The odds see type, score, school's \
      state and the list with its signals; not the strength of the file, nor what is drawn for the \
      programs. Brier score \(round3(told.brier)); if programs were taken as independent \
      \(round3(independent.brier)).

      | type | n | mean chance | matched | if independent | 80 % intervals that cover |
      |---|--:|--:|--:|--:|--:|
      \(byGroup.joined(separator: "\n"))

      Reliability of the chance:

      | chance | n | mean | matched |
      |---|--:|--:|--:|
      \(rows(told))

      Reliability of what independence would have claimed:

      | claim | n | mean | matched |
      |---|--:|--:|--:|
      \(rows(independent))

      """
  }

  private func rows(_ score: ForecastScore) -> String {
    score.reliability.map {
      "| \(percent($0.low))–\(percent($0.low + 0.1)) | \($0.count) | \(percent($0.forecast)) | "
        + "\(percent($0.happened)) |"
    }.joined(separator: "\n")
  }
}
