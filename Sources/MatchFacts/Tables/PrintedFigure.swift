/// A published figure that may be a number, a percentage, a range, or words.
public struct PrintedFigure: Sendable, Hashable, Codable {
  /// As printed.
  public var text: String
  /// The number, where the text is one number; a percentage keeps its hundred ("35%" is 35).
  public var value: Double?
  /// Whether the number is printed with a percent sign.
  public var isPercent: Bool
  /// Lower end of a range such as "-35 to -40" or "OR range 2.71-9.07".
  public var low: Double?
  /// Upper end.
  public var high: Double?

  /// Reads the number or the range out of a text; anything else stays words.
  public init(_ text: String) {
    self.text = text
    isPercent = text.hasSuffix("%")
    if let number = Double(isPercent ? text.dropLast() : text[...]) {
      value = number
      return
    }
    isPercent = false
    let ends = Self.range(in: text)
    low = ends.map { min($0.0, $0.1) }
    high = ends.map { max($0.0, $0.1) }
  }

  private static func range(in text: String) -> (Double, Double)? {
    let words = text.split(separator: " ")
    // "-35 to -40"
    if words.count == 3, words[1] == "to", let first = Double(words[0]),
      let second = Double(words[2])
    {
      return (first, second)
    }
    // "OR range 2.71-9.07"
    guard let last = words.last, words.dropLast().allSatisfy({ Double($0) == nil }) else {
      return nil
    }
    let ends = last.split(separator: "-").compactMap { Double($0) }
    return ends.count == 2 ? (ends[0], ends[1]) : nil
  }
}
