public import MatchFacts
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
/// applicants who certify. Each step simulates seasons with the same random numbers and moves each
/// parameter by its own moment's error (stochastic approximation). Held-out figures move nothing;
/// their parameters come from the pooled values of the others.
public struct SeasonFit: Sendable {
  /// The current parameters.
  public private(set) var parameters: SeasonParameters
  /// The moments.
  public let targets: CalibrationTargets
  private let start: SeasonParameters
  private let directory: [Program]
  private let seed: UInt64

  /// A fit that starts at the given parameters.
  public init(
    start: SeasonParameters, targets: CalibrationTargets, directory: [Program], seed: UInt64
  ) {
    parameters = start
    self.start = start
    self.targets = targets
    self.directory = directory
    self.seed = seed
  }

  /// Runs the given number of steps of so many seasons each.
  public mutating func run(
    steps: Int, seasons: Int, threads: Int,
    progress: @Sendable (_ step: Int, _ error: Double) -> Void = { _, _ in }
  ) async {
    for step in 0..<steps {
      let world = SeasonWorld(directory: directory, parameters: parameters, seed: seed)
      let simulator = SeasonSimulator(world: world, parameters: parameters, seed: seed)
      let tally = await simulator.tally(seasons: 0..<seasons, threads: threads)
      let statistics = SeasonStatistics(world: world, tally: tally)
      let gain = step < steps / 2 ? 0.6 : 0.35
      progress(step, weightedError(statistics))
      move(statistics, gain: gain)
    }
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
  }

  // MARK: Moves

  private func movePools(
    _ field: inout SeasonParameters.Field, _ index: Int, _ statistics: SeasonStatistics,
    gain: Double
  ) {
    for group in SeasonGroup.allCases {
      guard var cell = field.cells[group.name] else { continue }
      let now = statistics.applicants(index, group)
      if now > 0 {
        cell.poolRatio *= pow(min(max(cell.applicants / now, 0.5), 2), gain)
        cell.poolRatio = min(max(cell.poolRatio, 0.3), 5)
      }
      let counts = statistics.cell(index, group)
      if counts.applicants >= 20,
        let target = targets.published.scores[statistics.world.specialties[index]]?[group]
      {
        let mean = Double(counts.scoreSum) / Double(counts.applicants)
        cell.scoreMean += gain * min(max(target.mean - mean, -3), 3)
        cell.scoreMean = min(max(cell.scoreMean, target.mean - 12), target.mean + 6)
      }
      field.cells[group.name] = cell
    }
  }

  /// Applications, and by less the interviews of a position, scale so that the interview rate of
  /// US MDs is the published one.
  ///
  /// The published counts of 2021 and rates of 2024-25 contradict each other; both give way.
  private func moveApplications(
    _ field: inout SeasonParameters.Field, _ name: String, _ index: Int,
    _ statistics: SeasonStatistics, gain: Double
  ) {
    guard let published = targets.interviewRates[name]?[RateColumn.usMD.name],
      let now = statistics.meanRate(index, .usMD), now > 0
    else { return }
    let ratio = min(max(now / published.mean, 0.6), 1.7)
    let factor = pow(ratio, 0.6 * gain)
    let held = start.fields[name]?.interviewsPerPosition ?? field.interviewsPerPosition
    field.interviewsPerPosition = min(
      max(field.interviewsPerPosition * pow(ratio, -0.25 * gain), 0.7 * held), 1.15 * held)
    for group in SeasonGroup.allCases {
      guard let cell = field.cells[group.name] else { continue }
      let first = start.fields[name]?.cells[group.name]?.applications ?? cell.applications
      field.cells[group.name]?.applications = min(
        max(cell.applications * factor, 0.65 * first), 1.8 * first)
    }
  }

