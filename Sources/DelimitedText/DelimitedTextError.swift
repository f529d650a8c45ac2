/// What is wrong with a delimited file, and where.
public struct DelimitedTextError: Error, Sendable, Hashable {
  /// The kinds of fault.
  public enum Kind: Sendable, Hashable {
    /// The file holds no header.
    case empty
    /// The file is larger than can be read.
    case tooLarge(limit: Int)
    /// The bytes of a field are not UTF-8.
    case notUTF8
    /// A quoted field is never closed.
    case unterminatedQuote
    /// Something other than a delimiter or a line end follows a closing quote.
    case textAfterQuote
    /// A record has more or fewer fields than the header.
    case fieldCount(expected: Int, found: Int)
    /// Two columns of the header share a name.
    case duplicateColumn
    /// The header lacks a column that is needed.
    case missingColumn
    /// The header has a column that nothing reads; the nearest known name, if one is near.
    case unknownColumn(nearest: String?)
    /// A field that must not be empty is empty.
    case missingValue
    /// A field's text is not of the accepted form; what is accepted, in words.
    case badValue(accepted: String)
  }

  /// The kind of fault.
  public var kind: Kind
  /// Name of the file, as the caller gave it.
  public var file: String
  /// Line of the file, from 1, or nil when the fault is of the whole file.
  public var line: Int?
  /// Column of the line in characters, from 1, where the field starts.
  public var column: Int?
  /// Name of the field by the header.
  public var field: String?
  /// The offending text.
  public var value: String?

  /// A fault.
  public init(
    _ kind: Kind, file: String, line: Int? = nil, column: Int? = nil, field: String? = nil,
    value: String? = nil
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.value = value
  }
}

extension DelimitedTextError: CustomStringConvertible {
  /// `file:line:column: what is wrong and what is accepted`.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if let column { text += ":\(column)" }
    text += ": "
    let name = field.map { "‘\($0)’" } ?? "a field"
    let shown = value.map { " (found ‘\(Self.shortened($0))’)" } ?? ""
    switch kind {
    case .empty:
      text += "the file is empty; the first line must name the columns"
    case .tooLarge(let limit):
      text += "the file is larger than \(limit / 1_000_000) MB"
    case .notUTF8:
      text += "\(name) is not UTF-8 text; save the file as UTF-8"
    case .unterminatedQuote:
      text += "a quoted field starts here and is never closed; add the closing \""
    case .textAfterQuote:
      text += "text follows a closing quote; write a quote inside a quoted field as \"\""
    case .fieldCount(let expected, let found):
      text += "\(found) fields where the header names \(expected)"
      text += "; a field that holds a comma must be in quotes"
    case .duplicateColumn:
      text += "the column \(name) is named twice"
    case .missingColumn:
      text += "the column \(name) is missing from the header"
    case .unknownColumn(let nearest):
      text += "the column \(name) is not known"
      if let nearest { text += "; did you mean ‘\(nearest)’?" }
    case .missingValue:
      text += "\(name) is empty"
    case .badValue(let accepted):
      text += "\(name) must be \(accepted)\(shown)"
    }
    return text
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 60 ? text : String(text.prefix(57)) + "…"
  }
}
