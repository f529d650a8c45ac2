import SeasonSimulation

/// Contiguous ranks of non-US IMGs.
extension CalibrationReport {
  func ranksSection() -> String {
    var lines: [String] = []
    for (index, name) in simulator.world.specialties.enumerated() {
      guard let target = targets.ranks[name],
        let matched = statistics.meanRanks(index, .nonUSIMG, matched: true),
        let unmatched = statistics.meanRanks(index, .nonUSIMG, matched: false)
      else { continue }
      let isHeld = targets.heldOut.contains(.contiguousRanks, name, "non-us-img")
      lines.append(
        "| \(name) | \(target.matchedCount) | \(round1(target.matched)) | \(round1(matched)) | "
          + "\(target.unmatchedCount) | \(round1(target.unmatched)) | \(round1(unmatched)) | "
          + "\(isHeld ? "**held out**" : "fitted") |")
    }
    return """
      ## Contiguous ranks, non-US IMGs 2026 (means)

      | specialty | n matched | published | simulated | n not matched | published | simulated | use |
      |---|--:|--:|--:|--:|--:|--:|---|
      \(lines.joined(separator: "\n"))

      """
  }
}
