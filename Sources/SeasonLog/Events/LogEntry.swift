import DelimitedText

/// One line of the log.
///
/// Lines are only ever added: an undo and an edit are lines too.
public struct LogEntry: Sendable, Hashable, Identifiable {
  /// What a line does.
  public enum Action: Sendable, Hashable {
    /// Something happened.
    case record(SeasonEvent)
    /// The line of this number no longer counts.
    case undo(Int64)
    /// The event of this line is now that one.
    case edit(Int64, SeasonEvent)
    /// The applicant's file was taken in.
    case file(FileSnapshot)
  }

  /// Number of the line, rising, never used twice.
  public let id: Int64
  /// When the line was written, UTC, ISO 8601.
  public let recorded: String
  /// What it does.
  public let action: Action

  init(id: Int64, recorded: String, action: Action) {
    self.id = id
    self.recorded = recorded
    self.action = action
  }
}

/// An applicant's file as it was on a day.
public struct FileSnapshot: Sendable, Hashable {
  /// Where it was read, as given.
  public var path: String
  /// The whole text.
  public var text: String
  /// SHA-256 of the text's UTF-8 bytes, in hexadecimal digits.
  public var hash: String

  /// A file's text, hashed.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
    self.hash = SHA256.hex(Array(text.utf8))
  }

  init(path: String, text: String, hash: String) {
    self.path = path
    self.text = text
    self.hash = hash
  }
}
