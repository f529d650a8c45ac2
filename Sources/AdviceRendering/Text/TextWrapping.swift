/// Breaking text into lines.
enum TextWrapping {
  /// The text in lines of at most `width`, by a measure of the caller's.
  ///
  /// Lines break at spaces; a word longer than a line is cut between characters, which is also how
  /// scripts without spaces wrap. Line ends in the text are kept.
  static func lines(
    _ text: String, width: Double, measure: (Substring) -> Double
  ) -> [String] {
    var result: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let joined = line.isEmpty ? String(word) : line + " " + word
        if measure(joined[...]) <= width {
          line = joined
          continue
        }
        if !line.isEmpty { result.append(line) }
        line = ""
        for character in word {
          if !line.isEmpty && measure((line + String(character))[...]) > width {
            result.append(line)
            line = ""
          }
          line.append(character)
        }
      }
      result.append(line)
    }
    return result
  }

  /// The text in lines of at most so many terminal columns.
  static func lines(_ text: String, columns: Int) -> [String] {
    lines(text, width: Double(max(columns, 1))) { Double(DisplayWidth.columns($0)) }
  }
}
