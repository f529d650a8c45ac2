/// A specialty by its canonical name, as in the program directory ("Internal Medicine").
///
/// Names that people type are turned into a `Specialty` by ``SpecialtyCatalog``, which knows the
/// common short forms and proposes the nearest name for an unknown one.
public struct Specialty: RawRepresentable, Sendable, Hashable, Comparable {
  /// The canonical name.
  public let rawValue: String

  /// A specialty with this canonical name; the name is not checked.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A specialty with this canonical name; the name is not checked.
  public init(_ name: String) { self.rawValue = name }

  /// The canonical name.
  public var name: String { rawValue }

  /// Alphabetical by canonical name.
  public static func < (lhs: Specialty, rhs: Specialty) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension Specialty: Codable {
  /// Reads the canonical name from a single string.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the canonical name as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension Specialty: CustomStringConvertible {
  /// The canonical name.
  public var description: String { rawValue }
}
