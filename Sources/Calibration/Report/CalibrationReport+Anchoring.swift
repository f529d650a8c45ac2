import SeasonSimulation

/// Bare files: what the advice says of them beside what was published.
extension CalibrationReport {
  func anchoringSection() -> String {
    guard let anchoring else { return "" }
    let all = zip(anchoring.cells, anchoring.told).map { ($0, $1) }
    let bands = all.filter { $0.0.isBand }
    let fitted = Anchoring.error(bands.map(\.0), bands.map(\.1))
    let before = zip(anchoring.cells, anchoring.before).filter { $0.0.isBand }
    let without = Anchoring.error(anchoring.left, anchoring.toldWithout)
    let predicted = Anchoring.error(anchoring.left, anchoring.predicted)
    let withoutRate = Anchoring.error(anchoring.left, anchoring.predictedWithoutRate)
    var byGroup: [String] = []
    for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
      let own = all.filter { $0.0.group == group }
      guard !own.isEmpty else { continue }
      byGroup.append(
        "| \(group.name) | \(own.count) | \(Int(own.reduce(0) { $0 + $1.0.n })) | "
          + "\(round2(100 * Anchoring.error(own.map(\.0), own.map(\.1)))) |")
    }
    let toldWithout = Dictionary(
      uniqueKeysWithValues: zip(anchoring.left, anchoring.toldWithout).map { ($0, $1) })
    let lines = all.map { cell, told in
      "| \(cell.specialty) | \(cell.group.name) | \(cell.label) | \(Int(cell.n)) | "
        + "\(percent(cell.rate)) | \(percent(told)) | \(points(told - cell.rate)) | "
        + "\(toldWithout[cell].map { percent($0) } ?? "–") | "
        + "\(toldWithout[cell].map { points($0 - cell.rate) } ?? "–") |"
    }
    return """
      ## Bare files: told and published

      A bare file (type, score, specialty, nothing else) is advised as a user's would be, with as many \
      applications as such applicants usually send, and the chance of matching compared with the \
      published rate. Whether that \
      list does better than the lists people send is shown nowhere, so the second stage's level and \
      the slope of the score (within 0.7 to 1.4 of the season's) are set until the advice says what \
      applicants like it achieved. Rates by \
      type are of five files at the tenths of the type's scores. Rates of US IMGs are those of all \
      who ranked a specialty anywhere (2025), moved by \(round2(anchoringShift)) log-odds, the \
      distance from such rates to those of who preferred it among non-US IMGs.

      Weighted mean error over the score bands **\(round2(100 * fitted)) points** (before anchoring \
      \(round2(100 * Anchoring.error(before.map(\.0), before.map(\.1))))). **Held out**: with each \
      specialty's own score bands left out in turn **\(round2(100 * without)) points**; the slope is \
      then the one expected from the other specialties, the level the match rate of US MD seniors \
      (2024 and 2026); the curve so predicted errs by \(round2(100 * predicted)) points by itself. \
      Were the match rate not known, either, the level would be a line over the rate of who ranked \
      the specialty anywhere (2025) and the applicants for each position (2026), which errs by \
      \(round2(anchoring.levelDeviation)) log-odds, and the curve by \
      \(round2(100 * withoutRate)) points. What ships is fitted to all tables.

      | type | cells | applicants | mean error, points |
      |---|--:|--:|--:|
      \(byGroup.joined(separator: "\n"))

      | specialty | type | score | n | published | told | error | told without its bands | error |
      |---|---|---|--:|--:|--:|--:|--:|--:|
      \(lines.joined(separator: "\n"))

      """
  }

  private var anchoringShift: Double { anchoring?.preferredAgainstAny ?? 0 }
}

extension AnchorCell {
  /// Whether the rate is of a score band.
  var isBand: Bool { if case .band = kind { true } else { false } }

  /// The band, or "all".
  var label: String {
    if case .band(let index) = kind { SeasonTally.bands[index] } else { "all" }
  }
}
