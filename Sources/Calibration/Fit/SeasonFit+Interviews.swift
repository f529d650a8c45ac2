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

extension SeasonFit {
  func moveInterviewOffsets(
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
        let target = logit(clamp(own.mean)) - logit(clamp(md.mean))
        // Rates are rounded to whole percents, which hides most of an IMG's.
        let own = group == .usDO ? 1.0 : 0.4
        error += own * (target - logit(clamp(now)) + logit(clamp(mdNow)))
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
      cell.interviewOffset = min(max(cell.interviewOffset, first - 3), first + 3)
      field.cells[group.name] = cell
    }
  }

  /// Mean contiguous ranks of non-US IMGs over the fitted specialties, by applicants.
  func pooledRanks() -> Double {
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
  func moveSignals(
    _ field: inout SeasonParameters.Field, _ name: String, _ index: Int,
    _ statistics: SeasonStatistics, gain: Double
  ) {
    func step(_ effect: Double, _ column: RateColumn, _ reference: RateColumn) -> Double {
      guard let target = targets.interviewRates[name]?[column.name],
        let base = targets.interviewRates[name]?[reference.name],
        let now = statistics.meanRate(index, column),
        let baseNow = statistics.meanRate(index, reference)
      else { return effect }
      let raw = logit(clamp(target.mean)) - logit(clamp(base.mean))
      let error = min(max(raw - logit(clamp(now)) + logit(clamp(baseNow)), -0.6), 0.6)
      let adjusted = column == .inState ? targets.largestInState : targets.largestSignal
      let most = max(0.5 * (adjusted + raw), 0.6)
      return min(max(effect + gain * error, 0.4), most)
    }
    if field.singleSignals > 0 { field.singleEffect = step(field.singleEffect, .single, .none) }
    if field.silverSignals > 0 { field.silverEffect = step(field.silverEffect, .silver, .none) }
    if field.goldSignals > 0 { field.goldEffect = step(field.goldEffect, .gold, .none) }
    field.inState = step(field.inState, .inState, .outOfState)
  }
}
