/// A chance with its 80 % interval.
public struct ChanceEstimate: Sendable, Hashable, Codable {
  /// The best estimate, 0…1.
  public var estimate: Double
  /// The chance is below this with a probability of 10 %.
  public var low: Double
  /// The chance is above this with a probability of 10 %.
  public var high: Double

  /// A chance with its interval.
  public init(estimate: Double, low: Double, high: Double) {
    self.estimate = estimate
    self.low = low
    self.high = high
  }
}

/// Something that raised or lowered the chance of an interview.
public struct OddsReason: Sendable, Hashable, Codable {
  /// The reason, for people.
  public var text: String
  /// In tenths of log-odds of an interview: +7 doubles the odds, −7 halves them.
  public var points: Double

  /// A reason with its weight.
  public init(text: String, points: Double) {
    self.text = text
    self.points = points
  }
}
