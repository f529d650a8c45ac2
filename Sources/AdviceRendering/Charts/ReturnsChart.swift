public import Advising
import ScoreReading

/// The chance of matching and the interviews expected against the number of applications, with
/// the point after which the next application adds less than the set amount.
public struct ReturnsChart: Sendable {
  let returns: DiminishingReturns

  /// A chart of these points.
  public init(_ returns: DiminishingReturns) { self.returns = returns }

  /// Whether there is a curve to draw.
  public var isEmpty: Bool { returns.points.count < 2 }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    let points = returns.points
    let last = Double(points.last?.applications ?? 1)
    let across = LinearScale(0...max(last, 1), from: 40, to: width - 16)
    let chance = LinearScale(0...1, from: 190, to: 28)
    let most = max(points.map(\.expectedInterviews).max() ?? 1, 1)
    let interviews = LinearScale(0...(most * 1.1), from: 320, to: 238)
    var svg = SVGBuilder()
    svg.text("Chance of matching", x: 0, y: 14, style: "c-small")
    svg.text("Interviews expected", x: 0, y: 226, style: "c-small")
    axis(&svg, chance, ticks: [0, 0.25, 0.5, 0.75, 1], across: across) {
      NumberText.percentPoints($0 * 100)
    }
    axis(&svg, interviews, ticks: interviews.ticks(3), across: across) { NumberText.fixed($0) }
    for tick in across.ticks(width < 480 ? 5 : 8) {
      svg.text(
        NumberText.fixed(tick), x: across(tick), y: 338, anchor: .middle,
        style: "c-small c-muted")
    }
    svg.text("applications", x: width - 16, y: 356, anchor: .end, style: "c-small c-muted")
    marker(&svg, across: across, chance: chance, interviews: interviews, width: width)
    svg.polyline(
      points.map { (across(Double($0.applications)), chance($0.match)) }, style: "c-curve")
    svg.polyline(
      points.map { (across(Double($0.applications)), interviews($0.expectedInterviews)) },
      style: "c-curve-second")
    return Chart(
      id: id, title: "What one more application adds", summary: summary, width: width,
      height: 362, body: svg.body)
  }

  private func axis(
    _ svg: inout SVGBuilder, _ scale: LinearScale, ticks: [Double], across: LinearScale,
    label: (Double) -> String
  ) {
    for tick in ticks {
      svg.line(
        x1: across.start, y1: scale(tick), x2: across.end, y2: scale(tick), style: "c-grid")
      svg.text(
        label(tick), x: across.start - 6, y: scale(tick) + 4, anchor: .end,
        style: "c-small c-muted")
    }
  }

  private func marker(
    _ svg: inout SVGBuilder, across: LinearScale, chance: LinearScale, interviews: LinearScale,
    width: Double
  ) {
    guard let enough else { return }
    let x = across(Double(enough.applications))
    svg.line(x1: x, y1: chance.end, x2: x, y2: interviews.start, style: "c-dash")
    svg.circle(x: x, y: chance(enough.match), radius: 5, style: "c-accent")
    svg.circle(x: x, y: interviews(enough.expectedInterviews), radius: 4, style: "c-second")
    let text = "\(enough.applications) are enough: \(NumberText.dollars(enough.dollars))"
    let half = SVGText.width(text, size: 13, isBold: true) / 2
    svg.text(
      text, x: min(max(x, half), width - half), y: chance.end - 8 + 172 + 12, anchor: .middle,
      style: "c-strong")
  }

  private var enough: DiminishingReturns.Point? {
    returns.points.last { $0.applications <= returns.enough }
  }

  private var summary: String {
    let count = returns.points.count
    let chosen = [0, count / 4, count / 2, count - 1].map { returns.points[min($0, count - 1)] }
    var rows: [String] = []
    for point in chosen {
      let row =
        "\(NumberText.count(point.applications, "application")): chance of matching "
        + "\(NumberText.percent(point.match)), "
        + "\(NumberText.fixed(point.expectedInterviews, decimals: 1)) interviews, "
        + NumberText.dollars(point.dollars)
      if rows.last != row { rows.append(row) }
    }
    return rows.joined(separator: "; ") + ". \(returns.sentence)"
  }
}
