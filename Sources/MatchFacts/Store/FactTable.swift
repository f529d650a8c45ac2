/// What is known of one table of facts: a row of the manifest `tables.csv`.
public struct FactTable: Sendable, Hashable, Codable {
  /// The table's name, which is its file's name without `.csv`.
  public var name: String
  /// What it holds.
  public var what: String
  /// The year or years its figures refer to.
  public var year: String
  /// Trust code as printed; a range where rows differ.
  public var trust: String
  /// Whose publication the figures come from; a key of ``RightsNote``.
  public var rights: String
  /// Number of rows.
  public var rows: Int
  /// What the product uses it for.
  public var usedFor: String
}

/// Whose figures a table holds and on what terms they are shown.
public struct RightsNote: Sendable, Hashable, Codable {
  /// The key that ``FactTable/rights`` names.
  public var key: String
  /// The holder.
  public var holder: String
  /// The terms in one sentence.
  public var statement: String
  /// On what ground the figures are used.
  public var ground: String
  /// Link to the original.
  public var url: String
}

/// Something the product would need and that is not published, or not known here.
public struct KnownHole: Sendable, Hashable, Codable {
  /// What is missing.
  public var missing: String
  /// What it would change.
  public var affects: String
  /// How a user can fill it; empty where nobody can.
  public var remedy: String
}
