/// How much of a long list is shown.
enum ListExcerpt {
  /// Rows for one group so that all groups together show about `rows`, and a
  /// group of up to five is shown whole.
  static func quota(_ members: Int, of total: Int, rows: Int) -> Int {
    guard total > rows, members > 5 else { return members }
    let share = (members * max(0, rows) + total / 2) / max(1, total)
    return min(members, max(3, share))
  }
}
