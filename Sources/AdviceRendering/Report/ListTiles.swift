import Advising

/// The states as squares with the programs of the list in each; a press shows only those.
struct ListTiles {
  let list: ProgramList
  /// The form that a square submits.
  let form: String

  var markup: Markup {
    var counts: [String: Int] = [:]
    for entry in list.programs { if let state = entry.state { counts[state, default: 0] += 1 } }
    guard let most = counts.values.max() else { return "" }
    let tiles = StateTiles.unitedStates.tiles.markup { tile in
      let place: Markup = "class=\"t-r\(tile.row) t-c\(tile.column)\""
      guard let count = counts[tile.state] else {
        return "<li \(place)><span class=\"tile l0\">\(tile.state)</span></li>"
      }
      let level = min(4, 1 + (count - 1) * 4 / most)
      return """
        <li \(place)><button class="tile l\(level)" form="\(form)" formaction="/advice#list" \
        name="list.words" value="\(tile.state)" aria-label="\(tile.name), \
        \(NumberText.count(count, "program"))">\(tile.state) <b>\(count)</b></button></li>
        """
    }
    return "<ol class=\"tile-map\" data-list-map>\(tiles)</ol>\n"
  }
}
