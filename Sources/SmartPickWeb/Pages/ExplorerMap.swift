import AdviceRendering
import Advising
import MatchFacts
import ScoreReading

/// The states as equal squares, each a way to its programs: how many there are or, with a file, the
/// mean chance of an interview.
struct ExplorerMap: Sendable {
  var rows: [ExplorerRow]
  var query: ExplorerQuery
  var isCarrying: Bool

  private struct Count {
    var programs = 0
    var judged = 0
    var chances = 0.0

    /// The mean chance over the programs that the file can be judged at, ruled-out ones as none.
    var mean: Double? { judged > 0 ? chances / Double(judged) : nil }
  }

  var markup: Markup {
    var counts: [String: Count] = [:]
    for row in rows {
      guard let state = row.program.state else { continue }
      counts[state, default: Count()].programs += 1
      guard let odds = row.odds else { continue }
      counts[state]?.judged += 1
      counts[state]?.chances += odds.interview.none.estimate
    }
    let most = max(1, counts.values.map(\.programs).max() ?? 1)
    let best = max(0.01, counts.values.compactMap(\.mean).max() ?? 1)
    let tiles = StateTiles.unitedStates.tiles.markup { tile in
      let place: Markup = "class=\"t-r\(tile.row) t-c\(tile.column)\""
      guard let count = counts[tile.state], count.programs > 0 else {
        return "<li \(place)><span class=\"tile l0\">\(tile.state)</span></li>\n"
      }
      var target = query
      target.state = tile.state == query.state ? nil : tile.state
      target.page = 1
      let level =
        isCarrying
        ? count.mean.map { min(4, 1 + Int($0 / best * 4)) } ?? 0
        : min(4, 1 + (count.programs - 1) * 4 / most)
      let link = ExplorerLink(
        address: target.address, style: "tile l\(level)", isCarrying: isCarrying,
        isCurrent: tile.state == query.state)
      return "<li \(place)>\(link.markup(label(tile, count)))</li>\n"
    }
    return "\(key)<ol class=\"tile-map\">\(tiles)</ol>\n"
  }

  private func label(_ tile: StateTiles.Tile, _ count: Count) -> Markup {
    let programs = NumberText.count(count.programs, "program")
    let value: String
    let words: String
    if isCarrying {
      value = count.mean.map(NumberText.percent) ?? "–"
      words =
        "\(programs), "
        + (count.mean.map { "mean chance of an interview \(NumberText.percent($0))" }
          ?? "none of your specialties")
    } else {
      value = "\(count.programs)"
      words = programs
    }
    return """
      <span aria-hidden="true">\(tile.state) <b>\(value)</b></span>\
      <span class="hidden-visually">\(tile.name), \(words)</span>
      """
  }

  private var key: Markup {
    guard isCarrying else { return "" }
    return """
      <p class="muted small">The mean chance of an interview without a signal over the programs \
      found there.</p>

      """
  }
}
