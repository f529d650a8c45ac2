import MatchFacts

/// Interview rates over programs.
extension CalibrationReport {
  func interviewSection() -> String {
    var lines: [String] = []
    for (index, name) in simulator.world.specialties.enumerated() {
      guard let rows = targets.interviewRates[name] else { continue }
      for column in RateColumn.allCases {
        guard let row = rows[column.name] else { continue }
        let rates = statistics.rates(index, column).sorted()
        guard !rates.isEmpty else { continue }
        let mean = rates.reduce(0, +) / Double(rates.count)
        lines.append(
          "| \(name) | \(column.name) | \(percent(row.mean)) | \(percent(mean)) | "
            + "\(percent(row.p10))–\(percent(row.p90)) | "
            + "\(percent(SeasonTables.percentile(rates, 0.1)))–"
            + "\(percent(SeasonTables.percentile(rates, 0.9))) |")
      }
    }
    return """
      ## Interview rates over programs, 2024-25

      Type contrasts, signals and in-state ties are moments of the fit, but an effect goes at most \
      half way from the largest published adjusted odds ratio (a signal 9, in state 5) to the raw \
      contrast: signals go where applicants hope, home students are invited by courtesy, and so the \
      raw contrasts are larger than what a signal or a tie adds. What remains of them between the \
      columns below is that reconciliation, not an oversight. Levels lie between two tables that \
      contradict each other: the interviews held for each position in 2021, before signals, and the \
      rates of 2024-25.

      | specialty | column | published mean | simulated | published p10–p90 | simulated |
      |---|---|--:|--:|--:|--:|
      \(lines.joined(separator: "\n"))

      """
  }
}
