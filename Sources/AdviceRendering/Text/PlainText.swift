/// Cleaning and fitting of text that may come from anyone.
enum PlainText {
  /// The text on one line without control characters, so that nothing in a name or a note can move
  /// the cursor, change colours or turn the reading direction.
  static func singleLine(_ text: String) -> String {
    var clean = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar.value == 0x2028 {
        clean.unicodeScalars.append(" ")
      } else if isHarmless(scalar) {
        clean.unicodeScalars.append(scalar)
      }
    }
    return clean
  }

  /// The text with line ends as LF and without other control characters.
  static func multiline(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .map { singleLine(String($0)) }.joined(separator: "\n")
  }

  /// The text cut to a number of columns, with "…" where something was cut.
  static func truncated(_ text: String, columns: Int) -> String {
    guard DisplayWidth.columns(text) > columns else { return text }
    var result = ""
    var width = 0
    for character in text {
      let next = DisplayWidth.columns(character)
      if width + next > columns - 1 { break }
      result.append(character)
      width += next
    }
    while result.hasSuffix(" ") { result.removeLast() }
    return result + "…"
  }

  /// The text with spaces after it up to a number of columns.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - DisplayWidth.columns(text)))
  }

  /// The text with spaces before it up to a number of columns.
  static func leftPadded(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - DisplayWidth.columns(text))) + text
  }

  /// The text with its first letter in upper case.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The text without the period that ends it, where more follows.
  static func withoutPeriod(_ text: String) -> String {
    text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: false
    // Marks, embeddings, overrides and isolates of the bidirectional algorithm.
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    case 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