  private func moveInterviewOffsets(
    _ field: inout SeasonParameters.Field, _ name: String, _ index: Int,
    _ statistics: SeasonStatistics, gain: Double
  ) {
    let columns: [(SeasonGroup, RateColumn)] = [
      (.usDO, .usDO), (.usIMG, .usIMG), (.nonUSIMG, .nonUSIMG),
    ]
    for (group, column) in columns {
      guard var cell = field.cells[group.name] else { continue }
      var error = 0.0
      var weight = 0.0
      if let md = targets.interviewRates[name]?[RateColumn.usMD.name],
        let own = targets.interviewRates[name]?[column.name],
        let mdNow = statistics.meanRate(index, .usMD),
        let now = statistics.meanRate(index, column)
      {
        let target = logOdds(clamp(own.mean)) - logOdds(clamp(md.mean))
        // Rates are rounded to whole percents, which hides most of an IMG's.
        let own = group == .usDO ? 1.0 : 0.4
        error += own * (target - logOdds(clamp(now)) + logOdds(clamp(mdNow)))
        weight += own
      }
      if group == .nonUSIMG, let target = targets.ranks[name],
        !targets.heldOut.contains(.contiguousRanks, name, group.name),
        target.matchedCount + target.unmatchedCount >= 20,
        let matched = statistics.meanRanks(index, group, matched: true),
        let unmatched = statistics.meanRanks(index, group, matched: false)
      {
        let n = Double(target.matchedCount + target.unmatchedCount)
        let share = Double(target.matchedCount) / n
        let wanted = share * target.matched + (1 - share) * target.unmatched
        let now = share * matched + (1 - share) * unmatched
        error += 1.2 * log(wanted / max(now, 1))
        weight += 1
      } else if group == .nonUSIMG, let now = statistics.meanRanks(index, group) {
        // Where no ranks may be used, the pooled mean of the others' draws instead.
        error += 0.8 * log(pooledRanks() / max(now, 1))
        weight += 0.67
      }
      guard weight > 0 else { continue }
      cell.interviewOffset += gain * min(max(error / weight, -0.6), 0.6)
      let first = start.fields[name]?.cells[group.name]?.interviewOffset ?? cell.interviewOffset
      cell.interviewOffset = min(max(cell.interviewOffset, first - 1.2), first + 1.2)
      field.cells[group.name] = cell
    }
  }

  /// Mean contiguous ranks of non-US IMGs over the fitted specialties, by applicants.
  private func pooledRanks() -> Double {
    var sum = 0.0
    var weight = 0.0
    for name in targets.ranks.keys.sorted() {
      guard let target = targets.ranks[name],
        !targets.heldOut.contains(.contiguousRanks, name, SeasonGroup.nonUSIMG.name)
      else { continue }
      let n = Double(target.matchedCount + target.unmatchedCount)
      let share = Double(target.matchedCount) / n
      // Large specialties count less than their size: each is one draw of the pool.
      let w = n / (n + 100)
      sum += w * log(share * target.matched + (1 - share) * target.unmatched)
      weight += w
    }
    return weight > 0 ? exp(sum / weight) : 3.5
  }

  /// Signal and in-state effects follow the contrasts of the raw rates, at most half way from the
  /// largest published adjusted effect to the raw contrast, which is partly self-selection.
  private func moveSignals(
    _ field: inout SeasonParameters.Field, _ name: String, _ index: Int,
    _ statistics: SeasonStatistics, gain: Double
  ) {
    func step(_ effect: Double, _ column: RateColumn, _ reference: RateColumn) -> Double {
      guard let target = targets.interviewRates[name]?[column.name],
        let base = targets.interviewRates[name]?[reference.name],
        let now = statistics.meanRate(index, column),
        let baseNow = statistics.meanRate(index, reference)
      else { return effect }
      let raw = logOdds(clamp(target.mean)) - logOdds(clamp(base.mean))
      let error = min(max(raw - logOdds(clamp(now)) + logOdds(clamp(baseNow)), -0.6), 0.6)
      let adjusted = column == .inState ? Self.largestInState : Self.largestSignal
      let most = max(0.5 * (adjusted + raw), 0.6)
      return min(max(effect + gain * error, 0.4), most)
    }
    if field.singleSignals > 0 { field.singleEffect = step(field.singleEffect, .single, .none) }
    if field.silverSignals > 0 { field.silverEffect = step(field.silverEffect, .silver, .none) }
    if field.goldSignals > 0 { field.goldEffect = step(field.goldEffect, .gold, .none) }
    field.inState = step(field.inState, .inState, .outOfState)
  }

