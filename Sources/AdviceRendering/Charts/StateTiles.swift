public import DelimitedText

/// Where each state stands in a map of equal squares (`Resources/state_tiles.csv`).
public struct StateTiles: Sendable, Hashable {
  /// One state's square.
  public struct Tile: Sendable, Hashable {
    /// Two-letter abbreviation.
    public var state: String
    /// Full name.
    public var name: String
    /// Row from the top, 0 first.
    public var row: Int
    /// Column from the left, 0 first.
    public var column: Int
  }

  /// The squares, in the order of the table.
  public let tiles: [Tile]

  /// Squares from a table with the columns `state, name, row, column`.
  ///
  /// - Throws: The first fault of the table, with its line and column.
  public init(csv: [UInt8], name: String = "state_tiles.csv") throws(DelimitedTextError) {
    let table = try DelimitedTable(csv, name: name)
    try table.requireColumns(["state", "name", "row", "column"])
    let state = try table.column("state")
    let label = try table.column("name")
    let row = try table.column("row")
    let column = try table.column("column")
    var tiles: [Tile] = []
    for record in table {
      tiles.append(
        Tile(
          state: try record.requiredText(state), name: try record.requiredText(label),
          row: try record.int(row, in: 0...15), column: try record.int(column, in: 0...15)))
    }
    self.tiles = tiles
  }

  private init(tiles: [Tile]) { self.tiles = tiles }

  /// The fifty states, the District of Columbia and Puerto Rico.
  ///
  /// The table is part of the program and checked by its tests; were it damaged, the map would be
  /// empty and states be named in words.
  public static let unitedStates =
    (try? StateTiles(csv: PackageResources.state_tiles_csv)) ?? StateTiles(tiles: [])
}
