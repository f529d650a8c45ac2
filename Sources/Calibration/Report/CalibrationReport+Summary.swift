import SeasonSimulation

/// The errors of all match rates in one table.
extension CalibrationReport {
  func summarySection(
    rates: [String: ErrorSum], bands: [String: ErrorSum], baseline: [String: ErrorSum]
  ) -> String {
    func row(_ name: String, _ sum: ErrorSum?, _ base: ErrorSum? = nil) -> String {
      guard let sum, sum.count > 0 else { return "" }
      return "| \(name) | \(sum.count) | \(Int(sum.weight)) | \(round2(sum.mean * 100)) | "
        + "\(base.map { round2($0.mean * 100) } ?? "–") |\n"
    }
    var both = ErrorSum()
    for part in [rates["held out"], bands["held out"]].compactMap({ $0 }) {
      both.absolute += part.absolute
      both.weight += part.weight
      both.count += part.count
    }
    let all = [rates["held out"], rates["fitted"]].compactMap { $0 }
    let covered = all.reduce(0) { $0 + $1.covered }
    let count = all.reduce(0) { $0 + $1.count }
    let held = rates["held out"] ?? ErrorSum()
    return """
      ## Summary

      | figures | cells | applicants | mean absolute error, points | baseline |
      |---|--:|--:|--:|--:|
      \(row("match rates by type, fitted", rates["fitted"]))\
      \(row("match rates by type, **held out**", rates["held out"]))\
      \(row("— US MD, held out", rates["held out us-md"]))\
      \(row("— US DO, held out", rates["held out us-do"]))\
      \(row("— non-US IMG, held out", rates["held out non-us-img"]))\
      \(row("score bands, fitted", bands["fitted"], baseline["fitted"]))\
      \(row("score bands, **held out**", bands["held out"], baseline["held out"]))\
      \(row("all match rates **held out**", both))
      80 % ranges cover \
      \(held.count > 0 ? "\(held.covered) of \(held.count) held-out match rates and " : "")\
      \(covered) of \(count) match rates. In the backtest on simulated applicants, 80 % intervals of a chance cover the \
      simulated one in \(percent(backtest.coverage)) % of cases.

      """
  }
}
