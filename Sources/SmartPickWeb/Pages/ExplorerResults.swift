import AdviceRendering
import Advising
import MatchFacts
import ScoreReading

/// The programs found, page by page, with what each asks for and the chances of a carried file.
struct ExplorerResults: Sendable {
  /// The programs found, in order.
  var rows: [ExplorerRow]
  var query: ExplorerQuery
  var isCarrying: Bool

  private static let perPage = 40

  var markup: Markup {
    guard !rows.isEmpty else {
      return """
        <p>Try fewer words, or another spelling; a specialty's short form works too, as in \
        “UCSF derm”.</p>

        """
    }
    let pages = (rows.count + Self.perPage - 1) / Self.perPage
    let page = min(max(1, query.page), pages)
    let start = (page - 1) * Self.perPage
    let body = rows[start..<min(start + Self.perPage, rows.count)].markup(row)
    return table(body) + pager(page: page, of: pages)
  }

  private func table(_ body: Markup) -> Markup {
    let caption: Markup =
      isCarrying
      ? """
       Chances are yours, as 80% intervals. Signaled: with the strongest signal of the specialty. \
      Takes you: without a signal, would take you, if you apply and rank it.
      """ : ""
    let columns: Markup =
      isCarrying
      ? """
      <th scope="col" class="number">Interview</th>\
      <th scope="col" class="number optional">Signaled</th>\
      <th scope="col" class="number optional">Takes you</th>
      """ : ""
    return """
      <div class="scroll" role="group" aria-label="Programs found" tabindex="0">\
      <table class="programs results"><caption>Asks: how many of 100 programs of the specialty ask \
      for a less strong file, as far as public figures tell.\(caption)</caption>
      <thead><tr><th scope="col">Program</th><th scope="col" class="number">Asks</th>\(columns)\
      </tr></thead>
      <tbody>\(body)</tbody></table></div>

      """
  }

  private func row(_ row: ExplorerRow) -> Markup {
    let program = row.program
    let place = [program.city, program.state].compactMap { $0 }.joined(separator: ", ")
    let positions = program.positions.map { positions in
      "\(program.filled.map { "\($0) of " } ?? "")\(positions) filled"
        + (program.positionsYear.map { " (\($0))" } ?? "")
    }
    let specialty = query.specialty == nil ? program.specialty.name : ""
    let details = [specialty, program.track.rawValue, place]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let name = ExplorerLink(
      address: "/programs/\(program.code)", style: isCarrying ? "name-button" : "name",
      isCarrying: isCarrying)
    let ruledOut: Markup =
      row.odds.map { odds in
        odds.isEligible
          ? "" : "<span class=\"sub small\">\(odds.ruledOutBy.joined(separator: " "))</span>"
      } ?? ""
    return """
      <tr data-code="\(program.code)"><th scope="row">\(name.markup("\(program.institution)"))\
      <span class="sub small">\(details)</span><span class="sub small number">\(program.code)\
      \(positions.map { " · \($0)" } ?? "")</span>\(ruledOut)</th>\
      <td class="number">\(asks(row))</td>\(isCarrying ? chances(row.odds) : "")</tr>

      """
  }

  private func asks(_ row: ExplorerRow) -> Markup {
    guard let percentile = row.percentile else { return Self.none("not known") }
    return "\(NumberText.fixed(percentile))"
  }

  private func chances(_ odds: ProgramOdds?) -> Markup {
    let first: Markup
    var signaled = Self.none("no chance known")
    var match = signaled
    if let odds, odds.isEligible {
      first = "\(IntervalText.chance(odds.interview.none))"
      signaled =
        odds.interview.signaled.map { "\(IntervalText.chance($0))" }
        ?? Self.none("this specialty has no signals")
      match = "\(IntervalText.chance(odds.match.none))"
    } else {
      first = odds == nil ? Self.none("not one of your specialties") : "ruled out"
    }
    return """
      <td class="number">\(first)</td><td class="number optional">\(signaled)</td>\
      <td class="number optional">\(match)</td>
      """
  }

  /// A dash, with its reason for those who do not see the column.
  private static func none(_ reason: String) -> Markup {
    "<span aria-hidden=\"true\">–</span><span class=\"hidden-visually\">\(reason)</span>"
  }

  private func pager(page: Int, of pages: Int) -> Markup {
    guard pages > 1 else { return "" }
    func link(_ number: Int, _ label: Markup) -> Markup {
      guard (1...pages).contains(number) else { return "" }
      var target = query
      target.page = number
      return ExplorerLink(
        address: target.address, style: "button quiet", isCarrying: isCarrying
      ).markup(label) + "\n"
    }
    return """
      <nav class="pager" aria-label="Pages of results">\(link(page - 1, "Previous"))\
      <span class="muted">Page \(page) of \(pages)</span> \(link(page + 1, "Next"))</nav>

      """
  }
}
