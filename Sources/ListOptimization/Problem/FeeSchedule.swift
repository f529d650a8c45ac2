/// What a number of options of one class costs together: a fixed part and a price by position.
///
/// Amounts are whole units of the caller's choice (cents, dollars). The fee of a count is
/// `fixed` (once, if there is at least one) plus the price of each position: the first
/// `steps[0].through` cost `steps[0].each` apiece, those beyond cost the next step's price, and
/// so on. Past the last step's end its price goes on.
public struct FeeSchedule: Sendable, Equatable, Codable {
  /// A run of positions that cost the same.
  public struct Step: Sendable, Equatable, Codable {
    /// The last position, counted from 1, at this price; `nil` for no end.
    public var through: Int?

    /// The price of each position of the run.
    public var each: Int

    /// A run of positions up to `through` at the price `each`.
    public init(through: Int? = nil, each: Int) {
      self.through = through
      self.each = each
    }
  }

  /// Charged once for a class with at least one option chosen.
  public var fixed: Int

  /// The runs in order; none means that options of the class cost nothing by count.
  public var steps: [Step]

  /// A schedule of a fixed part and runs of prices in order of position.
  public init(fixed: Int = 0, steps: [Step] = []) {
    self.fixed = fixed
    self.steps = steps
  }

  /// A schedule that costs nothing.
  public static let free = FeeSchedule()

  /// The same price for every option.
  public static func flat(_ each: Int) -> FeeSchedule {
    FeeSchedule(steps: [Step(each: each)])
  }

  /// The fee of `count` options of the class.
  ///
  /// O(steps).
  public func fee(count: Int) -> Int {
    guard count > 0 else { return 0 }
    var total = fixed
    var done = 0
    for (index, step) in steps.enumerated() where done < count {
      let isLast = index == steps.count - 1
      let end = isLast ? count : min(count, step.through ?? count)
      guard end > done else { continue }
      total += (end - done) * step.each
      done = end
    }
    return total
  }
}
