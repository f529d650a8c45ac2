public import MatchFacts

/// What a data pack is: figures of single programs that the product may not ship but its user may
/// use.
public struct PackManifest: Sendable, Hashable, Codable {
  /// A file of the pack, as it came.
  public struct File: Sendable, Hashable, Codable {
    /// Name within the pack.
    public var name: String
    /// SHA-256 of its bytes, in hexadecimal.
    public var sha256: String
    /// Rows without the header.
    public var rows: Int

    /// A file.
    public init(name: String, sha256: String, rows: Int) {
      self.name = name
      self.sha256 = sha256
      self.rows = rows
    }
  }

  /// A row that did not join to the directory.
  public struct NotJoined: Sendable, Hashable, Codable {
    /// File of the pack.
    public var file: String
    /// Line in it.
    public var line: Int
    /// What the row calls its program.
    public var name: String
    /// Why not.
    public var reason: String
    /// The nearest programs.
    public var nearest: [String]
  }

  /// Layout version; 1.
  public var format: Int
  /// Name of the pack; letters, digits, hyphens.
  public var name: String
  /// What it holds.
  public var title: String
  /// The season its figures are of.
  public var season: String
  /// Where it comes from.
  public var origin: String
  /// Licence, as its authors state it.
  public var licence: String
  /// Files, in the order they were read.
  public var files: [File]
  /// The figures it gives, by column name.
  public var columns: [String]
  /// Day it was added.
  public var added: CalendarDate
  /// Rows that joined.
  public var joined: Int
  /// Rows that did not.
  public var notJoined: [NotJoined]
}

/// Why something with data packs failed.
public struct DataPackError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of failure, for exit codes.
  public enum Kind: Sendable, Equatable {
    /// A name or option that is not accepted.
    case usage
    /// Data that cannot be read as what it should be.
    case badData
    /// Something that is not there.
    case missing
    /// The pack folder cannot be written.
    case cannotWrite
    /// A download failed.
    case failed
  }

  /// Kind.
  public let kind: Kind
  /// What, where, and how to mend it.
  public let description: String

  /// An error with a message for people.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
