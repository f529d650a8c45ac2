/// A draft split into words and sentences, each with its place.
struct DraftText {
  struct Word: Hashable {
    /// Lower case, straight apostrophes.
    var text: String
    /// UTF-16 offsets.
    var start: Int
    var end: Int
    /// Index of the sentence.
    var sentence: Int
  }

  let text: String
  private(set) var words: [Word] = []
  /// Word positions of each sentence.
  private(set) var sentences: [Range<Int>] = []

  /// Splits a text; O(length).
  init(_ text: String) {
    self.text = text
    var offset = 0
    var current = ""
    var start = 0
    var first = 0
    var newlines = 0
    let scalars = Array(text.unicodeScalars)
    func closeWord(at end: Int) {
      guard !current.isEmpty else { return }
      while current.last == "'" { current.removeLast() }
      if !current.isEmpty {
        words.append(
          Word(text: current.lowercased(), start: start, end: end, sentence: sentences.count))
      }
      current = ""
    }
    func closeSentence() {
      guard words.count > first else { return }
      sentences.append(first..<words.count)
      first = words.count
    }
    for (index, scalar) in scalars.enumerated() {
      let isApostrophe = scalar == "'" || scalar == "’"
      let isWordPart =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || (isApostrophe && !current.isEmpty)
      if isWordPart {
        if current.isEmpty { start = offset }
        current.unicodeScalars.append(isApostrophe ? "'" : scalar)
        newlines = 0
      } else {
        closeWord(at: offset)
        if scalar == "\n" { newlines += 1 } else if scalar != " " && scalar != "\r" { newlines = 0 }
        if newlines == 2 { closeSentence() }
        if scalar == "." || scalar == "!" || scalar == "?" {
          let next = index + 1 < scalars.count ? scalars[index + 1] : " "
          let isEnd = next.properties.isWhitespace || next == "\"" || next == "”" || next == ")"
          if isEnd, scalar != "." || !Self.abbreviations.contains(words.last?.text ?? "") {
            closeSentence()
          }
        }
      }
      offset += scalar.value > 0xFFFF ? 2 : 1
    }
    closeWord(at: offset)
    closeSentence()
  }

  private static let abbreviations: Set<String> = ["dr", "mr", "mrs", "ms", "vs", "st", "prof"]

  /// Number of UTF-16 code units.
  var length: Int { text.utf16.count }

  /// The text between two UTF-16 offsets.
  func slice(_ start: Int, _ end: Int) -> String {
    let units = text.utf16
    let lower = units.index(units.startIndex, offsetBy: start, limitedBy: units.endIndex)
    let upper = units.index(units.startIndex, offsetBy: end, limitedBy: units.endIndex)
    guard let lower, let upper, lower <= upper else { return "" }
    return String(text[lower..<upper])
  }

  /// Line and column, from 1, of a UTF-16 offset.
  func place(_ offset: Int) -> (line: Int, column: Int) {
    let before = slice(0, offset)
    let line = before.count { $0.isNewline } + 1
    let column = before.reversed().prefix { !$0.isNewline }.count + 1
    return (line, column)
  }

  /// Positions at which a phrase begins.
  func matches(_ phrase: Phrase) -> [Range<Int>] {
    words.indices.filter { phrase.matches(words, at: $0) }.map { $0..<($0 + phrase.parts.count) }
  }

  /// Whether any of the phrases stands within a range of words.
  func contains(anyOf phrases: [Phrase], in range: Range<Int>? = nil) -> Bool {
    let range = range ?? words.indices
    return range.contains { position in
      phrases.contains {
        $0.matches(words, at: position) && position + $0.parts.count <= range.upperBound
      }
    }
  }
}
