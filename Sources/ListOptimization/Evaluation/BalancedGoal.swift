/// The chance of any success that a list must have, in a search for the worthiest such list.
///
/// Such a search runs over a problem whose places are all worth `weight` more. A list of worth U
/// and chance P is there worth U + weight · P, and if P is at least the floor that is at least
/// U + weight · floor. So a region whose bound does not exceed U* + weight · floor holds no list
/// that keeps the floor and is worth more than U*.
struct BalancedGoal: Sendable {
  /// The problem with every place worth one.
  let matching: PreparedPortfolio
  /// The least chance.
  let floor: Double
  /// What is added to the worth of every place.
  let weight: Double
  private var tables: MarginalTables

  init(matching: PreparedPortfolio, limits: ResourceLimits, floor: Double, weight: Double) {
    self.matching = matching
    self.floor = floor
    self.weight = weight
    tables = MarginalTables(matching, cap: limits.offerCap)
  }

  /// What a list of this objective in the weighted problem counts for: U + weight · floor, or
  /// nothing if it does not keep the floor.
  ///
  /// O(members · nodes), times the cap on offers if there is one.
  mutating func objective(of list: ListState, weighted: Double) -> Double {
    tables.rebuild(matching, list)
    guard tables.value >= floor else { return -.infinity }
    return weighted - weight * (tables.value - floor)
  }
}
