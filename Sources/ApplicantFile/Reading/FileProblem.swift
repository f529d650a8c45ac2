/// One thing in an applicant's file that is wrong, or that deserves a second look.
///
/// A problem says what is wrong, where, what would be accepted and how to mend it, so that the
/// terminal, the web form and the API can all show the same words.
public struct FileProblem: Sendable, Hashable, Codable {
  /// What kind of problem it is; stable, for programs that react to single kinds.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// The file cannot be opened or read.
    case unreadable
    /// The file is not text, too large, too deeply nested, or uses a feature that is refused.
    case refused
    /// The file is not valid YAML or JSON.
    case syntax
    /// A key that the layout does not have.
    case unknownKey = "unknown key"
    /// A required value is not there.
    case missing
    /// A value of another type than the field's.
    case wrongType = "wrong type"
    /// A number or date outside its range.
    case outOfRange = "out of range"
    /// A word that is not among the field's choices, or a name that is not in the directory.
    case unknownValue = "unknown value"
    /// The same thing said twice.
    case duplicate
    /// Two values that cannot both be true.
    case contradiction
    /// Values that can both be true and seldom are.
    case implausible
  }

  /// Kind.
  public var kind: Kind
  /// Name of the file as it was given.
  public var file: String
  /// Line, counted from 1; nil where the problem has no place (a missing key at the top level).
  public var line: Int?
  /// Column, counted from 1 in Unicode scalars.
  public var column: Int?
  /// Path of the field, as in `step2ck.score` or `specialties[1].weight`; empty for the whole file.
  public var field: String
  /// The offending value as it stands in the file.
  public var value: String?
  /// What is wrong, in one sentence.
  public var message: String
  /// What would be accepted.
  public var accepted: String?
  /// How to mend it.
  public var remedy: String?

  /// A problem.
  public init(
    kind: Kind, file: String, line: Int? = nil, column: Int? = nil, field: String = "",
    value: String? = nil, message: String, accepted: String? = nil, remedy: String? = nil
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.value = value
    self.message = message
    self.accepted = accepted
    self.remedy = remedy
  }
}

extension FileProblem: CustomStringConvertible {
  /// `file:line:column: field: message`, then what is accepted and how to mend it, indented.
  public var description: String {
    var text = file
    if let line {
      text += ":\(line)"
      if let column { text += ":\(column)" }
    }
    text += ": "
    if !field.isEmpty { text += "\(field): " }
    text += message
    if let accepted { text += "\n    accepted: \(accepted)" }
    if let remedy { text += "\n    to mend it: \(remedy)" }
    return text
  }
}
