/// Escaping of text for HTML and XML, in content and in quoted attributes alike.
public enum HTMLEscaping {
  /// The text with `& < > " '` as entities and without characters that XML forbids.
  public static func escape(_ text: some StringProtocol) -> String {
    if isPlain(text.utf8) { return String(text) }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        if isAllowed(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Whether nothing needs escaping, as in nearly all text: seen from the bytes alone.
  private static func isPlain(_ bytes: some Collection<UInt8>) -> Bool {
    // Characters beyond U+FFFD start with EF BF or higher and C1 controls with C2: both are rare
    // enough to be looked at one by one.
    bytes.withContiguousStorageIfAvailable { bytes in
      for byte in bytes {
        switch byte {
        case 0x20, 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x7E, 0x80...0xC1, 0xC3...0xEE:
          continue
        default: return false
        }
      }
      return true
    } ?? false
  }

  /// The address if it is an ordinary web address; nil for anything that a link must not open, such
  /// as `javascript:`.
  public static func webAddress(_ text: String) -> String? {
    let lowered = text.lowercased()
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return nil }
    let isClean = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    return isClean ? text : nil
  }

  /// Whether XML 1.0 and HTML both allow the character.
  ///
  /// XML allows tab, line ends and everything from the space on except surrogates (which Swift
  /// excludes), U+FFFE and U+FFFF. C1 controls are legal in XML and an error in HTML.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
