/// HTML or SVG text in which everything inserted has been escaped.
///
/// Literal text is markup; what is interpolated is data:
/// ```swift
/// let item: Markup = "<li>\(program.institution)</li>"
/// ```
/// Strings are escaped on the way in, other markup is not, and numbers are written as coordinates.
/// There is no way to turn a string that is not a literal into markup except ``init(trusted:)``.
public struct Markup: Sendable, Hashable {
  /// The text.
  public private(set) var text: String

  /// Markup that the caller vouches for.
  public init(trusted text: String) { self.text = text }

  /// Nothing.
  public init() { self.text = "" }

  /// Whether there is nothing.
  public var isEmpty: Bool { text.isEmpty }

  /// Adds markup at the end.
  public mutating func append(_ other: Markup) { text += other.text }

  /// Two pieces of markup, one after the other.
  public static func + (lhs: Markup, rhs: Markup) -> Markup {
    Markup(trusted: lhs.text + rhs.text)
  }

  /// Adds markup at the end.
  public static func += (lhs: inout Markup, rhs: Markup) { lhs.append(rhs) }
}

extension Markup: ExpressibleByStringInterpolation {
  /// Markup from a literal.
  public init(stringLiteral value: String) { self.text = value }

  /// Markup from a literal with data in it.
  public init(stringInterpolation: StringInterpolation) { self.text = stringInterpolation.text }

  /// Collects literal parts as they are and data escaped.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text: String

    /// Room for the literal parts and a guess for the rest.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// Adds a literal part.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// Adds text, escaped.
    public mutating func appendInterpolation(_ value: some StringProtocol) {
      text += HTMLEscaping.escape(value)
    }

    /// Adds markup as it is.
    public mutating func appendInterpolation(_ value: Markup) { text += value.text }

    /// Adds a whole number in plain digits.
    public mutating func appendInterpolation(_ value: Int) { text += String(value) }

    /// Adds a coordinate with at most two decimals.
    public mutating func appendInterpolation(_ value: Double) {
      text += NumberText.coordinate(value)
    }
  }
}

extension Sequence {
  /// The markup of every element, one after the other.
  func markup(_ transform: (Element) -> Markup) -> Markup {
    var result = Markup()
    for element in self { result += transform(element) }
    return result
  }
}
