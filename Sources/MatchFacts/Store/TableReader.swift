import DelimitedText

/// Reads one table of facts: opens the file, checks its columns, and hands out rows that know how
/// to read themselves.
struct TableReader {
  /// How a table names its sources.
  enum Sources {
    /// `source_title, source_year, source_url`.
    case columns
    /// `source_title, source_url`: the table prints no year.
    case withoutYear
    /// One column `source`.
    case single
    /// None; a table of our own.
    case ownTable

    var columns: [String] {
      switch self {
      case .columns: ["source_title", "source_year", "source_url"]
      case .withoutYear: ["source_title", "source_url"]
      case .single: ["source"]
      case .ownTable: []
      }
    }
  }

  let name: String
  let table: DelimitedTable
  let trust: String?
  let year: String
  let sources: Sources
  let catalog: SpecialtyCatalog?

  /// Opens `name`.csv in the facts' folder.
  ///
  /// With `sources` nil the columns are taken as they are, and the way the table names its sources
  /// is read off its header.
  init(
    folder: String, name: String, columns: [String], optional: [String] = [],
    sources: Sources? = .columns, manifest: [FactTable] = [], catalog: SpecialtyCatalog? = nil
  ) throws(FactsError) {
    try self.init(
      path: folder + "/" + name + ".csv", columns: columns, optional: optional, sources: sources,
      entry: manifest.first { $0.name == name }, catalog: catalog)
  }

  /// Opens a table at a path of its own; its number of rows is checked where an entry is given.
  init(
    path: String, columns: [String], optional: [String] = [], sources: Sources? = .columns,
    entry: FactTable? = nil, catalog: SpecialtyCatalog? = nil
  ) throws(FactsError) {
    let bytes = try FileAccess.read(path)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
    do {
      table = try DelimitedTable(bytes, name: file)
      if let sources {
        try table.requireColumns(columns + sources.columns, optional: optional)
        self.sources = sources
      } else {
        let header = table.header
        let kinds: [Sources] = [.columns, .withoutYear, .single]
        self.sources = kinds.first { $0.columns.allSatisfy(header.contains) } ?? .ownTable
      }
    } catch {
      throw .malformed(error)
    }
    // A file cut short at the end of a row would otherwise pass.
    if let entry, entry.rows != table.count {
      throw .inconsistent(
        file: file, line: 1,
        explanation: "the table has \(table.count) rows where tables.csv says \(entry.rows); "
          + "if rows were added or removed on purpose, write the new number there")
    }
    self.name = name
    self.trust = entry?.trust
    self.year = entry?.year ?? ""
    self.catalog = catalog
  }

  /// Reads every row with `body`, in the order of the file.
  func map<Row>(
    _ body: (borrowing FactRow, inout CitationPool) throws(FactsError) -> Row
  ) throws(FactsError) -> [Row] {
    var pool = CitationPool()
    var rows: [Row] = []
    rows.reserveCapacity(table.count)
    for record in table { rows.append(try body(FactRow(record: record, reader: self), &pool)) }
    return rows
  }
}

/// The citations made so far, so that rows of one source share their text.
struct CitationPool {
  private var known: [Citation: Citation] = [:]

  mutating func interned(_ citation: Citation) -> Citation {
    if let earlier = known[citation] { return earlier }
    known[citation] = citation
    return citation
  }
}
