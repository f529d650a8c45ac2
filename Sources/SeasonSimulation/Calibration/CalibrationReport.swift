import ApplicantFile
import MatchFacts
import MatchOdds
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The calibration's report: every figure published, simulated, its error, fitted or held out.
struct CalibrationReport {
  let targets: CalibrationTargets
  let simulator: SeasonSimulator
  let tally: SeasonTally
  let fit: SeasonFit
  let posterior: OffsetPosterior
  let backtest: Backtest
  let odds: OddsParameters
  let hasRates: Bool
  let effort: CalibrationRun.Effort
  let seed: UInt64
  let directory: [Program]

  private var statistics: SeasonStatistics {
    SeasonStatistics(world: simulator.world, tally: tally)
  }

  /// Weighted sums of absolute errors.
  struct ErrorSum {
    var absolute = 0.0
    var squared = 0.0
    var weight = 0.0
    var count = 0
    var covered = 0
    mutating func add(_ error: Double, _ n: Double, covered isCovered: Bool = false) {
      absolute += n * abs(error)
      squared += n * error * error
      weight += n
      count += 1
      covered += isCovered ? 1 : 0
    }
    var mean: Double { weight > 0 ? absolute / weight : 0 }
  }

  func markdown() -> String {
    var rates = rateSection()
    let bands = bandSection()
    let summary = summarySection(rates: rates.sums, bands: bands.sums, baseline: bands.baseline)
    rates.text += "\n"
    return
      ([
        header(), summary, rates.text, bands.text, slopeSection(), ranksSection(),
        interviewSection(),
        nationalSection(), backtestSection(), exampleSection(), discussion(),
      ]
      .joined(separator: "\n") + "\n")
  }

  private func header() -> String {
    """
    # Calibration report

    Made by `smartpick calibrate`; do not edit by hand. Seed \(seed); \(effort.steps) steps of \
    \(effort.seasonsPerStep) seasons for the fit, \(effort.reportSeasons) fresh seasons for the \
    figures below. Per-program interview rates \(hasRates ? "were" : "were not") given as an input \
    (pooled spreads enter the parameters; no row of that file does).

    A figure marked **held out** was chosen in `held-out.csv` before the first fit and moved no \
    parameter. Rates in percent, errors in points, weights are applicants. Figures of trust D are \
    not used.

    """
  }

  // MARK: Match rates

