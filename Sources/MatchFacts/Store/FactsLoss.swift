/// What the product would lose without some tables: found by leaving them out and reading all else.
public struct FactsLoss: Sendable, Encodable {
  /// The tables left out.
  public var tables: [FactTable]
  /// Names of accessors' tables that cannot be read without them, in alphabetical order.
  public var unreadable: [String]
  /// These facts without the tables.
  public let rest: MatchFacts

  private enum CodingKeys: String, CodingKey {
    case tables, unreadable
  }

  /// What is lost without a table, or without all tables of a holder of rights.
  ///
  /// - Parameters:
  ///   - facts: the facts.
  ///   - name: a table's name or a key of ``RightsNote``; nil results where it is neither.
  public init?(_ facts: MatchFacts, without name: String) {
    let key = name.lowercased()
    tables = facts.tables.filter { $0.name.lowercased() == key || $0.rights.lowercased() == key }
    guard !tables.isEmpty else { return nil }
    var rest = facts
    rest.withheld = Set(tables.map(\.name))
    self.rest = rest
    unreadable = TypedReaders.all.compactMap { table, read in
      do throws(FactsError) {
        try read(rest)
        return nil
      } catch {
        return table
      }
    }.sorted()
  }
}
