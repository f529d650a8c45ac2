import Advising
import ScoreReading

/// The diminishing-returns curve as columns of block characters.
struct TerminalCurve {
  /// Finished lines: the columns, the axis, the marker, the labels.
  let lines: [String]

  private static let blocks: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A curve of at most `width` columns and `height` lines above the axis.
  init(_ returns: DiminishingReturns, width: Int, height: Int = 6) {
    let points = returns.points
    let gutter = 5
    let room = max(10, min(width - gutter, 60))
    guard let last = points.last, let first = points.first, points.count > 1 else {
      lines = []
      return
    }
    // Few points get wide columns; many are sampled evenly.
    let repeats = max(1, room / points.count)
    let count = min(points.count, room)
    let sampled = (0..<count).map { index in
      points[index * (points.count - 1) / max(1, count - 1)]
    }
    let bars = sampled.flatMap { point in Array(repeating: point, count: repeats) }
    var rows: [String] = []
    for level in stride(from: height - 1, through: 0, by: -1) {
      var row = ""
      for point in bars {
        let eighths = Int((min(1, max(0, point.match)) * Double(height * 8)).rounded())
        row.append(Self.blocks[min(8, max(0, eighths - level * 8))])
      }
      let label = level == height - 1 ? "100%" : level == height / 2 - 1 ? " 50%" : "    "
      rows.append(label + " " + row)
    }
    rows.append("  0% " + String(repeating: "─", count: bars.count))
    let marker = bars.lastIndex { $0.applications <= returns.enough } ?? 0
    rows.append(String(repeating: " ", count: gutter + marker) + "▲")
    let start = String(first.applications)
    let end = "\(last.applications) applications"
    let gap = max(1, bars.count - start.count - end.count)
    rows.append(
      String(repeating: " ", count: gutter) + start + String(repeating: " ", count: gap) + end)
    lines = rows
  }
}
