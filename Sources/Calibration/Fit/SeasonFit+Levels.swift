import MatchFacts
import SeasonSimulation
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Match rates: what each type's rank offset, a specialty's floor and its second choices follow.
extension SeasonFit {
  /// The error of a cell in log-odds of its match rate, with the share of it to trust: against the
  /// published rate, or where there is none to see, against what other specialties predict.
  private func rateError(
    _ name: String, _ index: Int, _ group: SeasonGroup, _ statistics: SeasonStatistics
  ) -> (error: Double, trust: Double)? {
    guard let rate = statistics.rate(index, group) else { return nil }
    guard isInformed(name, group), let target = targets.rate(name, group) else {
      let noise = predicted.deviation * predicted.deviation
      return predicted.logOdds(name, group).map {
        (bounded($0 - logit(rate)), Self.trust(noise: noise))
      }
    }
    let wanted = (target.matched + 0.5) / (target.total + 1)
    let noise = 1 / ((target.total + 1) * wanted * (1 - wanted))
    return (bounded(logit(wanted) - logit(rate)), Self.trust(noise: noise))
  }

  /// Cells whose figure is mostly noise move slowly and yield to the others where not all can be
  /// met: the share of the error that is not noise, if cells differ by half a log-odds.
  private static func trust(noise: Double) -> Double { 0.25 / (0.25 + noise) }

  /// Whether the cell's own rate may be seen.
  private func isInformed(_ name: String, _ group: SeasonGroup) -> Bool {
    targets.rate(name, group) != nil && !targets.isHeldOut(name, group)
  }

  func bounded(_ error: Double) -> Double { min(max(error, -1), 1) }

  mutating func moveRankOffsets(
    _ field: inout SeasonParameters.Field, _ name: String, _ index: Int,
    _ statistics: SeasonStatistics, gain: Double
  ) {
    var errorSum = 0.0
    var weightSum = 0.0
    var moves: [SeasonGroup: Double] = [:]
    for group in SeasonGroup.allCases {
      guard let cell = field.cells[group.name], let rate = statistics.rate(index, group),
        let error = rateError(name, index, group, statistics)
      else { continue }
      // What of a small cell's figure is noise is replaced by what the other specialties say.
      let pull = lines[group].map { $0.value(at: field.rankFloor) - cell.rankOffset } ?? 0
      let wanted = error.trust * error.error + (1 - error.trust) * pull
      moves[group] = gain * 0.6 * min(max(wanted, -0.4), 0.4)
      // A prediction places a type among the others; it does not set the level of all.
      guard isInformed(name, group) else { continue }
      let weight = cell.applicants * rate * (1 - rate)
      errorSum += weight * error.error
      weightSum += weight
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
    guard weightSum > 0, isInformed(name, .usMD) else { return }
    let error = bounded(errorSum / weightSum)
    moveLevel(&field, name, index, statistics, error: error, gain: gain)
    moveRest(name, index, statistics, error: error, gain: gain)
  }

  /// Where nearly all positions are filled, the types whose rates are known can only match as
  /// published if those whose rates are not take the rest.
  private mutating func moveRest(
    _ name: String, _ index: Int, _ statistics: SeasonStatistics, error: Double, gain: Double
  ) {
    let open = openShare(index, statistics)
    let value = (rest[name] ?? 0) - 0.5 * gain * error * Self.tightness(open)
    rest[name] = min(max(value, -2), 1)
  }

  /// Share of a specialty's positions left unfilled.
  private func openShare(_ index: Int, _ statistics: SeasonStatistics) -> Double {
    let offered = statistics.offered(index)
    return max(offered - statistics.filled(index) + 0.5, 0.5) / (offered + 1)
  }

  /// What all types have in common is how picky programs are.
  ///
  /// Where positions stay open, a higher floor lowers every type's rate. Where they are nearly all
  /// filled, it is how many come from elsewhere as a second choice.
  private func moveLevel(
    _ field: inout SeasonParameters.Field, _ name: String, _ index: Int,
    _ statistics: SeasonStatistics, error: Double, gain: Double
  ) {
    field.rankFloor = min(max(field.rankFloor - 0.5 * gain * error, -3), 1.5)
    let factor = exp(-0.8 * gain * error * Self.tightness(openShare(index, statistics)))
    for group in SeasonGroup.allCases {
      guard let inflow = field.dualInflow[group.name], inflow > 0 else { continue }
      let first = start.fields[name]?.dualInflow[group.name] ?? inflow
      field.dualInflow[group.name] = min(max(inflow * factor, 0.03 * first), 4 * first)
    }
  }

  /// How much positions limit the matches: 1 where all are filled, a half at 2 % open.
  private static func tightness(_ open: Double) -> Double { 0.02 / (0.02 + open) }

  // MARK: Pooling

  /// Specialties whose level no figure may set take the mean floor of the others, and second
  /// choices in the mean proportion to the first guess.
  private mutating func poolLevels(_ specialties: [String]) {
    var floor = 0.0
    var inflow = 0.0
    var count = 0.0
    for name in specialties where isInformed(name, .usMD) {
      guard let field = parameters.fields[name],
        let now = field.dualInflow[SeasonGroup.usMD.name],
        let first = start.fields[name]?.dualInflow[SeasonGroup.usMD.name], now > 0, first > 0
      else { continue }
      floor += field.rankFloor
      inflow += log(now / first)
      count += 1
    }
    guard count > 0 else { return }
    for name in specialties where !isInformed(name, .usMD) {
      parameters.fields[name]?.rankFloor = floor / count
      for group in SeasonGroup.allCases {
        guard let first = start.fields[name]?.dualInflow[group.name] else { continue }
        parameters.fields[name]?.dualInflow[group.name] = first * exp(inflow / count)
      }
    }
  }

  /// Cells without a rate or a prediction take the pooled offset of their group; US IMGs and
  /// graduates, of whom only national rates are published, one common distance each.
  mutating func poolOffsets(_ statistics: SeasonStatistics, gain: Double) {
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
      lines[group] = line
      for name in specialties
      where !isInformed(name, group) && predicted.logOdds(name, group) == nil {
        guard let floor = parameters.fields[name]?.rankFloor else { continue }
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
    for name in statistics.world.specialties where !isInformed(name, group) {
      let offset = parameters.fields[name]?.cells[base.name]?.rankOffset ?? -0.3
      parameters.fields[name]?.cells[group.name]?.rankOffset = min(
        max(offset + parameters.effects[keyPath: distance] + (rest[name] ?? 0), -6), 3)
    }
  }

  /// Log-odds by which the national match rate of a group is above the simulated one.
  ///
  /// Matches to surgical preliminary years, which are not simulated, are taken off the published
  /// rate.
  private func overallError(_ group: SeasonGroup, _ statistics: SeasonStatistics) -> Double? {
    guard let published = targets.overall[group] else { return nil }
    let target = published - (targets.preliminaryShare[group] ?? 0)
    let active = statistics.tally.seasons.reduce(0) { $0 + $1.active[group.rawValue] }
    let matched = statistics.tally.seasons.reduce(0) { $0 + $1.matchedAnywhere[group.rawValue] }
    let rate = (Double(matched) + 0.5) / (Double(active) + 1)
    return bounded(logit(target) - logit(rate))
  }
}

/// A weighted least-squares line, its slope drawn towards 0.
struct PooledLine: Sendable {
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
