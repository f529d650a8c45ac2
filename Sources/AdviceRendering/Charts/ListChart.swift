public import Advising
import ApplicantFile
import ScoreReading

/// The list as strips: for each program the interview chance and the chance that it would take
/// the applicant, both as ranges, grouped into reach, target and safety.
public struct ListChart: Sendable {
  let list: ProgramList
  let limit: Int

  /// A chart of the list's first `limit` programs, by group.
  public init(_ list: ProgramList, limit: Int = 26) {
    self.list = list
    self.limit = limit
  }

  private struct Frame {
    var scale: LinearScale
    var labelWidth: Double
    var width: Double
    var rowHeight: Double
    var isNarrow: Bool
  }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    let isNarrow = width < 480
    let left = isNarrow ? 8.0 : 256.0
    let frame = Frame(
      scale: LinearScale(0...1, from: left, to: width - 20), labelWidth: isNarrow ? width : 248,
      width: width, rowHeight: isNarrow ? 38 : 22, isNarrow: isNarrow)
    var svg = SVGBuilder()
    var x = svg.key("interview", x: 0, y: 14, style: "c-accent")
    x = svg.key("would take you", x: x, y: 14, style: "c-second")
    var y = 26.0
    for group in ProgramList.Group.allCases {
      let members = list.programs.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      let quota = ListExcerpt.quota(members.count, of: list.programs.count, rows: limit)
      let shown = members.prefix(quota).sorted { left, right in
        left.interview.estimate == right.interview.estimate
          ? left.code < right.code : left.interview.estimate > right.interview.estimate
      }
      svg.text(Labels.name(group), x: 0, y: y + 17, style: "c-strong")
      y += 24
      let height = Double(shown.count) * frame.rowHeight
      for tick in [0, 0.25, 0.5, 0.75, 1] {
        svg.line(
          x1: frame.scale(tick), y1: y, x2: frame.scale(tick), y2: y + height, style: "c-grid")
      }
      for entry in shown {
        strip(&svg, entry, y: y, frame)
        y += frame.rowHeight
      }
      if members.count > quota {
        svg.text(
          "and \(members.count - quota) more in the table", x: 0, y: y + 13,
          style: "c-small c-muted")
        y += 20
      }
    }
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      svg.text(
        NumberText.percentPoints(tick * 100), x: frame.scale(tick), y: y + 16, anchor: .middle,
        style: "c-small c-muted")
    }
    return Chart(
      id: id, title: "The list: chance of an interview and of a place", summary: summary,
      width: width, height: y + 24, body: svg.body)
  }

  private func strip(
    _ svg: inout SVGBuilder, _ entry: ProgramList.Entry, y: Double, _ frame: Frame
  ) {
    let signal = entry.signal == .none ? "" : " · \(Labels.name(entry.signal))"
    let size = 12.0
    let room = frame.labelWidth - SVGText.width(signal, size: size)
    let name = SVGText.fitted(
      PlainText.singleLine(entry.institution), width: room, size: size)
    let centre = frame.isNarrow ? y + 25 : y + 11
    svg.text(name + signal, x: 0, y: frame.isNarrow ? y + 14 : y + 15, style: "c-small")
    interval(&svg, entry.interview, frame.scale, y: centre - 3, name: "interview")
    interval(&svg, entry.match, frame.scale, y: centre + 4, name: "take")
  }

  private func interval(
    _ svg: inout SVGBuilder, _ chance: Interval, _ scale: LinearScale, y: Double, name: String
  ) {
    let low = scale(chance.low)
    let high = max(scale(chance.high), low + 1)
    let x = scale(chance.estimate)
    if name == "interview" {
      svg.line(x1: low, y1: y, x2: high, y2: y, style: "c-whisker")
      svg.circle(x: x, y: y, radius: 4, style: "c-accent")
    } else {
      svg.line(x1: low, y1: y, x2: high, y2: y, style: "c-whisker-second")
      svg.polygon(
        [(x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)], style: "c-second")
    }
  }

  private var summary: String {
    let groups = ProgramList.Group.allCases.compactMap { group -> String? in
      let members = list.programs.filter { $0.group == group }
      guard let low = members.map(\.interview.estimate).min(),
        let high = members.map(\.interview.estimate).max()
      else { return nil }
      let count = NumberText.count(members.count, "program")
      let chances = IntervalText.chance(Interval(estimate: low, low: low, high: high))
      return "\(Labels.name(group)): \(count), interview chance \(chances)"
    }
    return groups.joined(separator: "; ") + ". The table lists every program."
  }
}
