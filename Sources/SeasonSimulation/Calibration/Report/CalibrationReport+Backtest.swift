/// What the odds say of applicants of a season that no fit saw.
extension CalibrationReport {
  func backtestSection() -> String {
    let lines = backtest.reliability(\.estimate).map {
      "| \(percent($0.low))–\(percent($0.low + 0.1)) | \($0.n) | \(percent($0.forecast)) | "
        + "\(percent($0.matched)) |"
    }
    let independent = backtest.reliability(\.ifIndependent).map {
      "| \(percent($0.low))–\(percent($0.low + 0.1)) | \($0.n) | \(percent($0.forecast)) | "
        + "\(percent($0.matched)) |"
    }
    var byGroup: [String] = []
    for group in SeasonGroup.allCases where group.rawValue < 4 {
      let members = backtest.cases.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      let n = Double(members.count)
      let covered = members.filter { $0.low <= $0.truth && $0.truth <= $0.high }
      byGroup.append(
        "| \(group.name) | \(members.count) | \(percent(members.reduce(0) { $0 + $1.estimate } / n)) | "
          + "\(percent(members.reduce(0) { $0 + ($1.isMatched ? 1 : 0) } / n)) | "
          + "\(percent(members.reduce(0) { $0 + $1.ifIndependent } / n)) | "
          + "\(percent(Double(covered.count) / n)) |")
    }
    return """
      ## Backtest: simulated applicants the fit never saw

      A check of the odds, before bare files are anchored, against the season they come from, not \
      against real applicants. \(backtest.cases.count) applicants of a fresh \
      season; "cover" is of the chance given everything that is drawn for them. The odds see type, score, school's \
      state and the list with its signals; not the strength of the file, nor what is drawn for the \
      programs. Brier score \(round3(backtest.brier)); if programs were taken as independent \
      \(round3(backtest.brierIfIndependent)).

      | type | n | mean chance | matched | if independent | 80 % intervals that cover |
      |---|--:|--:|--:|--:|--:|
      \(byGroup.joined(separator: "\n"))

      Reliability of the chance:

      | chance | n | mean | matched |
      |---|--:|--:|--:|
      \(lines.joined(separator: "\n"))

      Reliability of what independence would have claimed:

      | claim | n | mean | matched |
      |---|--:|--:|--:|
      \(independent.joined(separator: "\n"))

      """
  }
}
