import Foundation

/// Answers as a table for people.
public enum PortfolioTable {
  /// One line for each result: what was asked, value, bound, fee, how it was proven, the list.
  public static func text(_ answer: PortfolioAnswer) -> String {
    var rows: [[String]] = [["asked", "value", "at most", "fee", "proven by", "list"]]
    for result in answer.results + (answer.net ?? []) {
      var asked = "all limits"
      if let h = result.h { asked = "count \(h)" }
      if let budget = result.budget { asked = "budget \(budget)" }
      if let lambda = result.lambda { asked = "price \(lambda)" }
      let items = result.set.enumerated().map { index, option in
        let variant = result.variants?[index] ?? 0
        return variant == 0 ? "\(option)" : "\(option)/\(variant)"
      }
      rows.append([
        asked, number(result.value), number(result.bound), "\(result.fee)", result.proof,
        items.joined(separator: " "),
      ])
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      row.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: max(0, widths[column] - cell.count))
        if column == row.count - 1 { return cell }
        return (1...3).contains(column) ? pad + cell : cell + pad
      }.joined(separator: "  ")
    }
    return lines.joined(separator: "\n")
  }

  private static func number(_ value: Double) -> String {
    String(format: "%.6f", value)
  }
}
