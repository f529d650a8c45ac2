import AdviceRendering
import Advising
import MatchFacts

/// Every table of published facts: what, whose, how old, how far to trust it.
struct SourcesPage: Sendable {
  var desk: AdviceDesk

  var page: Markup {
    let rows = desk.facts.tables.markup { table in
      """
      <tr><th scope="row">\(table.what)</th><td>\(table.year)</td>\
      <td><strong class="trust">\(table.trust)</strong></td><td>\(table.rights)</td>\
      <td class="number optional">\(NumberText.grouped(table.rows))</td>\
      <td class="optional">\(table.usedFor)</td></tr>

      """
    }
    let trust = Trust.allCases.markup { "<dt>\($0.rawValue)</dt><dd>\($0.meaning)</dd>" }
    let holders = desk.rights.markup { note in
      let link: Markup =
        HTMLEscaping.webAddress(note.url).map {
          " <a href=\"\($0)\" rel=\"noopener noreferrer\">The originals of \(note.holder)</a>."
        } ?? ""
      return "<dt>\(note.key)</dt><dd>\(note.holder). \(note.statement)\(link)</dd>"
    }
    return PageFrame(
      title: "Sources", place: .sources, style: "wide-page",
      main: """
        <div class="title"><h1>Sources</h1>
        <p class="muted">Every figure comes from one of these tables or is marked as an assumption. \
        Each row of each table carries its own source.</p></div>
        <section class="section" aria-labelledby="tables-title"><h2 id="tables-title">Published \
        tables</h2>
        <div class="scroll" role="region" aria-label="Tables, scrolling sideways" tabindex="0"><table><caption>\
        \(desk.facts.tables.count) tables</caption><thead><tr><th scope="col">What</th>\
        <th scope="col">Year</th><th scope="col">Trust</th><th scope="col">Holder</th>\
        <th scope="col" class="number optional">Rows</th>\
        <th scope="col" class="optional">Used for</th></tr></thead><tbody>\(rows)</tbody></table>\
        </div></section>
        <section class="section" aria-labelledby="trust-title"><h2 id="trust-title">What the trust \
        codes mean</h2><dl class="facts">\(trust)</dl></section>
        <section class="section" aria-labelledby="rights-title"><h2 id="rights-title">Whose figures \
        they are</h2><dl class="facts">\(holders)</dl></section>

        """
    ).page
  }
}
