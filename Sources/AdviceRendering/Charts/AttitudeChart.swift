import Advising
public import ScoreReading

/// Blip, signal and problem as stacked bars: by kind of program, and over all programs.
public struct AttitudeChart: Sendable {
  let reading: Reading

  /// A chart of this reading.
  public init(_ reading: Reading) { self.reading = reading }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    let isNarrow = width < 480
    let left = isNarrow ? 0.0 : 250.0
    let rowHeight = isNarrow ? 52.0 : 38.0
    let top = 30.0
    var svg = SVGBuilder()
    var x = 0.0
    for verdict in Reading.Verdict.allCases {
      x = svg.key(Labels.name(verdict), x: x, y: 14, style: "c-\(verdict.rawValue)")
    }
    var y = top
    for attitude in reading.attitudes {
      let label = "\(attitude.name), \(NumberText.percent(attitude.share)) of programs"
      row(
        &svg, label, attitude.shares, y: y, left: left, width: width, isNarrow: isNarrow,
        isTotal: false)
      y += rowHeight
    }
    svg.line(x1: 0, y1: y + 1, x2: width, y2: y + 1, style: "c-grid")
    y += 8
    row(
      &svg, "All programs", reading.shares, y: y, left: left, width: width, isNarrow: isNarrow,
      isTotal: true)
    return Chart(
      id: id, title: "How \(reading.specialty) programs will read the file", summary: summary,
      width: width, height: y + rowHeight, body: svg.body)
  }

  private func row(
    _ svg: inout SVGBuilder, _ label: String, _ shares: Reading.Shares, y: Double, left: Double,
    width: Double, isNarrow: Bool, isTotal: Bool
  ) {
    let style = isTotal ? "c-strong" : ""
    let barY = isNarrow ? y + 20 : y + 4
    let fitted = SVGText.fitted(label, width: (isNarrow ? width : left) - 8, size: 13)
    svg.text(fitted, x: 0, y: isNarrow ? y + 14 : barY + 18, style: style)
    Self.stack(&svg, shares, x: left, y: barY, width: width - left, height: 26)
  }

  /// The three shares side by side, each with its figure where there is room for it.
  static func stack(
    _ svg: inout SVGBuilder, _ shares: Reading.Shares, x: Double, y: Double, width: Double,
    height: Double
  ) {
    let texts = NumberText.percents(shares)
    let parts: [(Double, String, Reading.Verdict)] = [
      (shares.blip, texts.blip, .blip), (shares.signal, texts.signal, .signal),
      (shares.problem, texts.problem, .problem),
    ]
    let total = parts.reduce(0) { $0 + max(0, $1.0) }
    guard total > 0, total.isFinite else { return }
    var start = x
    for (share, text, verdict) in parts {
      let length = max(0, share) / total * width
      // A gap between neighbours keeps them apart for those who see no difference of colour.
      svg.rect(
        x: start, y: y, width: max(0, length - 2), height: height, radius: 3,
        style: "c-\(verdict.rawValue)")
      if length >= SVGText.width(text, size: 13, isBold: true) + 10 {
        svg.text(
          text, x: start + (length - 2) / 2, y: y + height / 2 + 4.5, anchor: .middle,
          style: "c-on c-on-\(verdict.rawValue)")
      }
      start += length
    }
  }

  private var summary: String {
    let rows = reading.attitudes.map { attitude in
      "\(PlainText.capitalized(attitude.name)) programs "
        + "(\(NumberText.percent(attitude.share))): \(NumberText.sentence(attitude.shares))"
    }
    return (rows + ["All programs: \(NumberText.sentence(reading.shares))"])
      .joined(separator: "; ") + "."
  }
}
