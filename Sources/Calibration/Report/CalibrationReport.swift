import MatchFacts
import MatchOdds
import SeasonSimulation

/// The calibration's report: every figure published, simulated, its error, fitted or held out.
struct CalibrationReport {
  let targets: CalibrationTargets
  let simulator: SeasonSimulator
  let tally: SeasonTally
  /// What the tally says, laid out once for all sections.
  let statistics: SeasonStatistics
  let fit: SeasonFit
  let posterior: OffsetPosterior
  let backtest: Backtest
  let anchoring: AnchorOutcome?
  /// Lists of very different files; empty without an advice to ask.
  let lists: [AdvisedList]
  let odds: OddsParameters
  let hasRates: Bool
  let effort: CalibrationEffort
  let seed: UInt64
  let directory: [Program]
  let traits: ProgramTraitTable
  /// What the rates of single programs say; nil without them.
  let openness: OpennessRegression?
  /// Mean thresholds of the programs in simulated seasons.
  let thresholds: [Double]
  /// Counts of invitations against reports; nil without them.
  let counts: CountFit?

  /// The whole report, in Markdown.
  func markdown() -> String {
    let rates = rateSection()
    let bands = bandSection()
    let sections = [
      header(), summarySection(rates: rates.sums, bands: bands.sums, baseline: bands.baseline),
      rates.text, bands.text, slopeSection(), ranksSection(), interviewSection(),
      nationalSection(), standingSection(), anchoringSection(), listsSection(), countsSection(),
      backtestSection(),
      exampleSection(), discussion(),
    ]
    return sections.joined(separator: "\n") + "\n"
  }

  private func header() -> String {
    """
    # Calibration report

    Made by `smartpick calibrate`; do not edit by hand. Seed \(seed); \(effort.steps) steps of \
    \(effort.seasonsPerStep) seasons for the fit, \(effort.reportSeasons) fresh seasons for the \
    figures below. Per-program interview rates \(hasRates ? "were" : "were not") given as an input \
    (pooled spreads enter the parameters; no row of that file does).

    A figure marked **held out** stands in `held-out.csv` and moved no parameter; where none is \
    marked, what ships is fitted to every table, and the check on figures not seen is that of bare \
    files, each specialty's bands left out in turn. Rates in percent, errors in points, weights are \
    applicants. Figures of trust D are not used.

    """
  }
}
