/// A comma-separated file, parsed once, read by record and column.
///
/// Follows RFC 4180: fields may be quoted, a quote inside is doubled, quoted fields may hold line
/// ends. Lines end in LF or CRLF; a byte-order mark is skipped; blank lines are ignored. The first
/// record names the columns, and every further record must have as many fields.
///
/// Parsing takes one pass over the bytes and keeps offsets only; text is made when a field is read.
/// Copies share their storage.
public struct DelimitedTable: Sendable {
  /// Name of the file, as it appears in errors.
  public var name: String { storage.name }
  /// The columns' names, in the order of the file.
  public var header: [String] { storage.header }

  let storage: Storage

  /// The largest file that can be read, in bytes: offsets are kept in 32 bits.
  public static let largestFile = Int(Int32.max) - 1

  /// Everything that records share.
  final class Storage: Sendable {
    let name: String
    let delimiter: UInt8
    let bytes: [UInt8]
    let header: [String]
    /// Where each field's content lies, row by row.
    let fields: [FieldRange]
    /// Line on which each record starts.
    let lines: [Int32]
    let rowCount: Int

    init(
      name: String, delimiter: UInt8, bytes: [UInt8], header: [String], fields: [FieldRange],
      lines: [Int32]
    ) {
      self.name = name
      self.delimiter = delimiter
      self.bytes = bytes
      self.header = header
      self.fields = fields
      self.lines = lines
      self.rowCount = lines.count
    }
  }

  /// A field's bytes, without the surrounding quotes.
  struct FieldRange: Sendable {
    var start: Int32
    var end: Int32
    /// Whether the content holds doubled quotes.
    var hasEscapes: Bool
  }

  /// Parses a whole file.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes, at most ``largestFile``.
  ///   - name: The file's name, for errors.
  ///   - delimiter: The byte between fields; a comma unless told otherwise.
  /// - Throws: The first fault, with its line and column.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(
    _ bytes: [UInt8], name: String, delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(DelimitedTextError) {
    guard bytes.count <= Self.largestFile else {
      throw DelimitedTextError(.tooLarge(limit: Self.largestFile), file: name)
    }
    var scanner = DelimitedScanner(bytes: bytes, name: name, delimiter: delimiter)
    guard let columns = try scanner.nextRecord() else {
      throw DelimitedTextError(.empty, file: name)
    }
    let headerLine = scanner.recordLine
    var header: [String] = []
    for range in columns {
      guard let text = Self.text(of: range, in: bytes) else {
        throw DelimitedTextError(
          .notUTF8, file: name, line: headerLine,
          column: DelimitedScanner.column(of: Int(range.start), in: bytes))
      }
      // Spreadsheets leave columns without a name behind; those may recur.
      if !text.isEmpty, header.contains(text) {
        throw DelimitedTextError(.duplicateColumn, file: name, line: headerLine, field: text)
      }
      header.append(text)
    }
    var fields: [FieldRange] = []
    fields.reserveCapacity(bytes.count / 8)
    var lines: [Int32] = []
    while try scanner.appendRecord(to: &fields) {
      lines.append(Int32(truncatingIfNeeded: scanner.recordLine))
      let found = fields.count - (lines.count - 1) * header.count
      if found != header.count {
        throw DelimitedTextError(
          .fieldCount(expected: header.count, found: found), file: name, line: scanner.recordLine)
      }
    }
    storage = Storage(
      name: name, delimiter: delimiter, bytes: bytes, header: header, fields: fields, lines: lines)
  }

  /// The column of this name.
  ///
  /// - Throws: ``DelimitedTextError/Kind/missingColumn``.
  public func column(_ name: String) throws(DelimitedTextError) -> Int {
    guard let index = storage.header.firstIndex(of: name) else {
      throw DelimitedTextError(.missingColumn, file: storage.name, line: 1, field: name)
    }
    return index
  }

  /// Checks that the header has every required column and no column outside the known ones.
  public func requireColumns(
    _ required: [String], optional: [String] = []
  ) throws(DelimitedTextError) {
    for name in required { _ = try column(name) }
    let known = required + optional
    for name in storage.header where !known.contains(name) {
      throw DelimitedTextError(
        .unknownColumn(nearest: EditDistance.nearest(to: name, in: known).first),
        file: storage.name, line: 1, field: name)
    }
  }

  /// The text of a range, or nil where it is not UTF-8.
  static func text(of range: FieldRange, in bytes: [UInt8]) -> String? {
    let slice = bytes[Int(range.start)..<Int(range.end)]
    guard range.hasEscapes else { return String(validating: slice, as: UTF8.self) }
    let quote = UInt8(ascii: "\"")
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(slice.count)
    var skipNext = false
    for byte in slice {
      if skipNext {
        skipNext = false
        continue
      }
      unescaped.append(byte)
      if byte == quote { skipNext = true }
    }
    return String(validating: unescaped, as: UTF8.self)
  }
}

extension DelimitedTable: RandomAccessCollection {
  /// The first record's index, 0.
  public var startIndex: Int { 0 }
  /// The number of records.
  public var endIndex: Int { storage.rowCount }

  /// The record at an index; the header is not a record.
  public subscript(index: Int) -> DelimitedRecord {
    precondition(index >= 0 && index < storage.rowCount, "no such record")
    return DelimitedRecord(storage: storage, row: index)
  }
}
