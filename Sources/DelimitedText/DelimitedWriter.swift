/// Writes comma-separated text that ``DelimitedTable`` reads back unchanged.
public struct DelimitedWriter: Sendable {
  /// The text so far, lines ending in LF.
  public private(set) var text: String

  /// A file that starts with these column names.
  public init(header: [String]) {
    text = ""
    append(header)
  }

  /// Adds one record.
  public mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text += "," }
      text += Self.quoted(field)
    }
    text += "\n"
  }

  /// The field as it must stand in the file: in quotes if it holds a comma, a quote, a line end or
  /// leading or trailing space.
  public static func quoted(_ field: String) -> String {
    let special: Set<Character> = [",", "\"", "\n", "\r", "\r\n"]
    let isPadded = field.first == " " || field.last == " "
    guard isPadded || field.contains(where: special.contains) else { return field }
    var quoted = "\""
    for character in field {
      quoted.append(character)
      if character == "\"" { quoted.append("\"") }
    }
    return quoted + "\""
  }
}
