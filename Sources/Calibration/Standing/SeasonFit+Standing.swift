import MatchFacts
import MatchOdds
import SeasonSimulation
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What goes by the standing of programs follows the published figures by quarter of standing; one
/// specialty has them, and all share the effects.
extension SeasonFit {
  mutating func moveStanding(_ statistics: SeasonStatistics, gain: Double) {
    moveSlots(statistics, gain: gain)
    guard let targets = targets.standing,
      let now = QuarterStatistics(statistics, specialty: targets.specialty)
    else { return }
    let errors = QuarterErrors(targets: targets, now: now)
    if let rates = errors.logOdds(.rate(.usMD)) {
      moveSlots(targets.specialty, error: rates.slope, gain: gain)
    }
    var effects = parameters.effects.standing
    for type in ApplicantType.allCases {
      guard let error = errors.logs(.applicants(type)) else { continue }
      let name = type.rawValue
      effects.pull[name, default: 0] += gain * 0.8 * bounded(error.slopeWithBend)
      effects.curve[name, default: 0] += gain * 0.5 * bounded(error.bend)
      effects.pull[name] = min(max(effects.pull[name] ?? 0, -1.5), 1.5)
      effects.curve[name] = min(max(effects.curve[name] ?? 0, -0.6), 0.2)
    }
    // The whole distribution of those invited shifts with the bar.
    let shifts = StandingPools.percentiles.compactMap {
      errors.plain(.score(.usMD, percentile: $0))?.slope
    }
    if !shifts.isEmpty {
      let points = shifts.reduce(0, +) / Double(shifts.count)
      effects.pullOfMerit += gain * 0.1 * min(max(points, -3), 3)
      effects.pullOfMerit = min(max(effects.pullOfMerit, 0), 1.5)
    }
    if let signals = errors.logOdds(.signaled) {
      effects.liking = min(max(effects.liking + gain * 0.5 * bounded(signals.slope), -0.5), 1.5)
    }
    moveFailing(&effects, errors, gain: gain)
    parameters.effects.standing = effects
    moveOpenness(errors, gain: gain)
  }

  /// Slots follow how the rates of US MDs change with standing, and the pull of size how they change
  /// with size, over programs; of the specialty with figures by quarter, slots follow those.
  private mutating func moveSlots(_ statistics: SeasonStatistics, gain: Double) {
    guard let trends else { return }
    let now = RateTrends(statistics)
    // Where rates rise faster than in the specialty with figures by quarter, strong files sort more
    // than their scores tell, which is not taken for more slots.
    let most = targets.standing.flatMap { parameters.fields[$0.specialty]?.slotTilt } ?? 1
    for name in statistics.world.specialties {
      guard let own = now.byStanding[name], name != targets.standing?.specialty else { continue }
      moveSlots(name, error: trends.slope(of: name) - own, gain: gain)
      if let tilt = parameters.fields[name]?.slotTilt, tilt > most {
        parameters.fields[name]?.slotTilt = most
      }
    }
    guard !now.byStanding.isEmpty else { return }
    let pull = parameters.effects.standing.pullOfSize
    parameters.effects.standing.pullOfSize = min(
      max(pull + gain * 0.6 * bounded(now.bySize - trends.bySize), 0), 1.5)
  }

  private mutating func moveSlots(_ name: String, error: Double, gain: Double) {
    guard let tilt = parameters.fields[name]?.slotTilt else { return }
    let moved = min(max(tilt + gain * 0.6 * bounded(error), -1), 1)
    parameters.fields[name]?.slotTilt = moved
  }

  private func moveFailing(
    _ effects: inout StandingEffects, _ errors: QuarterErrors, gain: Double
  ) {
    if let share = errors.logOdds(.everFailed) {
      let step = gain * bounded(share.level)
      effects.failed = effects.failed.mapValues { min(max($0 + step, -6), 0) }
      effects.failedByMerit = min(
        max(effects.failedByMerit + gain * 1.5 * bounded(share.slope), -2), 0.5)
    }
    guard let ever = errors.logOdds(.rateOfEverFailed),
      let never = errors.logOdds(.rateOfNeverFailed)
    else { return }
    effects.failedAttempt = min(
      max(effects.failedAttempt + gain * 0.7 * bounded(ever.level - never.level), -3), 0)
    effects.failedAttemptByStanding = min(
      max(effects.failedAttemptByStanding + gain * 0.7 * bounded(ever.slope - never.slope), -0.8),
      0.2)
  }

  /// The index's coefficient of each type moves by the rates by type beside US MD's.
  private mutating func moveOpenness(_ errors: QuarterErrors, gain: Double) {
    guard let base = errors.logOdds(.rate(.usMD)) else { return }
    let index = ProgramTraits.Feature.index.rawValue
    for type in [ApplicantType.usDO, .usIMG, .nonUSIMG] {
      guard let own = errors.logOdds(.rate(type)) else { continue }
      let now = parameters.effects.openness.features[index]?[type.rawValue] ?? 0
      let ridge = start.effects.openness.features[index]?[type.rawValue] ?? 0
      // From a unit of standing to one of the index; one specialty's rates do not outweigh the
      // ridge over all.
      let step =
        0.6 * gain * (bounded(own.slope - base.slope) * Self.indexUnit + 0.5 * (ridge - now))
      parameters.effects.openness.features[index, default: [:]][type.rawValue] = min(
        max(now + step, -0.4), 0.2)
    }
  }

  /// Units of standing for one of the index in the specialty of the moments.
  private static let indexUnit = 0.9 / 4.17
}

/// Published less simulated, by quarter, over the standing of the quarters.
struct QuarterErrors {
  let targets: StandingTargets
  let now: QuarterStatistics

  /// Of the values themselves.
  func plain(_ measure: StandingMeasure) -> QuarterTrend? { trend(measure) { $0 } }

  /// Of their logs.
  func logs(_ measure: StandingMeasure) -> QuarterTrend? {
    trend(measure) { log(max($0, 1e-6)) }
  }

  /// Of their log-odds.
  func logOdds(_ measure: StandingMeasure) -> QuarterTrend? {
    trend(measure) { logit(min(max($0, 0.002), 0.998)) }
  }

  private func trend(
    _ measure: StandingMeasure, _ scale: (Double) -> Double
  ) -> QuarterTrend? {
    guard let wanted = targets.quarters[measure], let simulated = now.quarters(measure) else {
      return nil
    }
    return QuarterTrend(
      zip(wanted, simulated).map { scale($0) - scale($1) }, over: now.standing)
  }
}
