/// The form in which names are compared: lower-case words without punctuation, "&" and "and"; an
/// apostrophe joins ("Luke's" is "lukes").
enum NameKey {
  /// The key of a name: "PM&R" and "pm and r" both give "pm r".
  ///
  /// - Complexity: O(*n*) in the length of the name.
  static func of(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var wordStart = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        bytes.append(byte | 0x20)
      case UInt8(ascii: "'"):
        continue
      case 0x80...:
        return ofUnicode(String(text))
      default:
        endWord(&bytes, &wordStart)
      }
    }
    endWord(&bytes, &wordStart)
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func endWord(_ bytes: inout [UInt8], _ wordStart: inout Int) {
    if bytes.count == wordStart { return }
    if bytes[wordStart...].elementsEqual("and".utf8) {
      bytes.removeLast(3)
    } else {
      bytes.append(UInt8(ascii: " "))
      wordStart = bytes.count
    }
  }

  /// The same for names outside ASCII.
  private static func ofUnicode(_ text: String) -> String {
    text.lowercased().filter { $0 != "’" && $0 != "'" }.split { !$0.isLetter && !$0.isNumber }
      .filter { $0 != "and" }
      .joined(separator: " ")
  }
}
