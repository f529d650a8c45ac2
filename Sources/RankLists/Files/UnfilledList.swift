import DelimitedText

/// The List of Unfilled Programs as a person saved or pasted it.
public struct UnfilledList: Sendable, Hashable {
  /// One program on it.
  public struct Row: Sendable, Hashable {
    /// The NRMP code.
    public var code: String
    /// Positions unfilled; nil where the line does not say.
    public var positions: Int?
    /// The line of the file.
    public var line: Int

    /// A program.
    public init(code: String, positions: Int?, line: Int) {
      self.code = code
      self.positions = positions
      self.line = line
    }
  }

  /// A line that was not understood.
  public struct Skipped: Sendable, Hashable, Codable {
    /// The line of the file.
    public var line: Int
    /// Its beginning.
    public var text: String
  }

  /// The programs, in the order of the file; one that stands there twice counts once.
  public var rows: [Row]
  /// Lines without a program code, headings among them.
  public var skipped: [Skipped]

  /// Reads a table with a header that names a column of codes, else any text with one program's code
  /// a line.
  ///
  /// - Throws: ``RankFileError`` where no program is named, or a table's code or number is broken.
  public init(_ text: String, name: String) throws(RankFileError) {
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let titles = first.split(separator: ",").map { NamedTable.key(String($0)) }
    if first.contains(","), titles.contains(where: Self.codeTitles.contains) {
      try self.init(table: Array(text.utf8), name: name)
    } else {
      self.init(lines: text)
    }
    guard !rows.isEmpty else {
      throw .file(
        name,
        "no program code found; paste the list with its NRMP codes (seven digits, a letter, a "
          + "digit, as in 1313120C0), one program a line, or save a CSV with a column 'code'")
    }
  }

  private static let codeTitles = [
    "code", "programcode", "nrmpcode", "nrmpprogramcode", "nrmpprogramid",
  ]

  private init(table bytes: [UInt8], name: String) throws(RankFileError) {
    let file = try NamedTable(bytes, name: name)
    let code = try file.required(Self.codeTitles)
    let positions = file.column([
      "positions", "unfilled", "unfilled positions", "positions unfilled", "quota", "unfilledquota",
      "positions available",
    ])
    rows = []
    skipped = []
    for record in file.table {
      let text = try file.code(record, code)
      guard Self.isCode(text) else {
        throw .line(
          file: name, line: record.line,
          "program code '\(text)'; accepted: seven digits, a letter, a digit, as in 1313120C0")
      }
      append(
        Row(
          code: text, positions: try file.int(record, positions, in: 0...500), line: record.line))
    }
  }

  private init(lines text: String) {
    rows = []
    skipped = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.split { !($0.isLetter || $0.isNumber) }.map { $0.uppercased() }
      guard let place = words.firstIndex(where: Self.isCode) else {
        if !words.isEmpty {
          skipped.append(Skipped(line: index + 1, text: String(line.prefix(60))))
        }
        continue
      }
      // The number of positions is the last short number after the code.
      let number = words[(place + 1)...].last { $0.count <= 3 && Int($0) != nil }
        .flatMap { Int($0) }
      append(Row(code: words[place], positions: number, line: index + 1))
    }
  }

  private mutating func append(_ row: Row) {
    if let place = rows.firstIndex(where: { $0.code == row.code }) {
      rows[place].positions = rows[place].positions ?? row.positions
    } else {
      rows.append(row)
    }
  }

  /// Whether a word is an NRMP code: seven digits, a letter, a letter or digit.
  static func isCode(_ word: String) -> Bool {
    let characters = Array(word.utf8)
    guard characters.count == 9 else { return false }
    return characters[..<7].allSatisfy { (48...57).contains($0) }
      && (65...90).contains(characters[7])
      && ((48...57).contains(characters[8]) || (65...90).contains(characters[8]))
  }
}
