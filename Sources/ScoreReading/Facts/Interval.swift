/// An estimate with the ends of its 80% interval.
public struct Interval: Sendable, Hashable, Codable {
  /// The estimate.
  public var estimate: Double
  /// The 10 % point.
  public var low: Double
  /// The 90 % point.
  public var high: Double

  /// An interval; `low <= estimate <= high` is the caller's promise.
  public init(estimate: Double, low: Double, high: Double) {
    self.estimate = estimate
    self.low = low
    self.high = high
  }
}
