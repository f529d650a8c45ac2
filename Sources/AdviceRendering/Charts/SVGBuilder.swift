/// Puts shapes and text into an SVG drawing.
///
/// Looks are classes (``ReportStyle``), positions are attributes.
struct SVGBuilder {
  /// What has been drawn.
  private(set) var body = Markup()

  /// How text is set against its point.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, style: String
  ) {
    guard width > 0, height > 0 else { return }
    let corner: Markup = radius > 0 ? " rx=\"\(radius)\"" : ""
    body += """
      <rect class="\(style)" x="\(x)" y="\(y)" width="\(width)" height="\(height)"\(corner)/>
      """
  }

  mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, style: String) {
    body += """
      <line class="\(style)" x1="\(x1)" y1="\(y1)" x2="\(x2)" y2="\(y2)"/>
      """
  }

  mutating func circle(x: Double, y: Double, radius: Double, style: String) {
    body += """
      <circle class="\(style)" cx="\(x)" cy="\(y)" r="\(radius)"/>
      """
  }

  /// A closed shape through the points.
  mutating func polygon(_ points: [(Double, Double)], style: String) {
    body += """
      <polygon class="\(style)" points="\(Self.list(points))"/>
      """
  }

  /// An open line through the points.
  mutating func polyline(_ points: [(Double, Double)], style: String) {
    body += """
      <polyline class="\(style)" points="\(Self.list(points))"/>
      """
  }

  /// A curve; `data` is a path of absolute commands.
  mutating func path(_ data: Markup, style: String) {
    body += """
      <path class="\(style)" d="\(data)"/>
      """
  }

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String = ""
  ) {
    let name: Markup = style.isEmpty ? "" : " class=\"\(style)\""
    let align: Markup = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let clean = PlainText.singleLine(text)
    body += "<text\(name) x=\"\(x)\" y=\"\(y)\"\(align)>\(clean)</text>"
  }

  /// A small square and its meaning; returns where the next may start.
  mutating func key(_ label: String, x: Double, y: Double, style: String) -> Double {
    rect(x: x, y: y - 9, width: 11, height: 11, radius: 2, style: style)
    text(label, x: x + 16, y: y, style: "c-small")
    return x + 16 + SVGText.width(label, size: 12) + 16
  }

  private static func list(_ points: [(Double, Double)]) -> Markup {
    var text = Markup()
    for (index, point) in points.enumerated() {
      text += index == 0 ? "\(point.0),\(point.1)" : " \(point.0),\(point.1)"
    }
    return text
  }
}
