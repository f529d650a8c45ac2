/// A phrase to look for: words one after another, the beginning of a word where it ends in `*`.
struct Phrase: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case word(String)
    case beginning(String)
  }

  let parts: [Part]

  /// The phrase of a rule file; nil without a word, or with a star elsewhere than at a word's end.
  init?(_ text: String) {
    var parts: [Part] = []
    for piece in text.split(whereSeparator: { $0 == " " || $0 == "-" }) {
      var word = piece.lowercased().replacing("’", with: "'")
      let isBeginning = word.last == "*"
      if isBeginning { word.removeLast() }
      guard !word.isEmpty, !word.contains("*") else { return nil }
      parts.append(isBeginning ? .beginning(word) : .word(word))
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  /// Whether the phrase stands at a position.
  func matches(_ words: [DraftText.Word], at position: Int) -> Bool {
    guard position + parts.count <= words.count else { return false }
    for (offset, part) in parts.enumerated() {
      let word = words[position + offset].text
      switch part {
      case .word(let wanted): if word != wanted { return false }
      case .beginning(let wanted): if !word.hasPrefix(wanted) { return false }
      }
    }
    return true
  }
}
