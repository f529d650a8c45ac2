import SeasonSimulation
import SmartPickNumerics

/// Match rates over score bands and their slopes, US MD seniors.
extension CalibrationReport {
  func bandSection() -> (
    text: String, sums: [String: ErrorSum], baseline: [String: ErrorSum]
  ) {
    var sums: [String: ErrorSum] = [:]
    var baselines: [String: ErrorSum] = [:]
    var lines: [String] = []
    var better: [String] = []
    let slope = fit.slopes.pooled()
    for (index, name) in simulator.world.specialties.enumerated() {
      guard let bands = targets.bands[name] else { continue }
      let cell = statistics.cell(index, .usMD)
      let isHeld = targets.heldOut.contains(.scoreBands, name, "us-md")
      let level2024 = targets.published.rates[name]?[.usMD]?.first { $0.year == 2024 }?.value
      let level = level2024.map { baselineLevel($0, bands: bands, slope: slope) }
      var own = ErrorSum()
      var plain = ErrorSum()
      for band in bands {
        let n = cell.bandApplicants[band.index]
        let simulated = n > 0 ? Double(cell.bandMatched[band.index]) / Double(n) : nil
        let base = level.map {
          Logistic.cumulative($0 + slope * (BandSlope.centres[band.index] - 25))
        }
        let state = isHeld ? "held out" : "fitted"
        if let simulated {
          sums[state, default: ErrorSum()].add(simulated - band.rate, Double(band.n))
        }
        if let base, simulated != nil {
          baselines[state, default: ErrorSum()].add(base - band.rate, Double(band.n))
          plain.add(base - band.rate, Double(band.n))
          own.add((simulated ?? base) - band.rate, Double(band.n))
        }
        lines.append(
          "| \(name) | \(SeasonTally.bands[band.index]) | \(band.n) | \(percent(band.rate)) | "
            + "\(simulated.map { percent($0) } ?? "–") | "
            + "\(simulated.map { points($0 - band.rate) } ?? "–") | "
            + "\(base.map { percent($0) } ?? "–") | \(base.map { points($0 - band.rate) } ?? "–") | "
            + "\(isHeld ? "**held out**" : "fitted") |")
      }
      if plain.count > 0, plain.mean < own.mean {
        better.append(
          "\(name) (\(round2(plain.mean * 100)) against \(round2(own.mean * 100))"
            + "\(isHeld ? ", held out)" : ")")")
      }
    }
    let text = """
      ## Match rates by Step 2 CK band, US MD seniors 2020–2024

      The baseline is one logistic curve a specialty, its level the 2024 match rate, its slope the \
      pooled one of the fitted tables (\(round2(slope)) log-odds for ten points). It errs less than the \
      season in \(better.isEmpty ? "no table" : better.joined(separator: ", ")).

      | specialty | band | n | published | simulated | error | baseline | its error | use |
      |---|---|--:|--:|--:|--:|--:|--:|---|

      """
    return (text + lines.joined(separator: "\n") + "\n", sums, baselines)
  }

  private func baselineLevel(
    _ rate: Double, bands: [CalibrationTargets.Band], slope: Double
  ) -> Double {
    let total = bands.reduce(0) { $0 + Double($1.n) }
    var low = -12.0
    var high = 12.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let mean =
        bands.reduce(0.0) {
          $0 + Double($1.n)
            * Logistic.cumulative(middle + slope * (BandSlope.centres[$1.index] - 25))
        } / total
      if mean < rate { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  func slopeSection() -> String {
    let errors = fit.slopes.leaveOneOutErrors()
    var lines: [String] = []
    for (index, name) in simulator.world.specialties.enumerated() {
      guard statistics.cell(index, .usMD).applicants >= 100 * tally.seasons.count,
        let now = statistics.bandSlope(index)
      else { continue }
      let own = fit.slopes.own[name].map { "\(round2($0.value)) ± \(round2($0.deviation))" }
      lines.append(
        "| \(name) | \(own ?? "–") | \(round2(fit.slopes.expected(name))) | "
          + "\(round2(fit.slopes.target(name))) | \(round2(now)) |")
    }
    return """
      ## Slopes of the match rate over Step 2 CK, US MD seniors

      Log-odds for ten points. Own: of the fitted band table. Expected: without it, from the distance \
      between the scores of matched and unmatched applicants. Each fitted table left out in turn, the \
      expected slope errs by \(round3(errors.expected)) and the pooled slope by \
      \(round3(errors.pooled)). Target: the own slope drawn towards the expected one.

      | specialty | own | expected | target | simulated |
      |---|--:|--:|--:|--:|
      \(lines.joined(separator: "\n"))

      """
  }
}
