/// How many columns of a terminal a text takes.
///
/// An approximation of Unicode's East Asian Width (UAX #11): wide for CJK, Hangul, kana, fullwidth
/// forms and emoji; nothing for combining and invisible marks; one column for the rest.
enum DisplayWidth {
  /// Columns of a text without line ends.
  static func columns(_ text: some StringProtocol) -> Int {
    var total = 0
    for character in text { total += columns(character) }
    return total
  }

  /// Columns of one character: the widest of its scalars.
  static func columns(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var width = 0
    for scalar in character.unicodeScalars {
      // U+FE0F asks for the coloured, wide form of the symbol before it.
      if scalar.value == 0xFE0F { return 2 }
      width = max(width, columns(scalar))
    }
    return width
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
}
