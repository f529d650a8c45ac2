/// Plain pages for the terminal.
enum PageText {
  /// The text in lines that fit the terminal, each indented; a word that is longer stands alone.
  static func wrapped(_ text: String, indent: Int = 0, width: Int = Terminal.columns) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if indent + line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(margin + line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(margin + line) }
    return lines
  }

  /// Text from a file, fit for a terminal: control characters, which could move the cursor or hide
  /// text, become spaces.
  static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator: " "
          default: scalar
          }
        }))
  }

  /// The same, line by line.
  static func harmlessLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { harmless(String($0)) }
      .joined(separator: "\n")
  }
}
