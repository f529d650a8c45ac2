import DelimitedText

/// Where imported figures are kept: one CSV file in the user's data folder, a line for each figure.
///
/// The file is replaced in one step, so that a crash leaves the old figures or the new ones.
public struct UserFigureStore: Sendable {
  /// The file.
  public let path: String

  /// The file's name in the user's data folder.
  public static let fileName = "user-programs.csv"

  private static let header = ["nrmp_code", "figure", "value", "file", "imported", "line"]

  /// A store in a file of one's own choice.
  public init(path: String) { self.path = path }

  /// The store in the user's data folder: `$XDG_DATA_HOME/smartpick`, else
  /// `~/.local/share/smartpick`.
  ///
  /// Nil where neither variable is set.
  public static func standard() -> UserFigureStore? {
    userFolder().map { UserFigureStore(path: $0 + "/" + fileName) }
  }

  /// The user's data folder, which may not exist yet.
  public static func userFolder() -> String? {
    // The XDG specification has relative paths ignored.
    if let data = FileAccess.environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/smartpick"
    }
    return FileAccess.environment("HOME").map { $0 + "/.local/share/smartpick" }
  }

  /// The figures kept; none where the file does not exist.
  public func load() throws(FactsError) -> ImportedFigures {
    guard FileAccess.exists(path) else { return ImportedFigures() }
    let bytes = try FileAccess.read(path)
    do {
      return try Self.parse(bytes, name: path)
    } catch { throw .malformed(error) }
  }

  private static func parse(
    _ bytes: [UInt8], name: String
  ) throws(DelimitedTextError) -> ImportedFigures {
    let table = try DelimitedTable(bytes, name: name)
    try table.requireColumns(header)
    let code = try table.column("nrmp_code")
    let figure = try table.column("figure")
    let value = try table.column("value")
    let file = try table.column("file")
    let imported = try table.column("imported")
    let line = try table.column("line")
    var figures = ImportedFigures()
    for record in table {
      guard let kind = FigureKind(rawValue: try record.text(figure)) else {
        throw record.badValue(figure, accepted: "a figure's column name")
      }
      guard let content = FigureValue(try record.text(value), kind: kind) else {
        throw record.badValue(value, accepted: kind.accepted)
      }
      guard let date = CalendarDate(try record.text(imported)) else {
        throw record.badValue(imported, accepted: "a day written YYYY-MM-DD")
      }
      figures[try record.requiredText(code)][kind] = Figure(
        content,
        origin: .yours(
          file: try record.text(file), date: date, line: try record.int(line, in: 1...100_000_000)))
    }
    return figures
  }

  /// Replaces the figures kept.
  ///
  /// Figures from packs are not written: packs keep their own files.
  public func save(_ figures: ImportedFigures) throws(FactsError) {
    var writer = DelimitedWriter(header: Self.header)
    for code in figures.codes {
      for (kind, figure) in figures[code].all {
        guard case .yours(let file, let date, let line) = figure.origin else { continue }
        writer.append([
          code, kind.rawValue, figure.value.cell, file, date.description, String(line),
        ])
      }
    }
    try FileAccess.makeFolder(FileAccess.parent(of: path))
    try FileAccess.writeAtomically(Array(writer.text.utf8), to: path)
  }
}
