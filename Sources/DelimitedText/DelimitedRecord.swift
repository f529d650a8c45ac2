/// One record of a ``DelimitedTable``.
///
/// Fields are read by column number (``DelimitedTable/column(_:)``) or by name. The typed readers
/// throw errors that name file, line, column, field, the text found and what is accepted.
public struct DelimitedRecord: Sendable {
  let storage: DelimitedTable.Storage
  /// Number of the record, from 0.
  public let row: Int

  /// Line of the file on which the record starts, from 1.
  public var line: Int { Int(storage.lines[row]) }

  /// The file's name.
  public var file: String { storage.name }

  private func range(_ column: Int) -> DelimitedTable.FieldRange {
    storage.fields[row * storage.header.count + column]
  }

  /// Whether the field is empty.
  public func isEmpty(_ column: Int) -> Bool {
    let range = range(column)
    return range.start == range.end
  }

  /// The text of a field; empty where the field is.
  ///
  /// - Throws: ``DelimitedTextError/Kind/notUTF8``.
  public func text(_ column: Int) throws(DelimitedTextError) -> String {
    let range = range(column)
    if range.start == range.end { return "" }
    guard let text = DelimitedTable.text(of: range, in: storage.bytes) else {
      throw error(.notUTF8, column)
    }
    return text
  }

  /// The text of a field that must not be empty.
  public func requiredText(_ column: Int) throws(DelimitedTextError) -> String {
    if isEmpty(column) { throw error(.missingValue, column) }
    return try text(column)
  }

  /// The text of a field, or nil where it is empty.
  public func optionalText(_ column: Int) throws(DelimitedTextError) -> String? {
    isEmpty(column) ? nil : try text(column)
  }

  /// Calls `body` with the raw bytes of a field (doubled quotes are still doubled).
  public func withBytes<Result>(_ column: Int, _ body: (ArraySlice<UInt8>) -> Result) -> Result {
    let range = range(column)
    return body(storage.bytes[Int(range.start)..<Int(range.end)])
  }

  /// A whole number within a range.
  public func int(
    _ column: Int, in limits: ClosedRange<Int>
  ) throws(DelimitedTextError) -> Int {
    guard let value = try optionalInt(column, in: limits) else {
      throw error(.missingValue, column)
    }
    return value
  }

  /// A whole number within a range, or nil where the field is empty.
  public func optionalInt(
    _ column: Int, in limits: ClosedRange<Int>
  ) throws(DelimitedTextError) -> Int? {
    if isEmpty(column) { return nil }
    guard let value = plainInt(column), limits.contains(value) else {
      throw badValue(
        column, accepted: "a whole number from \(limits.lowerBound) to \(limits.upperBound)")
    }
    return value
  }

  /// A number within a range.
  public func double(
    _ column: Int, in limits: ClosedRange<Double>
  ) throws(DelimitedTextError) -> Double {
    guard let value = try optionalDouble(column, in: limits) else {
      throw error(.missingValue, column)
    }
    return value
  }

  /// A number within a range, or nil where the field is empty.
  public func optionalDouble(
    _ column: Int, in limits: ClosedRange<Double>
  ) throws(DelimitedTextError) -> Double? {
    if isEmpty(column) { return nil }
    guard let value = Double(try text(column)), limits.contains(value) else {
      throw badValue(column, accepted: "a number from \(limits.lowerBound) to \(limits.upperBound)")
    }
    return value
  }

  /// An error about one field, with its place and text.
  public func badValue(_ column: Int, accepted: String) -> DelimitedTextError {
    error(.badValue(accepted: accepted), column)
  }

  /// An error about one field, with its place and text.
  public func error(_ kind: DelimitedTextError.Kind, _ column: Int) -> DelimitedTextError {
    let range = range(column)
    // A field after one that spans lines starts on a later line than its record.
    let before = storage.bytes[
      Int(self.range(0).start)..<max(Int(self.range(0).start), Int(range.start))]
    let fieldLine = line + before.count { $0 == UInt8(ascii: "\n") }
    return DelimitedTextError(
      kind, file: storage.name, line: fieldLine,
      column: DelimitedScanner.column(of: Int(range.start), in: storage.bytes),
      field: storage.header[column],
      value: kind == .notUTF8 ? nil : DelimitedTable.text(of: range, in: storage.bytes))
  }

  /// Digits with an optional minus, read without making a string.
  private func plainInt(_ column: Int) -> Int? {
    let range = range(column)
    var position = Int(range.start)
    let end = Int(range.end)
    let isNegative = storage.bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    guard position < end, end - position <= 15 else { return nil }
    var value = 0
    while position < end {
      let digit = storage.bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
      position += 1
    }
    return isNegative ? -value : value
  }
}
