/// Whole parts for shares.
enum Apportionment {
  /// Whole numbers in the proportion of the shares that add up to `total`, by the largest
  /// remainder (Hamilton's method); all zero where there is nothing to share.
  static func cells(_ shares: [Double], total: Int) -> [Int] {
    let clean = shares.map { $0.isFinite ? max(0, $0) : 0 }
    let sum = clean.reduce(0, +)
    guard sum > 0, total > 0 else { return shares.map { _ in 0 } }
    let exact = clean.map { $0 / sum * Double(total) }
    var cells = exact.map { Int($0) }
    let order = exact.indices.sorted { left, right in
      let first = exact[left] - exact[left].rounded(.down)
      let second = exact[right] - exact[right].rounded(.down)
      return first == second ? left < right : first > second
    }
    let missing = total - cells.reduce(0, +)
    for index in order.prefix(max(0, missing)) { cells[index] += 1 }
    return cells
  }
}
