public import MatchFacts
import MatchOdds
public import SeasonSimulation
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Fits a season to the published tables by simulated moments.
///
/// Every parameter has the moment that it moves most: offsets on rank lists the match rates by
/// type, offsets of invitations the interview rates by type and the contiguous ranks, slopes the
/// score bands, signal and in-state effects the contrasts of interview rates, pools the number of
/// applicants who certify. Each step simulates fresh seasons and moves each parameter by its own
/// moment's error, by less and less (stochastic approximation), so that the luck of single seasons
/// averages out. Held-out figures move nothing; their parameters come from other figures or from
/// the pooled values of the other specialties.
public struct SeasonFit: Sendable {
  /// The current parameters.
  public internal(set) var parameters: SeasonParameters
  /// The moments.
  public let targets: CalibrationTargets
  /// Slopes of the match rate over scores.
  public let slopes: SlopeTargets
  /// Rates predicted where none may be seen.
  public let predicted: RatePrediction
  let start: SeasonParameters
  /// What the types without a rate of their own yield where positions are scarce, by specialty.
  var rest: [String: Double] = [:]
  /// Offsets of the types over the specialties' floors, as pooled by the last step.
  var lines: [SeasonGroup: PooledLine] = [:]
  /// How the rates of US MDs change with standing and size; nil moves nothing.
  var trends: RateTrends?
  private let directory: [Program]
  private let traits: ProgramTraitTable
  private let seed: UInt64

  /// A fit that starts at the given parameters.
  public init(
    start: SeasonParameters, targets: CalibrationTargets, directory: [Program],
    traits: ProgramTraitTable, seed: UInt64
  ) {
    parameters = start
    self.start = start
    self.targets = targets
    slopes = SlopeTargets(targets)
    predicted = RatePrediction(targets)
    self.directory = directory
    self.traits = traits
    self.seed = seed
  }

  /// Runs the given number of steps of so many seasons each.
  public mutating func run(
    steps: Int, seasons: Int, threads: Int,
    progress: @Sendable (_ step: Int, _ error: Double) -> Void = { _, _ in }
  ) async {
    for step in 0..<steps {
      let world = SeasonWorld(
        directory: directory, traits: traits, parameters: parameters, seed: seed)
      let simulator = SeasonSimulator(world: world, parameters: parameters, seed: seed)
      let first = step * seasons
      let tally = await simulator.tally(seasons: first..<first + seasons, threads: threads)
      let statistics = SeasonStatistics(world: world, tally: tally)
      let gain = Self.gain(step: step, of: steps)
      progress(step, weightedError(statistics))
      move(statistics, gain: gain)
    }
  }

  /// Large steps for the first third, then smaller in proportion to the steps left behind.
  private static func gain(step: Int, of steps: Int) -> Double {
    let third = Double(max(steps / 3, 1))
    return Double(step) < third
      ? 0.6 : max(0.6 * third / (2.2 * (Double(step) - third) + third), 0.05)
  }

  /// Mean absolute error of the fitted match rates, weighted by applicants.
  private func weightedError(_ statistics: SeasonStatistics) -> Double {
    var sum = 0.0
    var weight = 0.0
    for (index, name) in statistics.world.specialties.enumerated() {
      for group in SeasonGroup.allCases where !targets.isHeldOut(name, group) {
        guard let target = targets.rate(name, group), let rate = statistics.rate(index, group)
        else { continue }
        sum += target.total * abs(rate - target.matched / target.total)
        weight += target.total
      }
    }
    return sum / max(weight, 1)
  }

  /// The slope of the match rate over score bands follows its target.
  private func moveSlope(
    _ field: inout SeasonParameters.Field, _ name: String, _ index: Int,
    _ statistics: SeasonStatistics, gain: Double
  ) {
    guard let now = statistics.bandSlope(index) else { return }
    let wanted = slopes.target(name)
    field.scoreSlope *= pow(min(max(wanted / max(now, 0.1), 0.7), 1.4), 0.7 * gain)
    field.scoreSlope = min(max(field.scoreSlope, 0.1), 1.4)
  }

  func clamp(_ p: Double) -> Double { min(max(p, 0.003), 0.997) }

  private mutating func move(_ statistics: SeasonStatistics, gain: Double) {
    let specialties = statistics.world.specialties
    for (index, name) in specialties.enumerated() {
      guard var field = parameters.fields[name] else { continue }
      movePools(&field, index, statistics, gain: gain)
      moveApplications(&field, name, index, statistics, gain: gain)
      moveInterviewOffsets(&field, name, index, statistics, gain: gain)
      moveSignals(&field, name, index, statistics, gain: gain)
      moveSlope(&field, name, index, statistics, gain: gain)
      moveRankOffsets(&field, name, index, statistics, gain: gain)
      parameters.fields[name] = field
    }
    poolOffsets(statistics, gain: gain)
    moveStanding(statistics, gain: gain)
  }
}
