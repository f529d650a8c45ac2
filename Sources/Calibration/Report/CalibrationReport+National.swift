import SeasonSimulation

/// National figures: match rates by type, couples, positions filled.
extension CalibrationReport {
  func nationalSection() -> String {
    var lines: [String] = []
    for group in SeasonGroup.allCases {
      let active = tally.seasons.reduce(0) { $0 + $1.active[group.rawValue] }
      let matched = tally.seasons.reduce(0) { $0 + $1.matchedAnywhere[group.rawValue] }
      guard active > 0 else { continue }
      let seasons = Double(tally.seasons.count)
      lines.append(
        "| \(group.name) | \(Int(targets.published.active[group] ?? 0)) | "
          + "\(Int((Double(active) / seasons).rounded())) | "
          + "\(targets.overall[group].map { percent($0) } ?? "–") | "
          + "\(targets.preliminaryShare[group].map { percent($0) } ?? "–") | "
          + "\(percent(Double(matched) / Double(active))) |")
    }
    let couples = tally.seasons.reduce(0) { $0 + $1.couples }
    let both = tally.seasons.reduce(0) { $0 + $1.couplesMatched }
    let stable = tally.seasons.reduce(0) { $0 + ($1.isStable ? 1 : 0) }
    var fills: [String] = []
    for (index, name) in simulator.world.specialties.enumerated() {
      let range = simulator.world.starts[index]..<simulator.world.starts[index + 1]
      guard range.count >= 10 else { continue }
      let offered = Int(statistics.offered(index))
      let filled = statistics.filled(index)
      fills.append(
        "| \(name) | \(range.count) | "
          + "\(targets.published.totals[name].map { "\(Int($0.positions))" } ?? "–") | \(offered) | "
          + "\(Int(filled.rounded())) | \(percent(filled / Double(max(offered, 1)))) | "
          + "\(percent(1 - (targets.unfilled[name] ?? 0) / Double(max(offered, 1)))) |")
    }
    return """
      ## National figures

      | type | active published | simulated | matched published, % | of it surgical preliminary | \
      simulated without it, % |
      |---|--:|--:|--:|--:|--:|
      \(lines.joined(separator: "\n"))

      Couples with both matched: simulated \
      \(percent(couples > 0 ? Double(both) / Double(couples) : 0)) %; published: \
      \(targets.couplesNotes.joined(separator: "; ")). Seasons with a stable matching: \(stable) of \
      \(tally.seasons.count).

      The last column takes off the positions left unfilled in 2024 (preliminary ones apart; a \
      specialty that the table does not name filled all).

      | specialty | programs | positions published 2026 | in the season | filled | % | published 2024, % |
      |---|--:|--:|--:|--:|--:|--:|
      \(fills.joined(separator: "\n"))

      """
  }
}
