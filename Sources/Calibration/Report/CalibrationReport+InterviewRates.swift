import MatchFacts
import SeasonSimulation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Interview rates over programs.
extension CalibrationReport {
  func interviewSection() -> String {
    var lines: [String] = []
    var errors: [RateColumn: (sum: Double, count: Double)] = [:]
    for (index, name) in simulator.world.specialties.enumerated() {
      guard let rows = targets.interviewRates[name] else { continue }
      for column in RateColumn.allCases {
        guard let row = rows[column.name] else { continue }
        let rates = statistics.rates(index, column).sorted()
        guard !rates.isEmpty else { continue }
        let mean = rates.reduce(0, +) / Double(rates.count)
        let error = errors[column] ?? (0, 0)
        errors[column] = (error.sum + abs(mean - row.mean), error.count + 1)
        lines.append(
          "| \(name) | \(column.name) | \(percent(row.mean)) | \(percent(mean)) | "
            + "\(percent(row.p10))–\(percent(row.p90)) | "
            + "\(percent(SeasonTables.percentile(rates, 0.1)))–"
            + "\(percent(SeasonTables.percentile(rates, 0.9))) |")
      }
    }
    let errorText = RateColumn.allCases.compactMap { column in
      errors[column].map { "\(column.name) \(percent($0.sum / $0.count))" }
    }.joined(separator: ", ")
    return """
      ## Interview rates over programs, 2024-25

      Type contrasts, signals and in-state ties are moments of the fit, but an effect goes at most \
      half way from the largest published adjusted odds ratio (a signal \
      \(round1(exp(targets.largestSignal))), in state \(round1(exp(targets.largestInState)))) to the \
      raw contrast. Signals go where applicants hope, so raw contrasts are larger than what a signal \
      adds; the season shows how: students of the own school and those who rotated at a program are \
      invited more readily, and it is there that they signal. What remains between the columns below \
      is that reconciliation, not an oversight. Levels lie between two tables that contradict each \
      other: the interviews held for each position in 2021, before signals, and the rates of 2024-25.

      Mean absolute error in points: \(errorText).

      | specialty | column | published mean | simulated | published p10–p90 | simulated |
      |---|---|--:|--:|--:|--:|
      \(lines.joined(separator: "\n"))

      """
  }
}
