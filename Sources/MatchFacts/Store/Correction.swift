/// A change made to a table when it was taken over from its transcription.
public struct Correction: Sendable, Hashable, Codable {
  /// The table.
  public var table: String
  /// The row, in words.
  public var row: String
  /// The column or columns.
  public var column: String
  /// What stood there.
  public var before: String
  /// What stands there now; empty where the figure was left out.
  public var after: String
  /// Why.
  public var reason: String
}

extension MatchFacts {
  /// What was changed in the tables when they were taken over, and why.
  public func corrections() throws(FactsError) -> [Correction] {
    try open(
      "corrections", columns: ["table", "row", "column", "before", "after", "reason"],
      sources: .ownTable
    ).map { (row, _) throws(FactsError) in
      Correction(
        table: try row.required("table"), row: try row.required("row"),
        column: try row.required("column"), before: try row.text("before"),
        after: try row.text("after"), reason: try row.required("reason"))
    }
  }

  /// The sources that a table's rows name, in order of first appearance, with their number of rows.
  ///
  /// Empty for tables compiled by this project.
  public func sources(
    of table: FactTable
  ) throws(FactsError) -> [(citation: Citation, rows: Int)] {
    let reader = try TableReader(
      folder: folder, name: table.name, columns: [], sources: nil, manifest: tables)
    if case .ownTable = reader.sources { return [] }
    let citations = try reader.map { (row, pool) throws(FactsError) in
      // A trust code of the row's own is finer than the table's.
      try row.citation(&pool, trust: row.has("trust") ? row.optional("trust") : nil)
    }
    var counts: [Citation: Int] = [:]
    var order: [Citation] = []
    for citation in citations {
      if counts.updateValue((counts[citation] ?? 0) + 1, forKey: citation) == nil {
        order.append(citation)
      }
    }
    return order.map { ($0, counts[$0] ?? 0) }
  }
}
