import AdviceRendering
import MatchFacts

/// The directory: search, filters, a map of the states, results.
struct ExplorerPage: Sendable {
  var desk: AdviceDesk
  var query: ExplorerQuery

  private static let perPage = 40

  var page: Markup {
    let search = query.directoryQuery
    let found = desk.directory.search(search)
    var everywhere = search
    everywhere.state = nil
    // The map counts what the other filters leave, in every state.
    let counted = search.state == nil ? found : desk.directory.search(everywhere)
    return PageFrame(
      title: "Programs", place: .programs, style: "wide-page",
      main: """
        <div class="title"><h1>Programs</h1>
        <p class="muted">\(NumberText.grouped(desk.directory.programs.count)) programs of the Main \
        Match and of urology, as published. Each has a page with its facts, their year and their \
        source.</p></div>
        \(searchForm)
        <div class="explorer">
        <section class="section" aria-labelledby="map-title"><h2 id="map-title">By state</h2>
        \(map(counted))</section>
        <section class="section" id="results" aria-labelledby="results-title">
        <h2 id="results-title">\(resultsTitle(found.count))</h2>
        \(results(found))</section></div>

        """
    ).page
  }

  private var searchForm: Markup {
    let specialties = desk.directory.specialties.markup { specialty in
      option(specialty.name, specialty.name, chosen: query.specialty?.name)
    }
    let states = desk.states.markup { option($0.state, $0.name, chosen: query.state) }
    let tracks = FormLayout.words(Program.Track.self).markup {
      option($0.value, $0.label, chosen: query.track?.rawValue)
    }
    return """
      <form method="get" action="/programs" class="section search" role="search">
      <div class="search-row">
      <div class="grow"><label for="q">Name, city, or code</label>
      <input type="search" id="q" name="q" value="\(query.text)" autocomplete="off" \
      placeholder="Mass General, Ohio, UCSF derm"></div>
      <div><label for="specialty">Specialty</label><select id="specialty" name="specialty">\
      <option value="">All</option>\(specialties)</select></div>
      <div><label for="state">State</label><select id="state" name="state">\
      <option value="">All</option>\(states)</select></div>
      <div><label for="track">Track</label><select id="track" name="track">\
      <option value="">All</option>\(tracks)</select></div>
      <button class="button" type="submit">Search</button></div></form>

      """
  }

  private func option(_ value: String, _ label: String, chosen: String?) -> Markup {
    let selected: Markup = value == chosen ? " selected" : ""
    return "<option value=\"\(value)\"\(selected)>\(label)</option>\n"
  }

  /// The states as equal squares, each a link that filters by it.
  private func map(_ programs: [Program]) -> Markup {
    var counts: [String: Int] = [:]
    for program in programs {
      if let state = program.state { counts[state, default: 0] += 1 }
    }
    let most = max(1, counts.values.max() ?? 1)
    let tiles = StateTiles.unitedStates.tiles.markup { tile in
      let count = counts[tile.state] ?? 0
      let level = count == 0 ? 0 : min(4, 1 + (count - 1) * 4 / most)
      let place: Markup = "class=\"t-r\(tile.row) t-c\(tile.column)\""
      guard count > 0 else {
        return "<li \(place)><span class=\"tile l0\">\(tile.state)</span></li>\n"
      }
      var target = query
      target.state = tile.state == query.state ? nil : tile.state
      target.page = 1
      let current: Markup = tile.state == query.state ? " aria-current=\"true\"" : ""
      return """
        <li \(place)><a class="tile l\(level)" href="\(target.address)"\(current)>\
        <span aria-hidden="true">\(tile.state) <b>\(count)</b></span>\
        <span class="hidden-visually">\(tile.name), \(NumberText.count(count, "program"))</span>\
        </a></li>

        """
    }
    return "<ol class=\"tile-map\">\(tiles)</ol>\n"
  }

  private func resultsTitle(_ count: Int) -> String {
    count == 0 ? "No program found" : NumberText.count(count, "program")
  }

  private func results(_ found: [Program]) -> Markup {
    guard !found.isEmpty else {
      return """
        <p>Try fewer words, or another spelling; a specialty's short form works too, as in \
        “UCSF derm”.</p>

        """
    }
    let pages = (found.count + Self.perPage - 1) / Self.perPage
    let page = min(max(1, query.page), pages)
    let start = (page - 1) * Self.perPage
    let rows = found[start..<min(start + Self.perPage, found.count)].markup { program in
      let place = [program.city, program.state].compactMap { $0 }.joined(separator: ", ")
      let positions = program.positions.map { positions in
        "\(program.filled.map { "\($0) of " } ?? "")\(positions) filled"
          + (program.positionsYear.map { " (\($0))" } ?? "")
      }
      let details = [program.specialty.name, program.track.rawValue, place]
        .filter { !$0.isEmpty }.joined(separator: " · ")
      return """
        <li><a href="/programs/\(program.code)"><strong>\(program.institution)</strong></a>\
        <span class="sub">\(details)</span><span class="sub number">\(program.code)\
        \(positions.map { " · \($0)" } ?? "")</span></li>

        """
    }
    return "<ul class=\"results\">\(rows)</ul>\n" + pager(page: page, of: pages)
  }

  private func pager(page: Int, of pages: Int) -> Markup {
    guard pages > 1 else { return "" }
    func link(_ number: Int, _ label: String) -> Markup {
      guard (1...pages).contains(number) else { return "" }
      var target = query
      target.page = number
      return "<a class=\"button quiet\" href=\"\(target.address)\">\(label)</a>\n"
    }
    return """
      <nav class="pager" aria-label="Pages of results">\(link(page - 1, "Previous"))\
      <span class="muted">Page \(page) of \(pages)</span> \(link(page + 1, "Next"))</nav>

      """
  }
}
