/// The published facts: every table typed, every figure with its citation.
///
/// Opening reads the manifest and the names of specialties only; each accessor reads its table when
/// it is called and returns a value of its own. Nothing is kept between calls, so hold on to what
/// you use more than once. The directory of programs (2.3 MB) is read by ``programs()`` alone.
///
/// ```swift
/// let facts = try MatchFacts.load()
/// let norms = try facts.examNorms()
/// let medicine = try facts.specialties.resolve("IM")
/// ```
public struct MatchFacts: Sendable {
  /// The folder the tables are read from.
  public let folder: String
  /// Every table with its year, source holder, trust and purpose, in alphabetical order.
  public let tables: [FactTable]
  /// The specialties and their names.
  public let specialties: SpecialtyCatalog
  let opened: OpenedTables
  /// Tables left out, which no accessor opens.
  var withheld: Set<String> = []

  /// Opens the facts in the folder that `SMARTPICK_FACTS` names, else those that ship with the
  /// program.
  ///
  /// - Throws: ``FactsError`` naming every place looked at, or the table, line and field.
  public static func load() throws(FactsError) -> MatchFacts {
    let manifest = try ResourceFolder(
      target: "MatchFacts", installedName: "facts", variable: "SMARTPICK_FACTS",
      isReplacedWhole: true
    ).path(of: "tables.csv")
    return try load(from: FileAccess.parent(of: manifest))
  }

  /// Opens the facts in a folder.
  public static func load(from folder: String) throws(FactsError) -> MatchFacts {
    let manifest = try TableReader(
      folder: folder, name: "tables",
      columns: ["table", "what", "year", "trust", "rights", "rows", "used_for"], sources: .ownTable)
    let tables = try manifest.map { (row, _) throws(FactsError) in
      FactTable(
        name: try row.required("table"), what: try row.required("what"),
        year: try row.required("year"), trust: try row.required("trust"),
        rights: try row.required("rights"), rows: try row.int("rows", in: 1...1_000_000),
        usedFor: try row.required("used_for"))
    }
    return MatchFacts(
      folder: folder, tables: tables.sorted { $0.name < $1.name },
      specialties: try SpecialtyCatalog(folder: folder, manifest: tables), opened: OpenedTables())
  }

  /// A table's entry in the manifest.
  public func table(_ name: String) -> FactTable? { tables.first { $0.name == name } }

  /// Whose figures are shown and on what terms, by key.
  public func rights() throws(FactsError) -> [RightsNote] {
    try open(
      "rights", columns: ["rights", "holder", "statement", "ground", "url"], sources: .ownTable
    )
    .map { (row, _) throws(FactsError) in
      RightsNote(
        key: try row.required("rights"), holder: try row.required("holder"),
        statement: try row.required("statement"),
        ground: try row.required("ground"), url: try row.text("url"))
    }
  }

  /// What the product would need and does not have.
  public func knownHoles() throws(FactsError) -> [KnownHole] {
    try open("known_holes", columns: ["missing", "affects", "remedy"], sources: .ownTable)
      .map { (row, _) throws(FactsError) in
        KnownHole(
          missing: try row.required("missing"), affects: try row.required("affects"),
          remedy: try row.text("remedy"))
      }
  }

  /// Opens one table.
  func open(
    _ name: String, columns: [String], optional: [String] = [],
    sources: TableReader.Sources = .columns
  ) throws(FactsError) -> TableReader {
    if withheld.contains(name) { throw .withheld(table: name) }
    opened.note(name)
    return try TableReader(
      folder: folder, name: name, columns: columns, optional: optional, sources: sources,
      manifest: tables, catalog: specialties)
  }
}
