import Advising
public import ScoreReading

/// The score among those who matched and those who did not.
///
/// Only what is published is drawn: the middle half as a box where quartiles are known, one mark
/// where only a median or a mean is.
public struct StandingChart: Sendable {
  let standing: Standing

  /// A chart of this standing.
  public init(_ standing: Standing) { self.standing = standing }

  /// Whether anything is published to draw.
  public var isEmpty: Bool { standing.matched == nil && standing.unmatched == nil }

  private var groups: [Standing.Group] {
    [standing.matched, standing.unmatched].compactMap(\.self)
  }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    let score = Double(standing.score)
    let mean = score - standing.aboveNationalMean
    var values = [score, mean]
    for group in groups {
      values += [group.centre, group.lowerQuartile, group.upperQuartile].compactMap(\.self)
    }
    let span = max(10, (values.max() ?? score) - (values.min() ?? score))
    let low = (values.min() ?? score) - span * 0.14
    let high = (values.max() ?? score) + span * 0.14
    let isNarrow = width < 480
    let left = isNarrow ? 12.0 : 110.0
    let scale = LinearScale(low...high, from: left, to: width - 14)
    let top = 34.0
    let lane = isNarrow ? 66.0 : 56.0
    let bottom = top + lane * Double(groups.count)
    var svg = SVGBuilder()

    for tick in scale.ticks(isNarrow ? 5 : 8) {
      svg.line(x1: scale(tick), y1: top, x2: scale(tick), y2: bottom, style: "c-grid")
      svg.text(
        NumberText.fixed(tick), x: scale(tick), y: bottom + 16, anchor: .middle,
        style: "c-small c-muted")
    }
    svg.line(x1: scale(mean), y1: top, x2: scale(mean), y2: bottom + 22, style: "c-dash")
    label(
      &svg, "national mean \(NumberText.fixed(mean))", at: scale(mean), y: bottom + 36,
      within: width, style: "c-small c-muted")

    for (index, group) in groups.enumerated() {
      let y = top + lane * Double(index)
      let isMatched = index == 0 && standing.matched != nil
      draw(&svg, group, isMatched: isMatched, y: y, lane: lane, scale: scale, isNarrow: isNarrow)
    }
    svg.line(x1: scale(score), y1: 22, x2: scale(score), y2: bottom, style: "c-you")
    label(&svg, "you \(standing.score)", at: scale(score), y: 15, within: width, style: "c-strong")
    return Chart(
      id: id, title: "\(standing.exam) in \(standing.specialty)", summary: summary, width: width,
      height: bottom + 44, body: svg.body)
  }

  private func draw(
    _ svg: inout SVGBuilder, _ group: Standing.Group, isMatched: Bool, y: Double, lane: Double,
    scale: LinearScale, isNarrow: Bool
  ) {
    let name = PlainText.capitalized(group.cohort)
    let boxY = isNarrow ? y + 24 : y + 10
    if isNarrow {
      svg.text(name, x: 0, y: y + 16, style: "c-small")
    } else {
      svg.text(name, x: 0, y: boxY + 16)
    }
    var marks: [Double] = [group.centre]
    if let low = group.lowerQuartile, let high = group.upperQuartile {
      svg.rect(
        x: scale(low), y: boxY, width: scale(high) - scale(low), height: 22, radius: 3,
        style: isMatched ? "c-box" : "c-box-other")
      svg.line(
        x1: scale(group.centre), y1: boxY, x2: scale(group.centre), y2: boxY + 22,
        style: "c-median")
      marks = [low, group.centre, high]
    } else {
      let x = scale(group.centre)
      svg.polygon(
        [(x, boxY + 3), (x + 8, boxY + 11), (x, boxY + 19), (x - 8, boxY + 11)],
        style: isMatched ? "c-accent" : "c-other")
    }
    var last = -Double.infinity
    for mark in marks where scale(mark) - last >= 28 {
      svg.text(
        NumberText.fixed(mark), x: scale(mark), y: boxY + 36, anchor: .middle, style: "c-small")
      last = scale(mark)
    }
  }

  /// A centred label, pushed inside the drawing where it would leave it.
  private func label(
    _ svg: inout SVGBuilder, _ text: String, at x: Double, y: Double, within width: Double,
    style: String
  ) {
    let half = SVGText.width(text, size: 13, isBold: true) / 2
    svg.text(
      text, x: min(max(x, half), width - half), y: y, anchor: .middle, style: style)
  }

  private var summary: String {
    var sentences = ["\(standing.population). This applicant's score is \(standing.score)."]
    for group in groups {
      let centre = "\(group.centreIsMean ? "mean" : "median") \(NumberText.fixed(group.centre))"
      var text = "\(PlainText.capitalized(group.cohort)): \(centre)"
      if let low = group.lowerQuartile, let high = group.upperQuartile {
        text += ", middle half \(NumberText.fixed(low)) to \(NumberText.fixed(high))"
      }
      sentences.append(
        "\(text); \(NumberText.percentPoints(group.percentile)) scored this or lower.")
    }
    return sentences.joined(separator: " ")
  }
}
