/// First-year residents counted by Step 1 band and Step 2 CK band (AAMC Table B2, 2019-20).
public struct JointScoreTable: Sendable {
  /// The counts of one specialty.
  public struct Counts: Sendable, Hashable, Codable {
    /// The specialty, or nil for all together.
    public var specialty: Specialty?
    /// Residents by Step 1 band (rows, lowest first) and Step 2 CK band (columns, lowest first).
    public var cells: [[Int]]
    /// Source.
    public var citation: Citation

    /// Residents counted.
    public var total: Int { cells.reduce(0) { $0 + $1.reduce(0, +) } }
  }

  /// The bands of Step 1, lowest first.
  public let step1Bands: [ScoreBand]
  /// The bands of Step 2 CK, lowest first.
  public let step2Bands: [ScoreBand]
  /// One table a specialty, in alphabetical order.
  public let specialties: [Counts]
  /// All specialties together: the sum of the others.
  public let all: Counts

  /// The counts of a specialty, or nil where the table has none.
  public func counts(for specialty: Specialty) -> Counts? {
    specialties.first { $0.specialty == specialty }
  }
}

extension MatchFacts {
  /// First-year residents by Step 1 and Step 2 CK bands.
  public func jointScores() throws(FactsError) -> JointScoreTable {
    struct Cell {
      var specialty: Specialty
      var step1: ScoreBand?
      var step2: ScoreBand?
      var count: Int
      var citation: Citation
      var line: Int
    }
    let name = "aamc_b2_step1_by_step2_2019_20"
    let cells = try open(
      name, columns: ["cohort", "specialty", "step1_band", "step2ck_band", "n_residents"]
    ).map { (row, pool) throws(FactsError) in
      func band(_ column: String) throws(FactsError) -> ScoreBand? {
        let text = try row.required(column)
        if text == "All" { return nil }
        guard let band = ScoreBand(text) else { throw row.bad(column, accepted: "a score band") }
        return band
      }
      return Cell(
        specialty: try row.specialty(), step1: try band("step1_band"),
        step2: try band("step2ck_band"), count: try row.int("n_residents", in: 0...100_000),
        citation: try row.citation(&pool), line: row.line)
    }
    let rows = Set(cells.compactMap(\.step1)).sorted()
    let columns = Set(cells.compactMap(\.step2)).sorted()
    var rowIndex: [ScoreBand: Int] = [:]
    var columnIndex: [ScoreBand: Int] = [:]
    for (index, band) in rows.enumerated() { rowIndex[band] = index }
    for (index, band) in columns.enumerated() { columnIndex[band] = index }
    let zero = [[Int]](
      repeating: [Int](repeating: 0, count: columns.count), count: rows.count)
    var bySpecialty: [Specialty: JointScoreTable.Counts] = [:]
    var printedTotals: [Specialty: (count: Int, line: Int)] = [:]
    for cell in cells {
      let empty = JointScoreTable.Counts(
        specialty: cell.specialty, cells: zero, citation: cell.citation)
      if let step1 = cell.step1, let step2 = cell.step2, let i = rowIndex[step1],
        let j = columnIndex[step2]
      {
        bySpecialty[cell.specialty, default: empty].cells[i][j] += cell.count
      } else if cell.step1 == nil, cell.step2 == nil {
        printedTotals[cell.specialty] = (cell.count, cell.line)
      }
    }
    let tables = bySpecialty.values.sorted {
      ($0.specialty?.name ?? "") < ($1.specialty?.name ?? "")
    }
    var all = zero
    for table in tables {
      if let specialty = table.specialty, let printed = printedTotals[specialty],
        printed.count != table.total
      {
        throw .inconsistent(
          file: name + ".csv", line: printed.line,
          explanation: "the cells of \(specialty) add up to \(table.total), not \(printed.count)")
      }
      for i in rows.indices {
        for j in columns.indices { all[i][j] += table.cells[i][j] }
      }
    }
    guard let first = tables.first else {
      throw .inconsistent(file: name + ".csv", line: 1, explanation: "the table has no rows")
    }
    return JointScoreTable(
      step1Bands: rows, step2Bands: columns, specialties: tables,
      all: JointScoreTable.Counts(specialty: nil, cells: all, citation: first.citation))
  }
}
