/// A range of scores as a table prints it: "Below 190", "240-249", "250+".
public struct ScoreBand: Sendable, Hashable, Codable, Comparable {
  /// The text in the table.
  public var label: String
  /// Lowest score, or nil for an open lower end.
  public var low: Int?
  /// Highest score, or nil for an open upper end.
  public var high: Int?

  /// A band from its printed form, or nil if the text is none.
  public init?(_ label: String) {
    self.label = label
    let text = label.replacing("–", with: "-")
    if let number = Self.number(in: text, after: "Below ") ?? Self.number(in: text, after: "<") {
      high = number - 1
    } else if let number = Self.number(in: text, after: "Above ") {
      low = number + 1
    } else if text.hasSuffix("+"), let number = Int(text.dropLast()) {
      low = number
    } else {
      let parts = text.split(separator: "-")
      guard parts.count == 2, let low = Int(parts[0]), let high = Int(parts[1]), low <= high else {
        return nil
      }
      self.low = low
      self.high = high
    }
  }

  private static func number(in text: String, after prefix: String) -> Int? {
    text.hasPrefix(prefix) ? Int(text.dropFirst(prefix.count)) : nil
  }

  /// Whether the band holds a score.
  public func contains(_ score: Int) -> Bool {
    score >= (low ?? .min) && score <= (high ?? .max)
  }

  /// Lower bands are smaller.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.low ?? .min, lhs.high ?? .max) < (rhs.low ?? .min, rhs.high ?? .max)
  }
}
