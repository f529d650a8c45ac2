/// Writes file values as YAML that a person would write.
struct FileWriter {
  private(set) var lines: [String] = []

  mutating func comment(_ text: String) {
    for line in Self.wrapped(text, width: 96) { lines.append("# \(line)") }
  }

  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// One entry, with a remark after it where the entry stands on one line.
  mutating func entry(_ key: String, _ value: FileValue, indent: Int = 0, remark: String? = nil) {
    let margin = String(repeating: " ", count: indent)
    if let text = Self.onOneLine(value) {
      let line = "\(margin)\(key): \(text)"
      lines.append(Self.withRemark(line, remark))
      return
    }
    lines.append(Self.withRemark("\(margin)\(key):", remark))
    switch value {
    case .section(let entries):
      for entry in entries { self.entry(entry.key, entry.value, indent: indent + 2) }
    case .list(let items):
      for item in items { self.item(item, indent: indent + 2) }
    case .plain, .text:
      break
    }
  }

  private mutating func item(_ item: FileValue, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    guard case .section(let entries) = item else {
      lines.append("\(margin)- \(Self.onOneLine(item) ?? "")")
      return
    }
    let start = lines.count
    for entry in entries { self.entry(entry.key, entry.value, indent: indent + 2) }
    guard start < lines.count else { return }
    lines[start] = "\(margin)- \(lines[start].dropFirst(indent + 2))"
  }

  /// A field that is not known, as a line to uncomment.
  mutating func unknown(_ key: String, remark: String, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    lines.append(Self.withRemark("\(margin)# \(key):", remark))
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private static func withRemark(_ line: String, _ remark: String?) -> String {
    guard let remark else { return line }
    let padding = String(repeating: " ", count: max(2, remarkColumn - line.count))
    return "\(line)\(padding)# \(remark)"
  }

  /// Where remarks begin.
  static let remarkColumn = 30
  /// Longest remark that keeps a line within 100 columns.
  static let remarkWidth = 100 - remarkColumn - 2

  /// The value on one line, or nil for what needs lines of its own.
  static func onOneLine(_ value: FileValue) -> String? {
    switch value {
    case .plain(let word): return word
    case .text(let text): return quotedIfNeeded(text)
    case .list(let items):
      var texts: [String] = []
      for item in items {
        switch item {
        case .plain, .text:
          guard let text = onOneLine(item) else { return nil }
          texts.append(text)
        case .list, .section: return nil
        }
      }
      let line = "[\(texts.joined(separator: ", "))]"
      return line.count <= 80 ? line : nil
    case .section: return nil
    }
  }

  private static let reserved: Set<String> = [
    "", "~", "null", "unknown", "none", "yes", "no", "true", "false", "y", "n", "on", "off", "pass",
  ]

  /// Text as a plain scalar where that is safe in any position, otherwise in double quotes.
  static func quotedIfNeeded(_ text: String) -> String {
    let isSafe = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || [" ", ".", "-", "/", "(", ")", "'", "_"].contains(scalar)
    }
    let startsWell = text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    if isSafe, startsWell, text.last != " ", !reserved.contains(text.lowercased()) { return text }
    return quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        let needsEscape =
          scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
        if needsEscape {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