  /// Logarithms of the largest adjusted odds ratios published for nine specialties (Romanoski,
  /// JGME): a signal 9.07, an in-state address 5.14.
  private static let largestSignal = 2.205
  private static let largestInState = 1.637

  /// The slope of the match rate over score bands: the specialty's own where its bands are fitted,
  /// drawn towards the pooled slope by its sampling error, else the pooled slope.
  private func moveSlope(
    _ field: inout SeasonParameters.Field, _ name: String, _ index: Int,
    _ statistics: SeasonStatistics, gain: Double
  ) {
    guard let now = statistics.bandSlope(index) else { return }
    let wanted = targetSlope(name)
    field.scoreSlope *= pow(min(max(wanted / max(now, 0.1), 0.7), 1.4), 0.7 * gain)
    field.scoreSlope = min(max(field.scoreSlope, 0.1), 1.4)
  }

  /// Pooled slope over the fitted band tables, log-odds per ten points.
  public func pooledSlope() -> Double {
    var sum = 0.0
    var weight = 0.0
    for name in targets.bands.keys.sorted() {
      guard let own = ownSlope(name) else { continue }
      let precision = 1 / (own.deviation * own.deviation + 0.12 * 0.12)
      sum += precision * own.slope
      weight += precision
    }
    return weight > 0 ? sum / weight : 0.6
  }

  private func ownSlope(_ name: String) -> (slope: Double, deviation: Double)? {
    guard let bands = targets.bands[name], !targets.heldOut.contains(.scoreBands, name, "us-md")
    else { return nil }
    let rows = bands.map {
      (x: BandSlope.centres[$0.index], n: Double($0.n), matched: Double($0.n) * $0.rate)
    }
    return BandSlope.fit(rows).map { ($0.slope, $0.slopeDeviation) }
  }

  func targetSlope(_ name: String) -> Double {
    let expected = expectedSlope(name)
    guard let own = ownSlope(name) else { return expected }
    let prior = 0.1 * 0.1
    let noise = own.deviation * own.deviation
    return (own.slope * prior + expected * noise) / (prior + noise)
  }

  /// The slope expected without looking at the specialty's own bands: a line over what the
  /// distance between matched and unmatched scores says, fitted over the fitted band tables.
  private func expectedSlope(_ name: String) -> Double {
    func gap(_ name: String) -> Double? {
      guard let gap = targets.published.gaps[name], gap.unmatched >= 10 else { return nil }
      return min(max(gap.slope, 0.2), 1.3)
    }
    guard let own = gap(name) else { return pooledSlope() }
    var sum = 0.0
    var x = 0.0
    var y = 0.0
    var rows: [(weight: Double, x: Double, y: Double)] = []
    for other in targets.bands.keys.sorted() {
      guard let slope = ownSlope(other), let there = gap(other) else { continue }
      let weight = 1 / (slope.deviation * slope.deviation + 0.1 * 0.1)
      rows.append((weight, there, slope.slope))
      sum += weight
      x += weight * there
      y += weight * slope.slope
    }
    guard sum > 0, rows.count >= 4 else { return pooledSlope() }
    x /= sum
    y /= sum
    var xx = 1e-9
    var xy = 0.0
    for row in rows {
      xx += row.weight * (row.x - x) * (row.x - x)
      xy += row.weight * (row.x - x) * (row.y - y)
    }
    return max(y + xy / xx * (own - x), 0.2)
  }

