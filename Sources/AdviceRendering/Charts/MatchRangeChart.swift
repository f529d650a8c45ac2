import Advising
public import ScoreReading

/// Chances of matching, each drawn as a range on the scale from 0 to 100 %: never as one figure.
public struct MatchRangeChart: Sendable {
  /// A chance and what it is the chance of.
  public struct Row: Sendable, Hashable {
    /// In words.
    public var label: String
    /// The chance.
    public var chance: Interval

    /// A row.
    public init(label: String, chance: Interval) {
      self.label = label
      self.chance = chance
    }
  }

  let title: String
  let rows: [Row]

  /// A chart of these rows, the first one set off as the main one.
  public init(title: String = "Chance of matching", rows: [Row]) {
    self.title = title
    self.rows = rows
  }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    let isNarrow = width < 480
    let hasLabels = rows.count > 1
    let left = isNarrow || !hasLabels ? 10.0 : 230.0
    let scale = LinearScale(0...1, from: left, to: width - 18)
    let rowHeight = isNarrow && hasLabels ? 54.0 : 46.0
    var svg = SVGBuilder()
    let bottom = Double(rows.count) * rowHeight
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      svg.line(x1: scale(tick), y1: 8, x2: scale(tick), y2: bottom + 4, style: "c-grid")
      svg.text(
        NumberText.percentPoints(tick * 100), x: scale(tick), y: bottom + 20, anchor: .middle,
        style: "c-small c-muted")
    }
    for (index, row) in rows.enumerated() {
      let y = Double(index) * rowHeight
      let barY = y + (isNarrow && hasLabels ? 26 : 22)
      if hasLabels {
        let room = isNarrow ? width - 80 : left - 16
        svg.text(
          SVGText.fitted(row.label, width: room, size: 13), x: 0,
          y: isNarrow ? y + 16 : barY + 10, style: index == 0 ? "c-strong" : "")
      }
      let style = index == 0 ? "c-strong" : "c-small"
      let text = IntervalText.chance(row.chance)
      bar(&svg, row.chance, scale: scale, y: barY, isMain: index == 0)
      if isNarrow && hasLabels {
        svg.text(text, x: width, y: y + 16, anchor: .end, style: style)
      } else {
        let half = SVGText.width(text, size: 13, isBold: true) / 2
        let middle = (scale(row.chance.low) + scale(row.chance.high)) / 2
        svg.text(
          text, x: min(max(middle, half), width - half), y: barY - 6, anchor: .middle,
          style: style)
      }
    }
    return Chart(
      id: id, title: title, summary: summary, width: width, height: bottom + 28, body: svg.body)
  }

  private func bar(
    _ svg: inout SVGBuilder, _ chance: Interval, scale: LinearScale, y: Double, isMain: Bool
  ) {
    svg.rect(
      x: scale.start, y: y + 4, width: scale.end - scale.start, height: 6, radius: 3,
      style: "c-track")
    let low = scale(chance.low)
    let high = max(scale(chance.high), low + 6)
    svg.rect(
      x: low, y: y, width: high - low, height: 14, radius: 7,
      style: isMain ? "c-accent" : "c-other")
  }

  private var summary: String {
    rows.map { "\($0.label): \(IntervalText.chanceSentence($0.chance))" }
      .joined(separator: "; ") + ". Each is an 80% interval."
  }
}
