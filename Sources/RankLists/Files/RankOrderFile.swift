import DelimitedText

/// A rank order list written by hand.
public struct RankOrderFile: Sendable, Hashable {
  /// One rank.
  public struct Row: Sendable, Hashable {
    /// The program's code.
    public var code: String
    /// The line of the file.
    public var line: Int
  }

  /// The primary list, best first.
  public var primary: [Row]
  /// Supplemental lists by the advanced program's code.
  public var supplemental: [String: [Row]]

  /// A list of these codes, best first, without supplemental lists.
  public init(codes: [String]) {
    primary = codes.enumerated().map { Row(code: $0.element, line: $0.offset + 1) }
    supplemental = [:]
  }

  /// Reads a table with the column `code` and, if there are any, `rank` (otherwise the lines' order
  /// counts) and `with`: a first-year program of the supplemental list of that advanced program.
  ///
  /// - Throws: ``RankFileError`` with the line of the first fault: no code, a rank used twice, a
  ///   program twice on one list.
  public init(csv bytes: [UInt8], name: String) throws(RankFileError) {
    let file = try NamedTable(bytes, name: name)
    let code = try file.required(["code", "nrmp_code", "program_code", "program"])
    let rank = file.column(["rank"])
    let with = file.column(["with"])
    var lists: [String: [(row: Row, rank: Int)]] = [:]
    var order: [String] = []
    for record in file.table {
      let row = Row(code: try file.code(record, code), line: record.line)
      let list = try file.text(record, with)?.uppercased() ?? ""
      let given = try file.int(record, rank, in: 1...1000)
      if rank != nil, given == nil {
        throw .line(
          file: name, line: row.line, "no rank; with a column 'rank' every line needs one")
      }
      if let other = lists[list]?.first(where: { $0.row.code == row.code }) {
        throw .line(
          file: name, line: row.line,
          "\(row.code) a second time; it stands on line \(other.row.line) already")
      }
      if let given, let other = lists[list]?.first(where: { $0.rank == given }) {
        throw .line(
          file: name, line: row.line,
          "rank \(given) a second time; it is on line \(other.row.line) already")
      }
      if lists[list] == nil { order.append(list) }
      lists[list, default: []].append((row, given ?? lists[list, default: []].count + 1))
    }
    let sorted = lists.mapValues { rows in rows.sorted { $0.rank < $1.rank }.map(\.row) }
    primary = sorted[""] ?? []
    supplemental = sorted.filter { !$0.key.isEmpty }
    guard !primary.isEmpty else { throw .file(name, "the file ranks no program") }
    let codes = Set(primary.map(\.code))
    for list in order where !list.isEmpty && !codes.contains(list) {
      throw .line(
        file: name, line: sorted[list]?.first?.line ?? 1,
        "with '\(list)': that program is not on the list itself; a supplemental list hangs on a "
          + "ranked advanced program")
    }
  }
}