  private mutating func moveRankOffsets(
    _ field: inout SeasonParameters.Field, _ name: String, _ index: Int,
    _ statistics: SeasonStatistics, gain: Double
  ) {
    var errorSum = 0.0
    var weightSum = 0.0
    var moves: [SeasonGroup: Double] = [:]
    for group in SeasonGroup.allCases where !targets.isHeldOut(name, group) {
      guard let target = targets.rate(name, group), field.cells[group.name] != nil,
        let rate = statistics.rate(index, group)
      else { continue }
      let wanted = (target.matched + 0.5) / (target.total + 1)
      let error = min(max(logOdds(wanted) - logOdds(rate), -1), 1)
      // Small cells move slowly: their target is noise.
      let trust = target.total / (target.total + 15)
      moves[group] = gain * 0.6 * error * trust
      let people = field.cells[group.name]?.applicants ?? 0
      errorSum += people * wanted * (1 - wanted) * error
      weightSum += people * wanted * (1 - wanted)
    }
    for (group, move) in moves { field.cells[group.name]?.rankOffset += move }
    if moves[.usMD] != nil {
      let shift = field.cells[SeasonGroup.usMD.name]?.rankOffset ?? 0
      for group in SeasonGroup.allCases { field.cells[group.name]?.rankOffset -= shift }
    }
    for group in SeasonGroup.allCases {
      let value = field.cells[group.name]?.rankOffset ?? 0
      field.cells[group.name]?.rankOffset = min(max(value, -5), 3)
    }
    // What all types have in common is how picky programs are: where positions stay open, a
    // higher floor lowers every type's rate.
    if weightSum > 0, hasLevel(name) {
      let error = min(max(errorSum / weightSum, -1), 1)
      field.rankFloor = min(max(field.rankFloor - 0.5 * gain * error, -2.2), 1.5)
      // And how many come from elsewhere as a second choice.
      let factor = exp(-0.8 * gain * error)
      for group in SeasonGroup.allCases {
        guard let inflow = field.dualInflow[group.name], inflow > 0 else { continue }
        let first = start.fields[name]?.dualInflow[group.name] ?? inflow
        field.dualInflow[group.name] = min(max(inflow * factor, 0.03 * first), 4 * first)
      }
    }
  }

  /// Whether the rate of US MDs, by far the most, may set the level of a specialty.
  private func hasLevel(_ name: String) -> Bool {
    targets.rate(name, .usMD) != nil && !targets.isHeldOut(name, .usMD)
  }

  // MARK: Pooling

  /// Specialties whose level no figure may set take the mean floor of the others, and second
  /// choices in the mean proportion to the first guess.
  private mutating func poolLevels(_ specialties: [String]) {
    var floor = 0.0
    var inflow = 0.0
    var count = 0.0
    for name in specialties where hasLevel(name) {
      guard let field = parameters.fields[name],
        let now = field.dualInflow[SeasonGroup.usMD.name],
        let first = start.fields[name]?.dualInflow[SeasonGroup.usMD.name], now > 0, first > 0
      else { continue }
      floor += field.rankFloor
      inflow += log(now / first)
      count += 1
    }
    guard count > 0 else { return }
    for name in specialties where !hasLevel(name) {
      parameters.fields[name]?.rankFloor = floor / count
      for group in SeasonGroup.allCases {
        guard let first = start.fields[name]?.dualInflow[group.name] else { continue }
        parameters.fields[name]?.dualInflow[group.name] = first * exp(inflow / count)
      }
    }
  }

