import GRDB

/// Which column of a person's own CSV files is what, told once and kept with the log.
extension SeasonStore {
  /// The fields of an import by the header's name of their column.
  public func rememberedHeaders() throws(SeasonLogError) -> [String: String] {
    try translating {
      try queue.read { db in
        // A log of an earlier version that is only read has no such table yet.
        guard try db.tableExists("header") else { return [:] }
        return try Row.fetchAll(db, sql: "SELECT name, field FROM header ORDER BY name")
          .reduce(into: [:]) { known, row in
            if let name: String = row["name"], let field: String = row["field"] {
              known[name] = field
            }
          }
      }
    }
  }

  /// Keeps the names of columns; a name that is known gets its new meaning.
  public func remember(headers: [String: String]) throws(SeasonLogError) {
    try translating {
      try queue.write { db in
        for (name, field) in headers.sorted(by: { $0.key < $1.key }) {
          try db.execute(
            sql: "INSERT OR REPLACE INTO header (name, field) VALUES (?, ?)",
            arguments: [name, field])
        }
      }
    }
  }
}
