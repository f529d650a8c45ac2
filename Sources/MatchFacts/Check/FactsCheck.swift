/// The result of going through every table: what is wrong, and what is missing.
public struct FactsCheck: Sendable, Encodable {
  /// Something wrong with a table.
  public struct Problem: Sendable, Hashable, Encodable {
    /// The table.
    public var table: String
    /// What is wrong, with file and line where they are known.
    public var message: String
  }

  /// How many of a kind have something that the product can use.
  public struct Coverage: Sendable, Hashable, Encodable {
    /// What is counted.
    public var what: String
    /// Those that have it.
    public var known: Int
    /// All.
    public var total: Int
    /// The names of those without it, where they have names worth printing; else empty.
    public var missing: [String]
  }

  /// Version of the JSON's layout.
  public private(set) var format = 1
  /// Tables read.
  public private(set) var tables = 0
  /// Rows read.
  public private(set) var rows = 0
  /// What is wrong; empty if all is well.
  public private(set) var problems: [Problem] = []
  /// What is known of how many.
  public private(set) var coverage: [Coverage] = []
  /// What nobody publishes, or is not known here.
  public private(set) var knownHoles: [KnownHole] = []
  /// What was changed when the tables were taken over.
  public private(set) var corrections: [Correction] = []

  /// Reads every table and checks columns, types, ranges, sources, uniqueness of codes, names of
  /// specialties, row counts, and that no file is unknown to the manifest.
  public init(_ facts: MatchFacts) {
    checkManifest(facts)
    for (table, read) in TypedReaders.all {
      note(table) { () throws(FactsError) in try read(facts) }
    }
    coverage = note("programs") { () throws(FactsError) in try Coverage.all(facts) } ?? []
    knownHoles = note("known_holes") { () throws(FactsError) in try facts.knownHoles() } ?? []
    corrections = note("corrections") { () throws(FactsError) in try facts.corrections() } ?? []
  }

  /// Runs a check and keeps its error as a problem.
  @discardableResult
  private mutating func note<Value>(
    _ table: String, _ body: () throws(FactsError) -> Value
  ) -> Value? {
    do {
      return try body()
    } catch {
      // One fault can stop two readers.
      if !problems.contains(where: { $0.message == error.description }) {
        problems.append(Problem(table: table, message: error.description))
      }
      return nil
    }
  }

  private mutating func checkManifest(_ facts: MatchFacts) {
    let rights = note("rights") { () throws(FactsError) in try facts.rights() } ?? []
    for table in facts.tables {
      tables += 1
      rows +=
        note(table.name) { () throws(FactsError) in
          try Self.check(table, facts: facts, rights: rights.map(\.key))
        } ?? 0
    }
    note("tables") { () throws(FactsError) in
      for name in try FileAccess.names(in: facts.folder, suffix: ".csv")
      where name != "tables.csv" && facts.table(String(name.dropLast(4))) == nil {
        throw .inconsistent(
          file: "tables.csv", line: 1, explanation: "the table \(name) is not listed")
      }
    }
  }

  /// Checks a table against its entry in the manifest and returns its number of rows.
  private static func check(
    _ table: FactTable, facts: MatchFacts, rights: [String]
  ) throws(FactsError) -> Int {
    func fault(_ explanation: String) -> FactsError {
      .inconsistent(file: "tables.csv", line: 1, explanation: explanation)
    }
    // The reader compares the number of rows with the manifest's.
    let reader = try TableReader(
      folder: facts.folder, name: table.name, columns: [], sources: nil, manifest: facts.tables)
    guard rights.contains(table.rights) else {
      throw fault("\(table.name): ‘\(table.rights)’ is not in rights.csv")
    }
    if case .ownTable = reader.sources, table.rights != "own" {
      throw .missingSource(file: table.name + ".csv", line: 1)
    }
    _ = try facts.sources(of: table)
    return reader.table.count
  }
}
