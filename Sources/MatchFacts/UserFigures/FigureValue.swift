/// A visa that a program sponsors; raw values are those of the applicant's file.
public enum SponsoredVisa: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  /// J-1, sponsored by ECFMG/Intealth.
  case j1 = "j-1"
  /// H-1B, sponsored by the hospital.
  case h1b = "h-1b"

  /// J-1 before H-1B.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue > rhs.rawValue }
}

/// The value of a figure.
public enum FigureValue: Sendable, Hashable {
  /// A number; rates are shares of one, percentages keep their hundred.
  case number(Double)
  /// Visas, J-1 first; empty for none.
  case visas([SponsoredVisa])
  /// Words.
  case text(String)

  /// Reads a cell of the user's file; nil if the text is not of the figure's form.
  init?(_ text: String, kind: FigureKind) {
    let text = Self.trimmed(text)
    switch kind.form {
    case .whole(let limits):
      guard let value = Int(text), limits.contains(value) else { return nil }
      self = .number(Double(value))
    case .number(let limits):
      guard let value = Double(text), limits.contains(value) else { return nil }
      self = .number(value)
    case .percent:
      let digits = text.hasSuffix("%") ? Self.trimmed(text.dropLast()) : text
      guard let value = Double(digits), (0...100).contains(value) else { return nil }
      self = .number(value)
    case .share:
      if text.hasSuffix("%") {
        guard let value = Double(Self.trimmed(text.dropLast())), (0...100).contains(value) else {
          return nil
        }
        self = .number(value / 100)
      } else {
        guard let value = Double(text), (0...1).contains(value) else { return nil }
        self = .number(value)
      }
    case .visas:
      guard let visas = Self.visas(text) else { return nil }
      self = .visas(visas)
    case .text:
      self = .text(text)
    }
  }

  private static func visas(_ text: String) -> [SponsoredVisa]? {
    var found: Set<SponsoredVisa> = []
    let words = text.lowercased().split { ",;/+&|".contains($0) || $0.isWhitespace }
    for word in words where word != "and" && word != "or" {
      switch word.filter({ $0 != "-" }) {
      case "j1": found.insert(.j1)
      case "h1b", "h1": found.insert(.h1b)
      case "none", "no": return words.count == 1 ? [] : nil
      default: return nil
      }
    }
    return words.isEmpty ? nil : found.sorted()
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var part = text[...]
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return String(part)
  }

  /// The value as a cell that is read back unchanged.
  var cell: String {
    switch self {
    case .number(let value): Self.printed(value)
    case .visas(let visas): visas.isEmpty ? "none" : visas.map(\.rawValue).joined(separator: ";")
    case .text(let text): text
    }
  }

  /// A number without a needless ".0".
  static func printed(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }
}

extension FigureKind {
  /// What a cell may hold, in words.
  var accepted: String {
    switch form {
    case .whole(let limits): "a whole number from \(limits.lowerBound) to \(limits.upperBound)"
    case .number(let limits):
      "a number from \(FigureValue.printed(limits.lowerBound)) to "
        + FigureValue.printed(limits.upperBound)
    case .percent: "a percentage from 0 to 100"
    case .share: "a share from 0 to 1, or a percentage with its sign (0.12 or 12%)"
    case .visas: "J-1, H-1B, both joined by ‘;’, or none"
    case .text: "text"
    }
  }
}
