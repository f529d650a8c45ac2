import DelimitedText

/// Paired answers kept in a file, by programs' codes.
public struct ComparisonFile: Sendable, Hashable {
  /// One answer.
  public struct Row: Sendable, Hashable {
    /// The program preferred.
    public var better: String
    /// The other one.
    public var worse: String
    /// Whether they are alike to the person.
    public var isTie: Bool

    /// An answer.
    public init(better: String, worse: String, isTie: Bool = false) {
      self.better = better
      self.worse = worse
      self.isTie = isTie
    }
  }

  /// The answers, oldest first.
  public var rows: [Row]

  /// Answers in hand.
  public init(rows: [Row] = []) { self.rows = rows }

  /// Reads a table with the columns `better` and `worse`, and `alike` ("yes") where neither is.
  ///
  /// - Throws: ``RankFileError`` with the line of the first fault.
  public init(csv bytes: [UInt8], name: String) throws(RankFileError) {
    let file = try NamedTable(bytes, name: name)
    let better = try file.required(["better"])
    let worse = try file.required(["worse"])
    let alike = file.column(["alike"])
    var rows: [Row] = []
    for record in file.table {
      let word = try file.text(record, alike)?.lowercased() ?? "no"
      guard ["yes", "no"].contains(word) else {
        throw .line(file: name, line: record.line, "alike '\(word)'; accepted: yes, no or empty")
      }
      let row = Row(
        better: try file.code(record, better), worse: try file.code(record, worse),
        isTie: word == "yes")
      guard row.better != row.worse else {
        throw .line(
          file: name, line: record.line, "\(row.better) is compared with itself; name two programs")
      }
      rows.append(row)
    }
    self.rows = rows
  }

  /// The answers as a table.
  public var csv: String {
    var writer = DelimitedWriter(header: ["better", "worse", "alike"])
    for row in rows { writer.append([row.better, row.worse, row.isTie ? "yes" : ""]) }
    return writer.text
  }

  /// The answers about these programs, by position.
  public func answers(about codes: [String]) -> [PairedAnswer] {
    let positions = Dictionary(zip(codes, codes.indices)) { first, _ in first }
    return rows.compactMap { row in
      guard let better = positions[row.better], let worse = positions[row.worse] else { return nil }
      return PairedAnswer(better: better, worse: worse, isTie: row.isTie)
    }
  }
}
