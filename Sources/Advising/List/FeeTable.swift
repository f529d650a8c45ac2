import ListOptimization
import MatchFacts

/// ERAS fees of one season, per specialty; the Fee Assistance Program's discount is not published
/// as a schedule and is not taken off.
struct FeeTable: Sendable {
  /// Price runs by position within a specialty.
  var steps: [ListOptimization.FeeSchedule.Step]
  /// The season the prices are of, as a Match year.
  var season: Int
  /// Whether they are the asked season's.
  var isOfSeason: Bool
  /// Where they come from.
  var citation: Citation?

  init?(_ fees: Fees, season: Int) {
    guard let schedule = fees.schedule(season: season) else { return nil }
    steps = schedule.tiers.map { .init(through: $0.throughCount, each: $0.dollars) }
    self.season = schedule.season
    isOfSeason = schedule.isOfSeason
    citation = schedule.tiers.first?.citation
  }

  /// The optimizer's schedule of one specialty.
  var schedule: ListOptimization.FeeSchedule { .init(steps: steps) }

  /// Dollars for a number of applications in one specialty.
  func total(count: Int) -> Int { schedule.fee(count: count) }

  /// Dollars of the `number`-th application.
  func marginal(number: Int) -> Int { total(count: number) - total(count: number - 1) }
}
