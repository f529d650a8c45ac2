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

/// Sets levels and slopes so that the advice on a bare file says the published rate.
///
/// The season is fitted to published rates through the lists people send; the advice is of the list
/// it recommends. Whether that list does better than people's own is shown nowhere, so a bare file
/// is told what applicants like it achieved: the second stage's level of each type and specialty,
/// and the slope of the score where bands are published, move until it is.
struct Anchoring: Sendable {
  let advice: CalibrationAdvice
  let threads: Int

  /// One type in one specialty: what is moved, and how far its last move carried.
  private struct Knob {
    var cells: [Int]
    /// Change of the told log-odds with the level.
    var sensitivity = 0.7
    var lastStep = 0.0
    var lastTold: Double?
    /// The slope that the season gave.
    var firstSlope: Double?
  }

  /// How far a slope may move from the season's: the list that is recommended to a low score does
  /// better than those people send, and a slope that undid all of it would be no slope of programs.
  private static let slopeReach = 0.7...1.4
  /// Levels beyond which every place is certain, or none is.
  private static let levelReach = -6.0...4.0

  /// The parameters anchored to the cells, and what the advice then says of each.
  ///
  /// Damped Newton steps with the sensitivity of each knob learned on the way; the best round is
  /// kept.
  func run(
    _ start: OddsParameters, cells: [AnchorCell], rounds: Int,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> (parameters: OddsParameters, told: [Double]) {
    var parameters = start
    var knobs: [String: Knob] = [:]
    for (index, cell) in cells.enumerated() {
      knobs["\(cell.specialty)|\(cell.group.name)", default: Knob(cells: [])].cells.append(index)
    }
    let names = knobs.keys.sorted()
    var best = (parameters: start, told: [Double](), error: Double.infinity)
    for round in 0...rounds {
      let told = try await told(cells, under: parameters)
      let error = Self.error(cells, told)
      progress(
        "anchoring, round \(round): bare files told \((error * 1000).rounded() / 10) points off")
      if error < best.error { best = (parameters, told, error) }
      if round == rounds { break }
      for name in names {
        guard var knob = knobs[name] else { continue }
        Self.move(&parameters, &knob, cells, told)
        knobs[name] = knob
      }
    }
    return (best.parameters, best.told)
  }

  /// Mean absolute error, weighted by applicants.
  static func error(_ cells: [AnchorCell], _ told: [Double]) -> Double {
    var sum = 0.0
    var weight = 0.0
    for (cell, value) in zip(cells, told) {
      sum += cell.n * abs(value - cell.rate)
      weight += cell.n
    }
    return weight > 0 ? sum / weight : 0
  }

  private static func move(
    _ parameters: inout OddsParameters, _ knob: inout Knob, _ cells: [AnchorCell], _ told: [Double]
  ) {
    guard let first = knob.cells.first.map({ cells[$0] }) else { return }
    var rows: [(weight: Double, x: Double, wanted: Double, told: Double)] = []
    for index in knob.cells {
      let cell = cells[index]
      let p = min(max(cell.rate, 0.02), 0.98)
      let mean = cell.scores.reduce(0) { $0 + Double($1) } / Double(cell.scores.count)
      rows.append(
        (cell.n * p * (1 - p), mean / 10, cell.target, logit(min(max(told[index], 1e-4), 0.9999)))
      )
    }
    let total = rows.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return }
    let wanted = rows.reduce(0) { $0 + $1.weight * $1.wanted } / total
    let now = rows.reduce(0) { $0 + $1.weight * $1.told } / total
    if let last = knob.lastTold, abs(knob.lastStep) > 0.02 {
      let seen = (now - last) / knob.lastStep
      knob.sensitivity = min(max(0.5 * knob.sensitivity + 0.5 * seen, 0.25), 1.5)
    }
    let step = min(max(0.9 * (wanted - now) / knob.sensitivity, -1), 1)
    knob.lastStep = step
    knob.lastTold = now
    if let level = parameters.specialties[first.specialty]?.placeLevel[first.group.name]?.value {
      parameters.specialties[first.specialty]?.placeLevel[first.group.name]?.value = min(
        max(level + step, Self.levelReach.lowerBound), Self.levelReach.upperBound)
    }
    guard rows.count >= 3 else { return }
    let centre = rows.reduce(0) { $0 + $1.weight * $1.x } / total
    let xx = rows.reduce(1e-9) { $0 + $1.weight * ($1.x - centre) * ($1.x - centre) }
    let slopeWanted = rows.reduce(0) { $0 + $1.weight * ($1.x - centre) * $1.wanted } / xx
    let slopeNow = rows.reduce(0) { $0 + $1.weight * ($1.x - centre) * $1.told } / xx
    let ratio = max(slopeWanted, 0.1) / max(slopeNow, 0.1)
    let factor = pow(min(max(ratio, 0.6), 1.6), 0.6)
    guard let slope = parameters.specialties[first.specialty]?.scoreSlope.value else { return }
    let start = knob.firstSlope ?? slope
    knob.firstSlope = start
    parameters.specialties[first.specialty]?.scoreSlope.value = min(
      max(slope * factor, Self.slopeReach.lowerBound * start), Self.slopeReach.upperBound * start)
  }

  /// What the advice says of each cell: the mean over its files.
  func told(_ cells: [AnchorCell], under parameters: OddsParameters) async throws -> [Double] {
    let advise = try advice.advisor(parameters).chance
    let count = max(threads, 1)
    return try await withThrowingTaskGroup(of: [(Int, Double)].self) { group in
      for part in 0..<count {
        group.addTask {
          try stride(from: part, to: cells.count, by: count).map { index in
            let files = cells[index].files
            return (index, try files.reduce(0) { $0 + (try advise($1)) } / Double(files.count))
          }
        }
      }
      var result = [Double](repeating: 0, count: cells.count)
      for try await part in group {
        for (index, value) in part { result[index] = value }
      }
      return result
    }
  }
}
