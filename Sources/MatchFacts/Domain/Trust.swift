/// How far a figure can be relied on.
public enum Trust: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  /// A primary table or export, checked.
  case a = "A"
  /// A third party's transcription of a named table.
  case b = "B"
  /// Press, blog or abstract.
  case c = "C"
  /// Not for calibration.
  case d = "D"

  /// The level a printed code starts with: `B- via ResidencyCAS` is ``b``.
  ///
  /// Nil for other text.
  public init?(code: some StringProtocol) {
    self.init(rawValue: String(code.prefix(1)))
  }

  /// What the level means, in a few words.
  public var meaning: String {
    switch self {
    case .a: "primary table or export, checked"
    case .b: "a third party's transcription of a named table"
    case .c: "press, blog or abstract"
    case .d: "not for calibration"
    }
  }

  /// Better levels are smaller.
  public static func < (lhs: Trust, rhs: Trust) -> Bool { lhs.rawValue < rhs.rawValue }
}