  /// Cells without a fitted rate take the pooled offset of their group; US IMGs and graduates, of
  /// whom only national rates are published, one common distance each.
  private mutating func poolOffsets(_ statistics: SeasonStatistics, gain: Double) {
    let specialties = statistics.world.specialties
    poolLevels(specialties)
    for group in [SeasonGroup.usDO, .nonUSIMG] {
      // A line over the specialty's floor, with which offsets go: where programs are picky, types
      // differ less beyond that.
      var rows: [(weight: Double, floor: Double, offset: Double)] = []
      for name in specialties where !targets.isHeldOut(name, group) {
        guard let target = targets.rate(name, group), let field = parameters.fields[name],
          let offset = field.cells[group.name]?.rankOffset
        else { continue }
        rows.append((target.total / (target.total + 60), field.rankFloor, offset))
      }
      let line = PooledLine(rows)
      for name in specialties {
        guard targets.rate(name, group) == nil || targets.isHeldOut(name, group),
          let floor = parameters.fields[name]?.rankFloor
        else { continue }
        parameters.fields[name]?.cells[group.name]?.rankOffset = line.value(at: floor)
      }
    }
    for group in [SeasonGroup.usMD, .usDO, .nonUSIMG] {
      guard let error = overallError(group, statistics) else { continue }
      let value = parameters.effects.dualScale[group.rawValue] * exp(gain * 0.5 * error)
      parameters.effects.dualScale[group.rawValue] = min(max(value, 0.1), 8)
    }
    move(.usIMG, from: .nonUSIMG, distance: \.usIMGDistance, statistics, gain: gain)
    move(.usMDGraduate, from: .usMD, distance: \.graduateDistance, statistics, gain: gain)
    move(.usDOGraduate, from: .usDO, distance: \.doGraduateDistance, statistics, gain: gain)
  }

  private mutating func move(
    _ group: SeasonGroup, from base: SeasonGroup,
    distance: WritableKeyPath<SeasonEffects, Double>, _ statistics: SeasonStatistics, gain: Double
  ) {
    if let error = overallError(group, statistics) {
      let value = parameters.effects[keyPath: distance] + gain * 0.7 * error
      parameters.effects[keyPath: distance] = min(max(value, -5), 4)
    }
    for name in statistics.world.specialties {
      let offset = parameters.fields[name]?.cells[base.name]?.rankOffset ?? -0.3
      parameters.fields[name]?.cells[group.name]?.rankOffset = min(
        max(offset + parameters.effects[keyPath: distance], -6), 3)
    }
  }

  /// Log-odds by which the national match rate of a group is above the simulated one.
  ///
  /// Matches to
  /// surgical preliminary years, which are not simulated, are taken off the published rate.
  private func overallError(_ group: SeasonGroup, _ statistics: SeasonStatistics) -> Double? {
    guard let published = targets.overall[group] else { return nil }
    let target = published - (targets.preliminaryShare[group] ?? 0)
    let active = statistics.tally.seasons.reduce(0) { $0 + $1.active[group.rawValue] }
    let matched = statistics.tally.seasons.reduce(0) { $0 + $1.matchedAnywhere[group.rawValue] }
    let rate = (Double(matched) + 0.5) / (Double(active) + 1)
    return min(max(logOdds(target) - logOdds(rate), -1), 1)
  }

  private func clamp(_ p: Double) -> Double { min(max(p, 0.003), 0.997) }
}

/// A weighted least-squares line, its slope drawn towards 0.
private struct PooledLine {
  private var mean = -0.3
  private var centre = 0.0
  private var slope = 0.0

  init(_ rows: [(weight: Double, floor: Double, offset: Double)]) {
    let total = rows.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return }
    mean = rows.reduce(0) { $0 + $1.weight * $1.offset } / total
    centre = rows.reduce(0) { $0 + $1.weight * $1.floor } / total
    var xx = 2.0
    var xy = 0.0
    for row in rows {
      xx += row.weight * (row.floor - centre) * (row.floor - centre)
      xy += row.weight * (row.floor - centre) * (row.offset - mean)
    }
    slope = xy / xx
  }

  func value(at floor: Double) -> Double { mean + slope * (floor - centre) }
}
