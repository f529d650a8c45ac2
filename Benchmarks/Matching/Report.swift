import Foundation

/// Rows of cells, printed as an aligned table.
struct Report {
  private var rows: [[String]]

  init(_ header: [String]) { rows = [header] }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  func print(title: String) {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    Swift.print("\n\(title)")
    for row in rows {
      let cells = row.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + pad : pad + cell
      }
      Swift.print("  " + cells.joined(separator: "  "))
    }
  }

  static func number(_ value: Double, digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }
}