  private func rateSection() -> (text: String, sums: [String: ErrorSum]) {
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
        let center = logOdds(p)
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
      for fitted US MD rates it pools the score bands of 2020–2024. The 80 % range is the posterior \
      predictive of such a figure: what is not known of the offset, the year, and sampling. Where the \
      rate of non-US IMGs is held out or not published, their offset follows a line over the applicants \
      for each position; each specialty left out in turn, it errs by \(round2(fit.predicted.deviation)) \
      log-odds (root mean square), the mean of the others by \(round2(fit.predicted.deviationOfMean)). \
      The offset of a small cell is drawn to what the other specialties say by its sampling error.

      | specialty | type | n | published | simulated | error | 80 % range | use | single years |
      |---|---|--:|--:|--:|--:|---|---|---|

      """
    return (text + lines.joined(separator: "\n"), sums)
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

  // MARK: Bands

  private func bandSection() -> (
    text: String, sums: [String: ErrorSum], baseline: [String: ErrorSum]
  ) {
    var sums: [String: ErrorSum] = [:]
    var baselines: [String: ErrorSum] = [:]
    var lines: [String] = []
    let slope = fit.slopes.pooled()
    for (index, name) in simulator.world.specialties.enumerated() {
      guard let bands = targets.bands[name] else { continue }
      let cell = statistics.cell(index, .usMD)
      let isHeld = targets.heldOut.contains(.scoreBands, name, "us-md")
      let level2024 = targets.published.rates[name]?[.usMD]?.first { $0.year == 2024 }?.value
      let level = level2024.map { baselineLevel($0, bands: bands, slope: slope) }
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
        }
        lines.append(
          "| \(name) | \(SeasonTally.bands[band.index]) | \(band.n) | \(percent(band.rate)) | "
            + "\(simulated.map { percent($0) } ?? "–") | "
            + "\(simulated.map { points($0 - band.rate) } ?? "–") | "
            + "\(base.map { percent($0) } ?? "–") | \(base.map { points($0 - band.rate) } ?? "–") | "
            + "\(isHeld ? "**held out**" : "fitted") |")
      }
    }
    let text = """
      ## Match rates by Step 2 CK band, US MD seniors 2020–2024

      The baseline is one logistic curve a specialty, its level the 2024 match rate, its slope the \
      pooled one of the fitted tables (\(round2(slope)) log-odds for ten points).

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

  // MARK: Summary

  private func summarySection(
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
      80 % ranges cover \(held.covered) of \(held.count) held-out match rates and \(covered) of \
      \(count) of all. In the backtest, 80 % intervals of an applicant's chance cover the truth in \
      \(percent(backtest.coverage)) % of cases.

      """
  }

  // MARK: Other tables

  private func slopeSection() -> String {
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

  private func ranksSection() -> String {
    var lines: [String] = []
    for (index, name) in simulator.world.specialties.enumerated() {
      guard let target = targets.ranks[name],
        let matched = statistics.meanRanks(index, .nonUSIMG, matched: true),
        let unmatched = statistics.meanRanks(index, .nonUSIMG, matched: false)
      else { continue }
      let isHeld = targets.heldOut.contains(.contiguousRanks, name, "non-us-img")
      lines.append(
        "| \(name) | \(target.matchedCount) | \(round1(target.matched)) | \(round1(matched)) | "
          + "\(target.unmatchedCount) | \(round1(target.unmatched)) | \(round1(unmatched)) | "
          + "\(isHeld ? "**held out**" : "fitted") |")
    }
    return """
      ## Contiguous ranks, non-US IMGs 2026 (means)

      | specialty | n matched | published | simulated | n not matched | published | simulated | use |
      |---|--:|--:|--:|--:|--:|--:|---|
      \(lines.joined(separator: "\n"))

      """
  }

  private func interviewSection() -> String {
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

  private func nationalSection() -> String {
    var lines: [String] = []
    for group in SeasonGroup.allCases {
      let active = tally.seasons.reduce(0) { $0 + $1.active[group.rawValue] }
      let matched = tally.seasons.reduce(0) { $0 + $1.matchedAnywhere[group.rawValue] }
      guard active > 0 else { continue }
      let seasons = Double(tally.seasons.count)
      lines.append(
        "| \(group.name) | \(Int(targets.published.active[group] ?? 0)) | "
          + "\(Int((Double(active) / seasons).rounded())) | "
          + "\(targets.overall[group].map { percent($0) } ?? "–") | "
          + "\(targets.preliminaryShare[group].map { percent($0) } ?? "–") | "
          + "\(percent(Double(matched) / Double(active))) |")
    }
    let couples = tally.seasons.reduce(0) { $0 + $1.couples }
    let both = tally.seasons.reduce(0) { $0 + $1.couplesMatched }
    let stable = tally.seasons.reduce(0) { $0 + ($1.isStable ? 1 : 0) }
    var fills: [String] = []
    for (index, name) in simulator.world.specialties.enumerated() {
      let range = simulator.world.starts[index]..<simulator.world.starts[index + 1]
      guard range.count >= 10 else { continue }
      let offered = Int(statistics.offered(index))
      let filled = statistics.filled(index)
      fills.append(
        "| \(name) | \(range.count) | "
          + "\(targets.published.totals[name].map { "\(Int($0.positions))" } ?? "–") | \(offered) | "
          + "\(Int(filled.rounded())) | \(percent(filled / Double(max(offered, 1)))) |")
    }
    return """
      ## National figures

      | type | active published | simulated | matched published, % | of it surgical preliminary | \
      simulated without it, % |
      |---|--:|--:|--:|--:|--:|
      \(lines.joined(separator: "\n"))

      Couples with both matched: simulated \
      \(percent(couples > 0 ? Double(both) / Double(couples) : 0)) %, published 89.1 % (2025) and \
      89.8 % (2020–2024). Seasons with a stable matching: \(stable) of \(tally.seasons.count).

      | specialty | programs | positions published 2026 | in the season | filled | % |
      |---|--:|--:|--:|--:|--:|
      \(fills.joined(separator: "\n"))

      """
  }

  private func backtestSection() -> String {
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
      ## Backtest: applicants the fit never saw

      \(backtest.cases.count) applicants of a fresh season. The odds see type, score, school's \
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

  private func exampleSection() -> String {
    let specialty = Specialty("Internal Medicine")
    guard
      let program = directory.first(where: {
        $0.specialty == specialty && $0.track == .categorical && ($0.positions ?? 0) >= 10
      })
    else { return "" }
    let file = Applicant(
      type: .usDO, step2CK: ScoredExam(score: 245),
      specialties: [TargetSpecialty(specialty: specialty)])
    let model = OddsModel(parameters: odds, directory: directory, season: 2026)
    let plain = model.odds(for: file, in: specialty, programs: [program])
    var evidence = ProgramEvidence(code: program.code, origin: "example")
    evidence.interviewRateByType = [.usDO: 0.35]
    evidence.interviewRateOutOfState = 0.12
    let known = model.odds(
      for: file, in: specialty, programs: [program], figures: [program.code: evidence])
    func text(_ chance: ChanceEstimate) -> String {
      "\(percent(chance.estimate)) % (\(percent(chance.low))–\(percent(chance.high)))"
    }
    return """
      ## One program with and without a data pack

      A US DO senior with Step 2 CK 245, one internal medicine program, no signal. Without figures \
      of the program: interview \(text(plain.interviewChance(program: 0, tier: 0))). With a pack \
      that says that it invites 35 % of DOs and 12 % of applicants from other states: \
      \(text(known.interviewChance(program: 0, tier: 0))). The directory alone says little of one \
      program; the figures of the program do.

      """
  }

  private func discussion() -> String {
    """
    ## What does not fit, and why it was not tuned

    - **Years differ.** US MD match rates of 2024 and 2026 differ by more than sampling (standard \
    deviation \(round2(posterior.yearDeviation)) log-odds a year); the band tables pool 2020–2024. \
    The season stands for 2020–2024, so of two rates the earlier one counts. Scores of US MD seniors \
    were moved to those of the band tables' applicants (by \(round1(targets.scoreShift)) points on \
    average, which is also taken for DO seniors and for specialties without a table).
    - **Counts come from different tables.** Applicants who prefer a specialty are the mean of 2024 \
    and 2026 where both are published, its positions those of 2026; the split of the rest into US IMGs and graduates is inferred; second choices come from the \
    Main Match 2025, whose table lacks specialties that begin in the second year.
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

  // MARK: Numbers

  private func percent(_ x: Double) -> String { round1(x * 100) }
  private func points(_ x: Double) -> String { (x >= 0 ? "+" : "−") + round1(abs(x) * 100) }
  private func round1(_ x: Double) -> String { Self.fixed(x, 1) }
  private func round2(_ x: Double) -> String { Self.fixed(x, 2) }
  private func round3(_ x: Double) -> String { Self.fixed(x, 3) }

  /// A number with a fixed count of decimals, without Foundation.
  private static func fixed(_ x: Double, _ decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let whole = Int((abs(x) * scale).rounded())
    let base = Int(scale)
    let fraction = String(whole % base)
    let padded = String(repeating: "0", count: decimals - fraction.count) + fraction
    return (x < 0 && whole > 0 ? "−" : "") + "\(whole / base).\(padded)"
  }
}
