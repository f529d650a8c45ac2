public import DelimitedText

/// What is wrong with a file of sheets, answers or ranks, and where.
public enum RankFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The table itself is broken, or one of its fields.
  case table(DelimitedTextError)
  /// A line says something that is not accepted.
  case line(file: String, line: Int, String)
  /// The file as a whole is not what it should be.
  case file(String, String)

  /// What is wrong, where, and what is accepted.
  public var description: String {
    switch self {
    case .table(let error): error.description
    case .line(let file, let line, let text): "\(file):\(line): \(text)"
    case .file(let file, let text): "\(file): \(text)"
    }
  }
}

/// A table whose columns have been found under one of their names.
struct NamedTable {
  let table: DelimitedTable
  let name: String

  init(_ bytes: [UInt8], name: String) throws(RankFileError) {
    self.name = name
    do {
      table = try DelimitedTable(bytes, name: name)
    } catch {
      throw .table(error)
    }
  }

  /// The column of the first of these names that the header has, whatever its case and spaces.
  func column(_ names: [String]) -> Int? {
    let header = table.header.map(Self.key)
    for name in names {
      if let index = header.firstIndex(of: Self.key(name)) { return index }
    }
    return nil
  }

  func required(_ names: [String]) throws(RankFileError) -> Int {
    guard let column = column(names) else {
      throw .file(
        name,
        "no column '\(names[0])'; the first line must name the columns, here: "
          + table.header.joined(separator: ", "))
    }
    return column
  }

  func text(_ record: DelimitedRecord, _ column: Int?) throws(RankFileError) -> String? {
    guard let column else { return nil }
    do {
      return try record.optionalText(column)
    } catch {
      throw .table(error)
    }
  }

  func code(_ record: DelimitedRecord, _ column: Int) throws(RankFileError) -> String {
    do {
      return try record.requiredText(column).uppercased()
    } catch {
      throw .table(error)
    }
  }

  func int(
    _ record: DelimitedRecord, _ column: Int?, in range: ClosedRange<Int>
  ) throws(RankFileError) -> Int? {
    guard let column else { return nil }
    do {
      return try record.optionalInt(column, in: range)
    } catch {
      throw .table(error)
    }
  }

  static func key(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
