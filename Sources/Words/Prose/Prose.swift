import MatchFacts

/// Small rules of English for texts that are put together from facts.
enum Prose {
  private static let numberWords = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// Small numbers as words, others as digits.
  static func number(_ number: Int) -> String {
    numberWords.indices.contains(number) ? numberWords[number] : String(number)
  }

  /// "one point", "seven points".
  static func count(_ number: Int, _ noun: String) -> String {
    "\(Self.number(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// "a", "a and b", "a, b, and c".
  static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    switch items.count {
    case 1: return last
    case 2: return "\(items[0]) and \(last)"
    default: return items.dropLast().joined(separator: ", ") + ", and " + last
    }
  }

  /// A specialty inside a sentence: "internal medicine".
  static func specialty(_ specialty: Specialty) -> String {
    var name = specialty.name.lowercased()
    if let bracket = name.firstIndex(of: "(") { name = String(name[..<bracket]) }
    while name.last == " " { name.removeLast() }
    return name.split(separator: "/").joined(separator: "-")
  }

  /// The first letter in upper case.
  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// A note of the applicant as a clause: no space or full stop at its ends, and no capital at its
  /// start unless the word keeps it ("I").
  static func clause(_ note: String) -> String {
    let words = note.split(whereSeparator: \.isWhitespace)
    var text = words.joined(separator: " ")
    while let last = text.last, [".", ",", ";", "!"].contains(last) { text.removeLast() }
    guard let first = words.first, let letter = first.first else { return text }
    let keepsCapital =
      first == "I" || first.hasPrefix("I'") || first.hasPrefix("I’")
      || first.dropFirst().contains(where: \.isUppercase)
    if letter.isUppercase, !keepsCapital, commonStarts.contains(first.lowercased()) {
      text = text.prefix(1).lowercased() + text.dropFirst()
    }
    if text.hasPrefix("i ") { text = "I" + text.dropFirst() }
    return text
  }

  /// Words that lose their capital inside a sentence; any other may be a name.
  private static let commonStarts: Set<String> = [
    "my", "our", "a", "an", "the", "we", "in", "on", "at", "after", "before", "when", "while",
    "both", "one", "two", "there", "it", "this", "his", "her", "their",
  ]

  /// Number of words in a text.
  static func words(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
  }
}
