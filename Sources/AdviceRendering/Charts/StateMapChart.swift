public import Advising
import ScoreReading

/// A map of the states as equal squares: how many programs of the list each one has.
public struct StateMapChart: Sendable {
  /// What a square's colour stands for.
  public enum Measure: Sendable, Hashable {
    /// Programs on the list.
    case programs
    /// The best interview chance of the list's programs there.
    case bestInterview
  }

  private struct StateCount {
    var programs = 0
    var bestInterview = 0.0
  }

  let measure: Measure
  let tiles: StateTiles
  private let counts: [String: StateCount]

  /// A map of this list.
  public init(
    _ list: ProgramList, measure: Measure = .programs, tiles: StateTiles = .unitedStates
  ) {
    self.measure = measure
    self.tiles = tiles
    var counts: [String: StateCount] = [:]
    for entry in list.programs {
      guard let state = entry.state else { continue }
      counts[state, default: StateCount()].programs += 1
      let best = counts[state]?.bestInterview ?? 0
      counts[state]?.bestInterview = max(best, entry.interview.estimate)
    }
    self.counts = counts
  }

  /// Whether no program's state is known.
  public var isEmpty: Bool { counts.isEmpty }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    let columns = Double((tiles.tiles.map(\.column).max() ?? 0) + 1)
    let rows = Double((tiles.tiles.map(\.row).max() ?? 0) + 1)
    let size = min(56, (width + 3) / max(columns, 1))
    let height = width < 480 ? size * 1.25 : size * 0.86
    let inset = max(0, (width - columns * size) / 2)
    var svg = SVGBuilder()
    for tile in tiles.tiles {
      let x = inset + Double(tile.column) * size
      let y = Double(tile.row) * height
      draw(&svg, tile, x: x, y: y, width: size - 3, height: height - 3)
    }
    let bottom = rows * height + 18
    legend(&svg, x: inset, y: bottom)
    return Chart(
      id: id, title: title, summary: summary, width: width, height: bottom + 8, body: svg.body)
  }

  private func draw(
    _ svg: inout SVGBuilder, _ tile: StateTiles.Tile, x: Double, y: Double, width: Double,
    height: Double
  ) {
    let count = counts[tile.state]
    let level = count.map(level) ?? 0
    svg.rect(x: x, y: y, width: width, height: height, radius: 4, style: "c-tile-\(level)")
    let ink = level == 0 ? "c-tiny c-muted" : "c-tiny c-tile-ink-\(level)"
    let middle = x + width / 2
    guard let count else {
      svg.text(tile.state, x: middle, y: y + height / 2 + 4, anchor: .middle, style: ink)
      return
    }
    let value =
      measure == .programs ? "\(count.programs)" : NumberText.fixed(count.bestInterview * 100)
    svg.text(tile.state, x: middle, y: y + height / 2 - 2, anchor: .middle, style: ink)
    svg.text(
      value, x: middle, y: y + height / 2 + 13, anchor: .middle,
      style: "c-tile-value c-tile-ink-\(level)")
  }

  /// 1…4, from the smallest to the largest share of the most that any state has.
  private func level(_ count: StateCount) -> Int {
    switch measure {
    case .programs:
      let most = max(1, counts.values.map(\.programs).max() ?? 1)
      return min(4, 1 + (count.programs - 1) * 4 / most)
    case .bestInterview: return min(4, 1 + Int(count.bestInterview * 4))
    }
  }

  private func legend(_ svg: inout SVGBuilder, x: Double, y: Double) {
    let text =
      measure == .programs ? "Programs on your list" : "Best interview chance, in percent"
    svg.text(text, x: x, y: y, style: "c-small c-muted")
    let start = x + SVGText.width(text, size: 12) + 10
    for level in 1...4 {
      svg.rect(
        x: start + Double(level - 1) * 16, y: y - 10, width: 14, height: 12, radius: 2,
        style: "c-tile-\(level)")
    }
    svg.text("more", x: start + 70, y: y, style: "c-small c-muted")
  }

  private var title: String {
    measure == .programs ? "Where the programs are" : "Best interview chance by state"
  }

  private var summary: String {
    let names = Dictionary(
      tiles.tiles.map { ($0.state, $0.name) }, uniquingKeysWith: { first, _ in first })
    let order = counts.sorted { left, right in
      left.value.programs == right.value.programs
        ? left.key < right.key : left.value.programs > right.value.programs
    }
    let rows = order.map { state, count in
      let name = names[state] ?? state
      return measure == .programs
        ? "\(name) \(count.programs)" : "\(name) \(NumberText.percent(count.bestInterview))"
    }
    return rows.joined(separator: ", ") + "."
  }
}
