import SeasonSimulation
import SmartPickNumerics

/// Match rates to the preferred specialty, by type.
extension CalibrationReport {
  func rateSection() -> (text: String, sums: [String: ErrorSum]) {
    var sums: [String: ErrorSum] = [:]
    var lines: [String] = []
    for (index, name) in simulator.world.specialties.enumerated() {
      for group in SeasonGroup.allCases {
        guard let target = targets.rate(name, group), let rate = statistics.rate(index, group)
        else { continue }
        let published = target.matched / target.total
        let isHeld = targets.isHeldOut(name, group)
        let deviation = predictiveDeviation(name, group, target: target, isHeld: isHeld)
        let p = min(max(rate, 0.002), 0.998)
        let center = logit(p)
        let low = Logistic.cumulative(center - 1.2816 * deviation)
        let high = Logistic.cumulative(center + 1.2816 * deviation)
        let isCovered = published >= low && published <= high
        let state = isHeld ? "held out" : "fitted"
        for key in [state, "\(state) \(group.name)"] {
          sums[key, default: ErrorSum()].add(
            rate - published, target.total, covered: isCovered)
        }
        lines.append(
          "| \(name) | \(group.name) | \(Int(target.total)) | \(percent(published)) | "
            + "\(percent(rate)) | \(points(rate - published)) | \(percent(low))–\(percent(high)) | "
            + "\(isHeld ? "**held out**" : "fitted") | "
            + "\((targets.published.rates[name]?[group] ?? []).map { "\($0.year): \(percent($0.value))" }.joined(separator: ", ")) |"
        )
      }
    }
    let text = """
      ## Match rates to the preferred specialty, by type

      The published figure is that of Charting Outcomes, of the earlier year where two are published; \
      US MD rates whose bands are fitted pool it with the score bands of 2020–2024 (which hold 2024 as \
      well, so that it counts a little more). A rate that is held out beside fitted bands is held out \
      as a level only, and bands beside a fitted rate as a slope. The 80 % range is the posterior \
      predictive of such a figure: what is not known of the offset, the year, and sampling. Where the \
      rate of non-US IMGs is held out or not published, their offset follows a line over the applicants \
      for each position; each specialty left out in turn, it errs by \(round2(fit.predicted.deviation)) \
      log-odds (root mean square), the mean of the others by \(round2(fit.predicted.deviationOfMean)). \
      The offset of a small cell is drawn to what the other specialties say by its sampling error.

      | specialty | type | n | published | simulated | error | 80 % range | use | single years |
      |---|---|--:|--:|--:|--:|---|---|---|

      """
    return (text + lines.joined(separator: "\n") + "\n", sums)
  }

  private func predictiveDeviation(
    _ name: String, _ group: SeasonGroup, target: (matched: Double, total: Double), isHeld: Bool
  ) -> Double {
    let s = posterior.sensitivity[group] ?? 0.8
    let offset = posterior.deviations[name]?[group] ?? 0.5
    let p = (target.matched + 0.5) / (target.total + 1)
    let sampling = 1 / ((target.total + 1) * p * (1 - p))
    let year = posterior.yearDeviation * posterior.yearDeviation
    return (s * s * offset * offset + sampling + year).squareRoot()
  }
}
