/// What is wrong with a file, and where.
public struct MarketFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What kind of failure this is; a command turns it into an exit code.
  public enum Kind: Sendable {
    /// The contents are not what the format asks for.
    case badData
    /// The file is missing or cannot be read.
    case cannotRead
    /// The file cannot be written.
    case cannotWrite
  }

  /// A place in a text, both counted from 1; columns count characters.
  public struct Location: Equatable, Sendable {
    /// The line.
    public let line: Int
    /// The character within the line.
    public let column: Int
  }

  /// What kind of failure this is.
  public let kind: Kind
  /// The file as the user named it.
  public let file: String
  /// Where in the file, if the failure has a place.
  public let location: Location?
  /// What is wrong, what is accepted, and how to mend it.
  public let message: String

  /// "file:line:column: message".
  public var description: String {
    guard let location else { return "\(file): \(message)" }
    return "\(file):\(location.line):\(location.column): \(message)"
  }
}
