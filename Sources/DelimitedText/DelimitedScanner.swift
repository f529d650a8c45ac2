/// Finds the fields of one record after another.
struct DelimitedScanner {
  private let bytes: [UInt8]
  private let name: String
  private let delimiter: UInt8
  private var position: Int
  private var line = 1
  /// Line on which the latest record started.
  private(set) var recordLine = 1

  init(bytes: [UInt8], name: String, delimiter: UInt8) {
    self.bytes = bytes
    self.name = name
    self.delimiter = delimiter
    self.position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The fields of the next record, or nil at the end.
  mutating func nextRecord() throws(DelimitedTextError) -> [DelimitedTable.FieldRange]? {
    var fields: [DelimitedTable.FieldRange] = []
    return try appendRecord(to: &fields) ? fields : nil
  }

  /// Appends the fields of the next record; false at the end of the file.
  mutating func appendRecord(
    to fields: inout [DelimitedTable.FieldRange]
  ) throws(DelimitedTextError) -> Bool {
    skipBlankLines()
    guard position < bytes.count else { return false }
    recordLine = line
    while true {
      let range =
        bytes[position] == UInt8(ascii: "\"") ? try quotedField() : plainField()
      fields.append(range)
      guard position < bytes.count else { return true }
      if bytes[position] == delimiter {
        position += 1
        if position == bytes.count {
          // A delimiter as the last byte of the file ends an empty field.
          fields.append(emptyField)
          return true
        }
        if isLineEnd {
          fields.append(emptyField)
          skipLineEnd()
          return true
        }
      } else {
        skipLineEnd()
        return true
      }
    }
  }

  private var emptyField: DelimitedTable.FieldRange {
    .init(
      start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: position),
      hasEscapes: false)
  }

  private var isLineEnd: Bool {
    bytes[position] == UInt8(ascii: "\n")
      || (bytes[position] == UInt8(ascii: "\r")
        && (position + 1 == bytes.count || bytes[position + 1] == UInt8(ascii: "\n")))
  }

  private mutating func skipLineEnd() {
    if bytes[position] == UInt8(ascii: "\r") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    line += 1
  }

  private mutating func skipBlankLines() {
    while position < bytes.count, isLineEnd { skipLineEnd() }
  }

  /// A field without quotes: everything up to the delimiter or the end of the line.
  private mutating func plainField() -> DelimitedTable.FieldRange {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\r"), isLineEnd { break }
      position += 1
    }
    return .init(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position),
      hasEscapes: false)
  }

  private mutating func quotedField() throws(DelimitedTextError) -> DelimitedTable.FieldRange {
    let quote = UInt8(ascii: "\"")
    let openingLine = line
    let opening = position
    position += 1
    let start = position
    var hasEscapes = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == quote {
        if position + 1 < bytes.count, bytes[position + 1] == quote {
          hasEscapes = true
          position += 1
        } else {
          let end = position
          position += 1
          guard position == bytes.count || bytes[position] == delimiter || isLineEnd else {
            throw DelimitedTextError(
              .textAfterQuote, file: name, line: line, column: column(of: position))
          }
          return .init(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
            hasEscapes: hasEscapes)
        }
      }
      position += 1
    }
    throw DelimitedTextError(
      .unterminatedQuote, file: name, line: openingLine, column: column(of: opening))
  }

  /// Column of a byte in its line, in characters from 1.
  private func column(of offset: Int) -> Int { Self.column(of: offset, in: bytes) }

  /// Column of a byte in its line, in UTF-8 characters from 1.
  static func column(of offset: Int, in bytes: [UInt8]) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    // Continuation bytes (10xxxxxx) do not start a character.
    return bytes[start..<max(start, offset)].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
