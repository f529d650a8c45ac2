import Advising
public import ScoreReading

/// How common each change from the first exam to the second is, the applicant's band marked.
///
/// The published table beside the article's shares, which are an illustration and drawn as one.
public struct ChangeBandsChart: Sendable {
  let trend: ScoreTrend

  /// A chart of this trend's bands.
  public init(_ trend: ScoreTrend) { self.trend = trend }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    let hasTable = trend.shares.contains { $0.tablePercent != nil }
    let rowHeight = hasTable ? 46.0 : 32.0
    let top = 30.0
    let left = 92.0
    let largest = trend.shares.map { max($0.articlePercent, $0.tablePercent ?? 0) }.max() ?? 1
    let scale = LinearScale(0...max(largest, 1), from: left, to: width - 86)
    var svg = SVGBuilder()
    var x = 0.0
    if hasTable { x = svg.key("AAMC table", x: x, y: 14, style: "c-accent") }
    _ = svg.key("article’s illustration", x: x, y: 14, style: "c-outline")
    for (index, share) in trend.shares.enumerated() {
      let y = top + Double(index) * rowHeight
      let isOwn = share.band == trend.band
      if isOwn {
        svg.rect(
          x: 0, y: y, width: width, height: rowHeight - 4, radius: 6, style: "c-highlight")
        svg.text(
          "you", x: width - 12, y: y + rowHeight / 2 + 2, anchor: .end, style: "c-strong")
      }
      svg.text(
        share.band.label, x: 10, y: y + rowHeight / 2 + 2, style: isOwn ? "c-strong" : "")
      var barY = y + 7
      if let table = share.tablePercent {
        bar(&svg, table, scale, y: barY, style: "c-accent")
        barY += 17
      }
      bar(&svg, share.articlePercent, scale, y: barY, style: "c-outline")
    }
    let height = top + Double(trend.shares.count) * rowHeight
    return Chart(
      id: id, title: "How common each change is", summary: summary, width: width,
      height: height, body: svg.body)
  }

  private func bar(
    _ svg: inout SVGBuilder, _ percent: Double, _ scale: LinearScale, y: Double, style: String
  ) {
    let end = max(scale(percent), scale.start + 1)
    svg.rect(
      x: scale.start, y: y, width: end - scale.start, height: 13, radius: 2, style: style)
    svg.text(NumberText.percentPoints(percent), x: end + 6, y: y + 11, style: "c-small")
  }

  private var summary: String {
    let rows = trend.shares.map { share in
      let table = share.tablePercent.map { "\(NumberText.percentPoints($0)) in the AAMC table, " }
      let article = "\(NumberText.percentPoints(share.articlePercent)) in the article"
      return "\(share.band.label): \(table ?? "")\(article)"
        + (share.band == trend.band ? " (this applicant)" : "")
    }
    return rows.joined(separator: "; ") + "."
  }
}
