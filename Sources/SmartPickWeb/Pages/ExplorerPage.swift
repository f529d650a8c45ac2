import AdviceRendering
import Advising
import MatchFacts
import ScoreReading

/// The directory: search, filters, a map of the states, results and, with a file, its chances.
struct ExplorerPage: Sendable {
  var desk: AdviceDesk
  var query: ExplorerQuery
  /// The chances of the file that is carried along.
  var carried: CarriedOdds?

  var page: Markup {
    let search = query.directoryQuery
    let found = rows(desk.directory.search(search))
    var everywhere = search
    everywhere.state = nil
    // The map counts what the other filters leave, in every state.
    let counted = search.state == nil ? found : rows(desk.directory.search(everywhere))
    let isCarrying = carried != nil
    return PageFrame(
      title: "Programs", place: .programs, style: "wide-page",
      main: """
        <div class="title"><h1>Programs</h1>
        <p class="muted">\(NumberText.grouped(desk.directory.programs.count)) programs of the Main \
        Match and of urology, as published. Each has a page with its facts, their year and their \
        source.</p>\(remark)</div>
        \(searchForm)
        <div class="explorer">
        <section class="section" aria-labelledby="map-title"><h2 id="map-title">By state</h2>
        \(ExplorerMap(rows: counted, query: query, isCarrying: isCarrying).markup)</section>
        <section class="section" id="results" aria-labelledby="results-title">
        <h2 id="results-title">\(resultsTitle(found.count))</h2>
        \(ExplorerResults(
          rows: order.sorted(found), query: query, isCarrying: isCarrying
        ).markup)</section></div>
        \(upload)
        """
    ).page
  }

  /// The order asked for; without a file there are no chances to sort by.
  private var order: ExplorerOrder {
    query.order.needsFile && carried == nil ? .found : query.order
  }

  private func rows(_ programs: [Program]) -> [ExplorerRow] {
    programs.map { program in
      let odds = carried?[program.code]
      let place = desk.directory.index(ofCode: program.code)
      let percentile =
        odds.map { $0.standing.isKnown ? $0.standing.percentile : nil }
        ?? place.flatMap { desk.standing.percentile(at: $0) }
      return ExplorerRow(program: program, percentile: percentile, odds: odds)
    }
  }

  private func resultsTitle(_ count: Int) -> String {
    count == 0 ? "No program found" : NumberText.count(count, "program")
  }

  // MARK: Search

  private var searchForm: Markup {
    let specialties = desk.directory.specialties.markup { specialty in
      option(specialty.name, specialty.name, chosen: query.specialty?.name)
    }
    let states = desk.states.markup { option($0.state, $0.name, chosen: query.state) }
    let tracks = FormLayout.words(Program.Track.self).markup {
      option($0.value, $0.label, chosen: query.track?.rawValue)
    }
    let orders = ExplorerOrder.allCases.filter { carried != nil || !$0.needsFile }.markup {
      option($0.rawValue, $0.title, chosen: order.rawValue)
    }
    let method: Markup = carried == nil ? "get" : "post"
    let file: Markup =
      carried.map { "<input type=\"hidden\" name=\"file\" value=\"\($0.fileText)\">" } ?? ""
    return """
      <form method="\(method)" action="/programs" class="section search" role="search">\(file)
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
      <div><label for="sort">Sort by</label><select id="sort" name="sort">\(orders)</select></div>
      <button class="button" type="submit">Search</button></div></form>

      """
  }

  private func option(_ value: String, _ label: String, chosen: String?) -> Markup {
    let selected: Markup = value == chosen ? " selected" : ""
    return "<option value=\"\(value)\"\(selected)>\(label)</option>\n"
  }

  // MARK: The file

  private var remark: Markup {
    guard let carried else { return "" }
    let specialties = carried.specialties.map(\.name).joined(separator: ", ")
    return """
      <p>With your chances in \(specialties).</p>
      <form method="post" action="/advice#list" class="inline-form"><input type="hidden" name="file" \
      value="\(carried.fileText)"><button class="link-button" type="submit">Back to the advice\
      </button></form>\(carried.markup)
      """
  }

  private var upload: Markup {
    guard carried == nil else { return "" }
    var target = query
    target.page = 1
    target.order = .interview
    return """
      <section class="section" id="odds" aria-labelledby="odds-title">
      <h2 id="odds-title">Your chances at each</h2>
      <p>Load your file to see your chance at every program of your specialties, sorted, and by \
      state on the map.</p>
      <form method="post" action="\(target.address)" enctype="multipart/form-data" \
      class="upload"><label for="upload">Applicant's file (YAML or JSON)</label>
      <input type="file" id="upload" name="upload" accept=".yaml,.yml,.json">
      <p class="actions"><button class="button quiet" type="submit">Show my odds</button>
      <button class="button" type="button" hidden data-use-draft>Use the draft in this \
      browser</button></p></form></section>

      """
  }
}
