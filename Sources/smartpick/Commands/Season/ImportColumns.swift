import DelimitedText
import SeasonLog

/// Which column of an imported file is what: by the names that 'season export' writes, by names told
/// now, or by names told before.
struct ImportColumns {
  /// What a column can hold; raw values are the names of exported files.
  enum Field: String, CaseIterable {
    case program, event, date, signal, rating, text
    case interviewDay = "interview_day"
  }

  /// Other names that need not be told.
  private static let usual: [String: Field] = [
    "code": .program, "nrmp_code": .program, "day": .date, "note": .text,
  ]

  private let columns: [Field: Int]

  /// - Parameters:
  ///   - told: The field's name by the header's, as said now.
  ///   - remembered: The same, as said before.
  init(
    _ table: DelimitedTable, told: [String: String], remembered: [String: String], file: String
  ) throws(CommandFailure) {
    var columns: [Field: Int] = [:]
    for (index, name) in table.header.enumerated() {
      let plain = name.trimmed.lowercased()
      let field =
        told[name].flatMap(Field.init(rawValue:))
        ?? Field(rawValue: plain) ?? Self.usual[plain]
        ?? remembered[name].flatMap(Field.init(rawValue:))
      guard let field else { continue }
      // What was said now goes before what a name alone would mean.
      let isTold = told[name] != nil
      if isTold || (columns[field] == nil && !told.values.contains(field.rawValue)) {
        columns[field] = index
      }
    }
    let missing = [Field.program, .event, .date].filter { columns[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(
        PageText.harmless(
          "\(file):1: no column is called \(names). The file has: "
            + table.header.joined(separator: ", ") + ". Say once which is which, as in "
            + missing.map { "--map \($0.rawValue)=\"…\"" }.joined(separator: " ")
            + "; the log remembers it"), .badData)
    }
    self.columns = columns
  }

  /// Reads `FIELD=HEADER` pairs.
  static func told(
    _ pairs: [String], header: [String], file: String
  ) throws(CommandFailure) -> [String: String] {
    var told: [String: String] = [:]
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let field = Field(rawValue: parts[0].trimmed) else {
        throw CommandFailure(
          "--map '\(PageText.harmless(pair))': write FIELD=HEADER, FIELD one of "
            + Field.allCases.map(\.rawValue).joined(separator: ", "), .usage)
      }
      guard let name = header.first(where: { $0.trimmed == parts[1].trimmed }) else {
        throw CommandFailure(
          PageText.harmless(
            "--map \(pair): \(file) has no column '\(parts[1])'; it has: "
              + header.joined(separator: ", ")), .badData)
      }
      told[name] = field.rawValue
    }
    return told
  }

  func cell(_ record: DelimitedRecord, _ field: Field) throws(DelimitedTextError) -> String? {
    guard let column = columns[field] else { return nil }
    return try record.optionalText(column)
  }

  /// The day of a row, which must be there.
  func day(_ record: DelimitedRecord) throws(DelimitedTextError) -> String? {
    guard let column = columns[.date] else { return nil }
    return try record.requiredText(column)
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
