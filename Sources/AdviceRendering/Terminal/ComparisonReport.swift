public import Advising

/// Two advices side by side, as text for a terminal: the answer of `smartpick whatif`.
public struct ComparisonReport: Sendable {
  let comparison: AdviceComparison

  /// A report on a comparison.
  public init(_ comparison: AdviceComparison) { self.comparison = comparison }

  /// The report's lines: every figure that changes, then the programs that come and go.
  public func text(width: Int = 80, style: TerminalStyle = .plain) -> String {
    var page = TerminalPage(width: width, style: style)
    page.paragraph(
      "What if \(comparison.changes.joined(separator: ", "))?", indent: 0, role: .heading)
    page.blank()
    let changed = comparison.rows.filter(\.isChanged)
    if changed.isEmpty {
      page.paragraph("No figure changes.", indent: 2)
    } else {
      let table = TerminalTable(
        [
          .init(title: "", width: 0), .init(title: "now", width: 22, isRightAligned: true),
          .init(title: "then", width: 22, isRightAligned: true),
        ], in: page.width)
      page.line(table.header)
      for row in changed { page.line(table.row([row.figure, row.before, row.after])) }
    }
    let same = comparison.rows.filter { !$0.isChanged }.map { "\($0.figure) \($0.after)" }
    if !same.isEmpty {
      page.blank()
      page.paragraph("Unchanged: \(same.joined(separator: "; ")).", indent: 2)
    }
    programs("Joins the list", comparison.added, &page)
    programs("Leaves the list", comparison.removed, &page)
    return page.text
  }

  private func programs(_ title: String, _ codes: [String], _ page: inout TerminalPage) {
    guard !codes.isEmpty else { return }
    page.blank()
    page.paragraph("\(title):", indent: 2)
    for code in codes.prefix(12) {
      page.paragraph("\(comparison.names[code] ?? "") (\(code))", indent: 4)
    }
    if codes.count > 12 { page.paragraph("and \(codes.count - 12) more", indent: 4) }
  }
}
