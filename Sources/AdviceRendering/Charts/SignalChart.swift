public import Advising

/// What each signal does: the interview chance without it and with it, and what it is worth.
public struct SignalChart: Sendable {
  let plan: SignalPlan
  let limit: Int

  /// A chart of the most valuable signals.
  public init(_ plan: SignalPlan, limit: Int = 20) {
    self.plan = plan
    self.limit = limit
  }

  /// Whether there is a signal to draw.
  public var isEmpty: Bool { plan.spends.isEmpty }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    let isNarrow = width < 480
    let left = isNarrow ? 8.0 : 330.0
    let scale = LinearScale(0...1, from: left, to: width - 74)
    let rowHeight = isNarrow ? 42.0 : 26.0
    let spends = plan.spends.prefix(limit)
    let top = 24.0
    var svg = SVGBuilder()
    var x = svg.key("without", x: 0, y: 14, style: "c-outline")
    x = svg.key("with the signal", x: x, y: 14, style: "c-accent")
    let bottom = top + Double(spends.count) * rowHeight
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      svg.line(x1: scale(tick), y1: top, x2: scale(tick), y2: bottom, style: "c-grid")
      svg.text(
        NumberText.percentPoints(tick * 100), x: scale(tick), y: bottom + 16, anchor: .middle,
        style: "c-small c-muted")
    }
    for (index, spend) in spends.enumerated() {
      let y = top + Double(index) * rowHeight
      let tier = "\(PlainText.capitalized(Labels.name(spend.tier))) · "
      let room = (isNarrow ? width : left - 14) - SVGText.width(tier, size: 12)
      let name = SVGText.fitted(PlainText.singleLine(spend.program), width: room, size: 12)
      let centre = isNarrow ? y + 28 : y + 13
      svg.text(tier + name, x: 0, y: isNarrow ? y + 15 : centre + 4, style: "c-small")
      let from = scale(spend.interviewWithout)
      let to = scale(spend.interviewWith)
      svg.line(x1: from, y1: centre, x2: to, y2: centre, style: "c-whisker")
      svg.circle(x: from, y: centre, radius: 4.5, style: "c-hollow")
      svg.circle(x: to, y: centre, radius: 5.5, style: "c-accent")
      svg.text(
        "\(NumberText.signed(spend.worth, decimals: 2)) pt", x: width, y: centre + 4, anchor: .end,
        style: "c-small")
    }
    return Chart(
      id: id, title: "What each signal is worth", summary: summary, width: width,
      height: bottom + 24, body: svg.body)
  }

  private var summary: String {
    let rows = plan.spends.prefix(limit).map { spend in
      "\(spend.program), \(Labels.name(spend.tier)): interview chance "
        + "\(NumberText.percent(spend.interviewWithout)) without and "
        + "\(NumberText.percent(spend.interviewWith)) with the signal, worth "
        + "\(NumberText.fixed(spend.worth, decimals: 2)) points"
    }
    return PlainText.singleLine(rows.joined(separator: "; ") + ".")
  }
}
