/// How wide text will be, without knowing the reader's font.
///
/// Rounded up from the widths of common interface fonts (Segoe UI, San Francisco, Roboto, DejaVu
/// Sans, the widest), so that what is fitted with it fits.
enum SVGText {
  /// Width of a text at a font size, in the size's unit.
  static func width(_ text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
    let em = asciiWidth(text.utf8) ?? text.reduce(0) { $0 + width(of: $1) }
    return em * size * (isBold ? 1.08 : 1)
  }

  /// The text cut to a width, with "…" where something was cut.
  static func fitted(_ text: String, width limit: Double, size: Double) -> String {
    guard width(text, size: size) > limit else { return text }
    var result = ""
    var used = width("…", size: size)
    for character in text {
      used += width(of: character) * size
      if used > limit { break }
      result.append(character)
    }
    while result.hasSuffix(" ") { result.removeLast() }
    return result + "…"
  }

  /// The text in lines of at most a width.
  static func lines(_ text: String, width limit: Double, size: Double) -> [String] {
    TextWrapping.lines(PlainText.singleLine(text), width: limit) { width($0, size: size) }
  }

  /// The text in as few lines as fit, broken so that they are about equally long.
  static func balancedLines(_ text: String, width limit: Double, size: Double) -> [String] {
    var best = lines(text, width: limit, size: size)
    var narrower = limit * 0.95
    while narrower > limit * 0.4 {
      let next = lines(text, width: narrower, size: size)
      if next.count > best.count { break }
      best = next
      narrower *= 0.95
    }
    return best
  }

  /// The width in em of a text whose bytes are its characters; nil for any other.
  private static func asciiWidth(_ bytes: some Collection<UInt8>) -> Double? {
    bytes.withContiguousStorageIfAvailable { bytes in
      var em = 0.0
      for byte in bytes {
        guard byte < 0x80, byte != 0x0D else { return nil }
        em += asciiWidths[Int(byte)]
      }
      return em
    } ?? nil
  }

  private static let asciiWidths: [Double] = (0..<128).map {
    width(of: Character(Unicode.Scalar(UInt8($0))))
  }

  private static func width(of character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", "'", ".", ",", ":", ";", "|", "!", "·": 0.34
    case " ", "f", "t", "r", "(", ")", "[", "]", "/", "-": 0.4
    case "m", "w", "M", "W", "@", "%": 0.92
    case "0"..."9", "+", "–", "−", "<", ">", "$": 0.63
    case "A"..."Z": 0.7
    default: DisplayWidth.columns(character) > 1 ? 1.05 : 0.61
    }
  }
}
