/// A table with aligned columns; one flexible column takes what room is left.
///
/// Where the line is too short for all columns, optional ones are left out, the last first, until
/// the flexible one has room to say something.
struct TerminalTable {
  struct Column {
    var title: String
    /// Columns of the terminal; 0 takes the rest of the line.
    var width: Int
    var isRightAligned = false
    /// Whether the column may be left out on a narrow terminal.
    var isOptional = false
  }

  /// Spaces before the first column.
  private let indent: Int
  /// Spaces between columns.
  private let gap: Int
  private let columns: [Column]
  /// Width of each column, nil for one that is left out.
  private let widths: [Int?]

  /// A table on a line of so many columns, of which the flexible one should have some at least.
  init(_ columns: [Column], in total: Int, flexible least: Int = 16) {
    let margin = 2
    let space = total < 72 ? 1 : 2
    var shown = columns.map { _ in true }
    func room() -> Int {
      let kept = columns.indices.filter { shown[$0] }
      let fixed = kept.reduce(0) { $0 + columns[$1].width }
      return total - fixed - space * (kept.count - 1) - margin
    }
    for index in columns.indices.reversed() where columns[index].isOptional && room() < least {
      shown[index] = false
    }
    let flexible = max(8, room())
    self.indent = margin
    self.gap = space
    self.columns = columns
    widths = columns.indices.map { index in
      guard shown[index] else { return nil }
      return columns[index].width == 0 ? flexible : columns[index].width
    }
  }

  /// Where a column starts, for lines that hang under it; 0 for one that is left out.
  func start(of column: Int) -> Int {
    guard column < widths.count, widths[column] != nil else { return 0 }
    return widths[..<column].reduce(indent) { $0 + ($1.map { $0 + gap } ?? 0) }
  }

  /// The titles in one line.
  var header: String { row(columns.map(\.title)) }

  /// One record, cells cut where they are too long.
  func row(_ cells: [String]) -> String {
    var line = String(repeating: " ", count: indent)
    var isFirst = true
    for (index, column) in columns.enumerated() {
      guard let width = widths[index] else { continue }
      let raw = index < cells.count ? PlainText.singleLine(cells[index]) : ""
      let text = PlainText.truncated(raw, columns: width)
      if !isFirst { line += String(repeating: " ", count: gap) }
      isFirst = false
      line +=
        column.isRightAligned
        ? PlainText.leftPadded(text, to: width) : PlainText.padded(text, to: width)
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
