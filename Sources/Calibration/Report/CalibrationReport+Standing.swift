import MatchFacts
import MatchOdds
import SeasonSimulation

/// What goes by the standing of programs: every published figure beside its simulation, and what the
/// fit found.
extension CalibrationReport {
  func standingSection() -> String {
    guard let targets = targets.standing,
      let now = QuarterStatistics(statistics, specialty: targets.specialty)
    else { return "" }
    var lines: [String] = []
    for measure in StandingMeasure.all {
      guard let published = targets.quarters[measure], let simulated = now.quarters(measure) else {
        continue
      }
      lines.append(
        "| \(measure.title) | " + published.map { measure.write($0, self) }.joined(separator: " | ")
          + " | " + simulated.map { measure.write($0, self) }.joined(separator: " | ") + " |")
    }
    let counts = now.programCounts.map(String.init).joined(separator: ", ")
    return """
      ## Standing

      Programs of \(targets.specialty) in quarters of the standing index, lowest first; published of \
      2026, simulated over \(counts) programs. Means over programs. The season is one of 2020–2024, \
      when scores were lower and lists of programs shorter: the fit follows how figures change over \
      the quarters, not the level of applicants and scores. Percentiles are means of those of programs \
      with at least \(StandingPools.fewestInvited) invited of the type.

      | | 1 | 2 | 3 | 4 | simulated 1 | 2 | 3 | 4 |
      |---|--:|--:|--:|--:|--:|--:|--:|--:|
      \(lines.joined(separator: "\n"))

      \(foundSection(now))
      \(opennessSection(targets.specialty))
      """
  }

  private func foundSection(_ now: QuarterStatistics) -> String {
    let effects = simulator.parameters.effects.standing
    let name = targets.standing?.specialty ?? ""
    func row(_ values: [Double]) -> String { values.map { round1($0) }.joined(separator: ", ") }
    let slope = odds.specialties[name]?.standing.value ?? 0
    let chances = barChances(name)
    return """
      **What the fit found.** Were all pools alike, the bar alone would have to make the shift of the \
      invited, and the average applicant's chance would be the same everywhere; were the bar alone \
      different, one applicant's chance would fall with every point. The mean scores of US MDs who \
      apply are \(row(now.poolScores(.usMD))) by quarter (a pull of \(round2(effects.pull["us-md"] ?? 0)) a \
      unit of standing and \(round2(effects.pullOfMerit)) more for each unit of merit), and the bar rises: \
      the log-odds of an average US MD without a tie or signal are \(chances) by quarter, \
      \(round3(slope)) for one point of standing in \(name) (over specialties \(round3(odds.anySpecialty.standing.value))). \
      Interview slots for a \
      position change by \(round2(simulator.parameters.fields[name]?.slotTilt ?? 0)) in the log a standard \
      deviation of the index, and a program draws \(round2(effects.pullOfSize)) in the log more for the log \
      of its positions, so that US MDs' rates change with standing and size as they do over programs. \
      Ever having failed costs \(round2(-effects.failedAttempt)) log-odds at a program of mean standing \
      and \(round2(-effects.failedAttemptByStanding)) more for each unit; a unit is \
      \(round2(effects.unit)) points.

      """
  }

  /// Mean log-odds of an invitation for a US MD of the reference score by quarter.
  private func barChances(_ name: String) -> String {
    let world = simulator.world
    guard let index = world.specialties.firstIndex(of: name) else { return "" }
    var sums = [Double](repeating: 0, count: StandingPools.quarters)
    var counts = [Double](repeating: 0, count: StandingPools.quarters)
    for program in world.starts[index]..<world.starts[index + 1] where world.quarters[program] < 4 {
      sums[Int(world.quarters[program])] -= thresholds[program]
      counts[Int(world.quarters[program])] += 1
    }
    return zip(sums, counts).map { round2($0 / max($1, 1)) }.joined(separator: ", ")
  }

  private func opennessSection(_ name: String) -> String {
    guard let openness else {
      return "Without rates of single programs openness was not regressed again.\n"
    }
    var lines: [String] = []
    for (position, feature) in ProgramTraits.Feature.allCases.enumerated() {
      let values = RatedPrograms.types.indices.map { type in
        let effect = openness.effect(type, column: position)
        return type == 0 && feature == .index
          ? "–" : "\(round2(effect.value)) ± \(round2(effect.deviation))"
      }
      lines.append("| \(feature.rawValue) | " + values.joined(separator: " | ") + " |")
    }
    let check = OpennessCheck(openness, named: name)
    var ranks: [String] = []
    for (type, score) in zip(RatedPrograms.types, check.scores) {
      ranks.append(
        "| \(type.type.rawValue) | \(score.programs) | \(round2(score.own)) | \(round2(score.plain)) | "
          + (score.named.map { "\($0.programs) | \(round2($0.own)) | \(round2($0.plain))" }
            ?? "– | – | –")
          + " |")
    }
    return """
      **Openness.** Ridge regressions of programs' interview rates (log-odds, within specialty) on what \
      public figures tell: US MD's rate, and the others' beside US MD's, whose part is included. \
      \(openness.programs.rows.count) of \(openness.programs.given) rows with a rate were joined to the \
      directory; \(openness.design.states.count) states have an effect of their own besides. US MDs have \
      no index here: the bar stands for it.

      | feature | us-md | us-do | us-img | non-us-img |
      |---|--:|--:|--:|--:|
      \(lines.joined(separator: "\n"))

      How single programs are ranked by it: Spearman's correlation of predicted and given rates, each \
      specialty left out in turn, beside a plain ridge of the type's own rate on standing, new \
      accreditation, size and state; means weighted by programs, specialties of forty or more.

      | type | programs | these | plain ridge | in \(name) | these | plain ridge |
      |---|--:|--:|--:|--:|--:|--:|
      \(ranks.joined(separator: "\n"))

      """
  }
}

extension StandingMeasure {
  /// The measure's name in the report.
  fileprivate var title: String {
    switch self {
    case .applicants(let type): "\(type.rawValue) applicants at a program"
    case .rate(let type): "\(type.rawValue) invited, %"
    case .score(let type, let percentile):
      "Step 2 CK of invited \(type.rawValue), \(Int((100 * percentile).rounded()))th percentile"
    case .everFailed: "ever failed, % of applicants"
    case .rateOfEverFailed: "ever failed: invited, %"
    case .rateOfNeverFailed: "never failed: invited, %"
    case .signaled: "signaled, % of applicants"
    case .rateOfSignaled: "signaled: invited, %"
    case .rateOfUnsignaled: "not signaled: invited, %"
    }
  }

  fileprivate func write(_ value: Double, _ report: CalibrationReport) -> String {
    switch self {
    case .applicants: "\(Int(value.rounded()))"
    case .score: report.round1(value)
    default: report.percent(value)
    }
  }
}
