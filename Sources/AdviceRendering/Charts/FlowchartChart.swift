public import Advising

/// The plan as a flowchart, the applicant's own path lit.
public struct FlowchartChart: Sendable {
  let plan: Plan

  /// A chart of this plan.
  public init(_ plan: Plan) { self.plan = plan }

  /// Whether there is nothing to draw.
  public var isEmpty: Bool { plan.nodes.isEmpty }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    let layout = FlowchartLayout(plan, width: width)
    var svg = SVGBuilder()
    // Lit arrows last, so that they lie on top.
    for isLit in [false, true] {
      for arrow in layout.arrows where arrow.edge.isOnPath == isLit { draw(&svg, arrow) }
    }
    for box in layout.boxes { draw(&svg, box) }
    return Chart(
      id: id, title: "Your way through the season", summary: summary, width: width,
      height: layout.height, body: svg.body)
  }

  private func draw(_ svg: inout SVGBuilder, _ arrow: FlowchartLayout.Arrow) {
    guard let start = arrow.points.first, let end = arrow.points.last else { return }
    let style = arrow.edge.isOnPath ? "lit" : "off"
    let tip = 9.0
    var data: Markup = "M\(start.x) \(start.y)"
    var previous = start
    for (index, point) in arrow.points.enumerated().dropFirst() {
      let isLast = index == arrow.points.count - 1
      let y = isLast ? point.y - tip : point.y
      let bend = (y - previous.y) / 2
      data +=
        " C\(previous.x) \(previous.y + bend) \(point.x) \(y - bend) \(point.x) \(y)"
      previous = (point.x, y)
    }
    svg.path(data, style: "c-edge-\(style)")
    svg.polygon(
      [(end.x, end.y - 1), (end.x - 5, end.y - tip - 1), (end.x + 5, end.y - tip - 1)],
      style: "c-tip-\(style)")
    if let label = arrow.edge.label, let next = arrow.points.dropFirst().first {
      let isRight = next.x >= start.x
      svg.text(
        label, x: start.x + (next.x - start.x) * 0.3 + (isRight ? 8 : -8), y: start.y + 18,
        anchor: isRight ? .start : .end,
        style: arrow.edge.isOnPath ? "c-strong c-halo" : "c-small c-muted c-halo")
    }
  }

  private func draw(_ svg: inout SVGBuilder, _ box: FlowchartLayout.Box) {
    let style = box.node.isOnPath ? "c-node-lit" : "c-node-off"
    if box.node.isDecision {
      let cut = 14.0
      svg.polygon(
        [
          (box.x + cut, box.y), (box.x + box.width - cut, box.y),
          (box.x + box.width, box.y + box.height / 2),
          (box.x + box.width - cut, box.y + box.height), (box.x + cut, box.y + box.height),
          (box.x, box.y + box.height / 2),
        ], style: style)
    } else {
      svg.rect(
        x: box.x, y: box.y, width: box.width, height: box.height, radius: 8, style: style)
    }
    let textHeight = Double(box.lines.count) * FlowchartLayout.lineHeight
    var y = box.y + (box.height - textHeight) / 2 + 13
    for line in box.lines {
      svg.text(
        line, x: box.x + box.width / 2, y: y, anchor: .middle,
        style: box.node.isOnPath ? "" : "c-muted")
      y += FlowchartLayout.lineHeight
    }
  }

  private var summary: String {
    let path = PlanPath(plan).steps.map { step in
      step.text + (step.answer.map { " (\($0))" } ?? "")
    }
    guard !path.isEmpty else { return plan.nodes.map(\.text).joined(separator: "; ") + "." }
    return "Your path: " + path.joined(separator: ", then ") + "."
  }
}
