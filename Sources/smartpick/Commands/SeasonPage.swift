import SeasonSimulation

/// A simulated season on the terminal.
enum SeasonPage {
  /// The tables in 80 columns.
  static func text(_ document: SeasonDocument) -> String {
    var lines: [String] = []
    let seasons = document.seasons == 1 ? "1 season" : "\(document.seasons) seasons"
    lines.append("\(seasons), seed \(document.seed)\(document.rule.map { ", rule \($0)" } ?? "")")
    if let shard = document.shard {
      lines.append("Share \(shard.number) of \(shard.of): merge the shares for the whole answer.")
    }
    lines.append("")
    lines.append(row("specialty", "type", "applicants", "matched", "rate", "error"))
    for cell in document.tables.matchRateBySpecialtyType where cell.applicants >= 10 {
      lines.append(
        row(
          cell.specialty, cell.type, whole(cell.applicants), whole(cell.matched),
          percent(cell.rate), percent(cell.standardError)))
    }
    lines.append("")
    for overall in document.tables.overall where overall.active > 0 {
      lines.append(
        row(
          "all", overall.type, whole(overall.active), whole(overall.matchedPGY1),
          percent(overall.rate), ""))
    }
    let couples = document.tables.couples
    lines.append(
      row(
        "couples, both matched", "", whole(couples.couples), whole(couples.bothMatched),
        percent(couples.rate), ""))
    if let effects = document.ruleEffects {
      lines.append("")
      lines.append("Who gains and loses under the rule, in points (more than two errors):")
      let clear = effects.filter {
        $0.applicants >= 20 && abs($0.difference) > 2 * $0.standardError
      }
      .sorted { ($1.difference, $0.specialty) < ($0.difference, $1.specialty) }
      for effect in clear {
        lines.append(
          row(
            effect.specialty, effect.type, percent(effect.baseline), percent(effect.rate),
            percent(effect.difference), percent(effect.standardError)))
      }
      if clear.isEmpty { lines.append("nobody clearly; simulate more seasons") }
    }
    lines.append("")
    lines += document.notes
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: String...) -> String {
    let widths = [34, 15, 10, 8, 7, 6]
    var line = ""
    for (index, cell) in cells.enumerated() {
      let width = widths[index]
      let shown = String(cell.prefix(width))
      let padding = String(repeating: " ", count: width - shown.count)
      line += index < 2 ? shown + padding : padding + shown
    }
    return line
  }

  private static func whole(_ x: Double) -> String { String(Int(x.rounded())) }

  private static func percent(_ x: Double) -> String {
    let tenths = Int((abs(x) * 1000).rounded())
    return (x < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }
}
