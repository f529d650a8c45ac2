import Foundation

/// The text of a file after the checks that must come before a parser may see it.
///
/// YAML has features that no applicant's file needs and that can hang or exhaust a parser (aliases
/// that expand exponentially, nesting without end). They are refused here, in one linear pass.
struct FileText {
  /// The text, without a byte order mark.
  let text: String

  /// Deepest nesting accepted; the layout itself needs four.
  static let maximumDepth = 48
  /// Most alias-like words accepted beside an anchor before the parser is asked.
  ///
  /// So few cannot expand to anything large; the decoder then refuses each of them by its place.
  static let maximumAliases = 24

  /// Reads a file, at most one byte more than is accepted.
  static func load(path: String, rules: FileRules) throws(ApplicantFileError) -> FileText {
    func unreadable(_ message: String, _ remedy: String) -> ApplicantFileError {
      ApplicantFileError(problems: [
        FileProblem(kind: .unreadable, file: path, message: message, remedy: remedy)
      ])
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw unreadable(
        "there is no such file",
        "check the name, or make a file with `smartpick init \(path)`")
    }
    guard !isFolder.boolValue else {
      throw unreadable("this is a folder, not a file", "name the applicant's file inside it")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw unreadable("the file cannot be opened", "check that you may read it")
    }
    defer { try? handle.close() }
    var data = Data()
    do {
      while data.count <= rules.maximumBytes,
        let more = try handle.read(upToCount: rules.maximumBytes + 1 - data.count), !more.isEmpty
      {
        data.append(more)
      }
    } catch {
      throw unreadable("the file cannot be read", "check that you may read it")
    }
    return try FileText(data: data, fileName: path, rules: rules)
  }

  /// Checks bytes for size, encoding and control characters, then the text.
  init(data: Data, fileName: String, rules: FileRules) throws(ApplicantFileError) {
    guard data.count <= rules.maximumBytes else {
      throw Self.refused(
        fileName, message: "the file is larger than \(rules.maximumBytes / 1000) kB",
        remedy: "an applicant's file is a few kilobytes; check that this is the right file")
    }
    let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.refused(
        fileName, message: "the file is not UTF-8 text",
        remedy: "save it as plain text in UTF-8 (in Word: “Save as”, “Plain text”, UTF-8)")
    }
    try self.init(text: text, fileName: fileName, rules: rules)
  }

  /// Checks text for emptiness, size, control characters, nesting and aliases.
  init(text: String, fileName: String, rules: FileRules) throws(ApplicantFileError) {
    guard text.utf8.count <= rules.maximumBytes else {
      throw Self.refused(
        fileName, message: "the text is larger than \(rules.maximumBytes / 1000) kB",
        remedy: "an applicant's file is a few kilobytes; check that this is the right file")
    }
    guard text.utf8.contains(where: { $0 > 0x20 }) else {
      throw ApplicantFileError(problems: [
        FileProblem(
          kind: .missing, file: fileName, message: "the file is empty",
          remedy: "make one with `smartpick init`")
      ])
    }
    try Self.checkCharacters(text, fileName)
    try Self.checkNesting(text, fileName)
    try Self.checkAliases(text, fileName)
    self.text = text.first == "{" ? Self.joiningSurrogates(text) : text
  }

  private static func refused(
    _ fileName: String, line: Int? = nil, message: String, remedy: String
  ) -> ApplicantFileError {
    ApplicantFileError(problems: [
      FileProblem(kind: .refused, file: fileName, line: line, message: message, remedy: remedy)
    ])
  }

  private static func checkCharacters(
    _ text: String, _ fileName: String
  ) throws(ApplicantFileError) {
    var line = 1
    for byte in text.utf8 {
      if byte == 0x0A { line += 1 }
      let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
      if isControl || byte == 0x7F {
        throw refused(
          fileName, line: line, message: "the file holds binary data, not text",
          remedy: "check that this is the applicant's file, and save it as plain text")
      }
    }
  }

  /// Counts open brackets outside quotes, and the indicators that open a level at a line's start.
  ///
  /// Over-counts in free text, which is harmless at this limit.
  private static func checkNesting(_ text: String, _ fileName: String) throws(ApplicantFileError) {
    var line = 1
    var depth = 0
    var lead = 0
    var isLead = true
    var quote: UInt8?
    var isEscaped = false
    for byte in text.utf8 {
      if byte == 0x0A {
        line += 1
        lead = 0
        isLead = true
        isEscaped = false
        continue
      }
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
          isEscaped = true
        } else if byte == open {
          quote = nil
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "\""): quote = depth > 0 ? byte : nil
      default: break
      }
      if isLead {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): lead += 2
        case 0x20, 0x09: lead += 1
        default: isLead = false
        }
      }
      if depth > maximumDepth || (lead > 4 * maximumDepth && byte != UInt8(ascii: "-")) {
        throw refused(
          fileName, line: line, message: "the file is nested too deeply",
          remedy: "an applicant's file needs no more than four levels; check this line's brackets "
            + "and indentation")
      }
    }
  }

  private static func checkAliases(_ text: String, _ fileName: String) throws(ApplicantFileError) {
    func isName(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    var anchors = 0
    var aliases = 0
    var line = 1
    var before: UInt8 = 0x0A
    var mark: UInt8?
    for byte in text.utf8 {
      if let mark, isName(byte) {
        if mark == UInt8(ascii: "&") { anchors += 1 } else { aliases += 1 }
      }
      mark = nil
      if byte == UInt8(ascii: "*") || (byte == UInt8(ascii: "&") && !isName(before)) {
        mark = byte
      }
      if byte == 0x0A { line += 1 }
      before = byte
      if anchors > 0, aliases > maximumAliases {
        throw refused(
          fileName, line: line, message: "the file uses YAML anchors and aliases (&name, *name)",
          remedy: "write each value out where it belongs")
      }
    }
  }

  /// JSON writes characters beyond the basic plane as two escapes, which YAML does not know:
  /// `\ud83d\ude00` becomes the character itself.
  private static func joiningSurrogates(_ text: String) -> String {
    guard text.contains("\\ud") || text.contains("\\uD") else { return text }
    return text.replacing(#/\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/#) {
      match in
      guard let high = UInt32(match.1, radix: 16), let low = UInt32(match.2, radix: 16),
        let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
      else { return String(match.0) }
      return String(Character(scalar))
    }
  }
}
