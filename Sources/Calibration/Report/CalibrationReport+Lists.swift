import SeasonSimulation

/// What the advice recommends to very different files.
extension CalibrationReport {
  func listsSection() -> String {
    guard !lists.isEmpty else { return "" }
    var comparisons: [String] = []
    let compared = Dictionary(grouping: lists.filter { $0.comparison != nil }) {
      $0.comparison ?? ""
    }
    for name in compared.keys.sorted() {
      guard let pair = compared[name]?.sorted(by: { $0.score < $1.score }), pair.count == 2 else {
        continue
      }
      let codes = pair.map { Set($0.list.programs.map(\.code)) }
      let common = codes[0].intersection(codes[1]).count
      let least = max(min(codes[0].count, codes[1].count), 1)
      comparisons.append(
        "| \(name) | \(percent(Double(common) / Double(least))) | \(round1(pair[0].meanPlace)) | "
          + "\(round1(pair[1].meanPlace)) | \(round1(pair[0].meanSignaledPlace)) | "
          + "\(round1(pair[1].meanSignaledPlace)) | \(percent(pair[0].list.match)) | "
          + "\(percent(pair[1].list.match)) |")
    }
    let tables = lists.filter { $0.comparison == nil }.map { advised in
      let rows = advised.list.programs.prefix(8).map { program in
        "| \(program.institution) | \(program.state ?? "") | \(program.group) | \(program.signal) | "
          + "\(percent(program.interview)) | \(Int(program.place.rounded())) |"
      }
      return """
        **\(advised.title)**: \(advised.list.programs.count) programs, chance \
        \(percent(advised.list.match)) %. The eight that add most:

        | program | state | group | signal | interview, % | asks for more than, of 100 |
        |---|---|---|---|--:|--:|
        \(rows.joined(separator: "\n"))
        """
    }
    return """
      ## Whose list is it: very different files

      Lists of thirty for US MDs with 222 and with 262, no wishes: how much they share, and the mean \
      place of their programs, and of those signaled, among their specialty's by standing (0–100).

      | specialty | shared, % | place, 222 | place, 262 | signaled, 222 | signaled, 262 | chance, 222 | \
      chance, 262 |
      |---|--:|--:|--:|--:|--:|--:|--:|
      \(comparisons.joined(separator: "\n"))

      \(tables.joined(separator: "\n\n"))

      """
  }
}
