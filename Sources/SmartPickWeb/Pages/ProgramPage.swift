import AdviceRendering
import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

/// One program: its facts with year and source, and one applicant's odds there.
struct ProgramPage: Sendable {
  var desk: AdviceDesk
  var program: Program
  /// The chances of the file that was posted.
  var outlook: ProgramOutlook?
  var fileText: String?

  var page: Markup {
    let place = [program.city, program.state].compactMap { $0 }.joined(separator: ", ")
    let about = [program.specialty.name, program.track.rawValue, place].filter { !$0.isEmpty }
    return PageFrame(
      title: program.institution, place: .programs, style: "narrow-page",
      main: """
        <div class="title"><p class="muted small"><a href="/programs">Programs</a></p>
        <h1>\(program.institution)</h1>
        <p class="muted">\(about.joined(separator: " · "))</p></div>
        \(oddsSection)\(standingSection)\(factsSection)\(neighbours)\(back)
        """
    ).page
  }

  // MARK: Odds

  private var oddsSection: Markup {
    guard let outlook else {
      return """
        <section class="section" id="odds" aria-labelledby="odds-title">
        <h2 id="odds-title">Your odds here</h2>
        <p>Load your file to see your chance of an interview with each signal, and the reasons.</p>
        <form method="post" action="/programs/\(program.code)" enctype="multipart/form-data" \
        class="upload"><label for="upload">Applicant's file (YAML or JSON)</label>
        <input type="file" id="upload" name="upload" accept=".yaml,.yml,.json">
        <p class="actions"><button class="button quiet" type="submit">Show my odds</button>
        <button class="button" type="button" hidden data-use-draft>Use the draft in this \
        browser</button></p></form></section>

        """
    }
    let odds = outlook.odds
    guard odds.isEligible else {
      return """
        <section class="section" id="odds" aria-labelledby="odds-title">
        <h2 id="odds-title">Your odds here</h2>
        <p class="callout"><strong>Ruled out</strong>\
        \(odds.ruledOutBy.joined(separator: " "))</p></section>

        """
    }
    let tiers = ListedProgram.Signal.allCases.compactMap { signal in
      odds.interview[signal].map {
        (signal: signal, interview: $0, match: odds.match[signal] ?? $0)
      }
    }
    let chart = MatchRangeChart(
      title: "Chance of an interview",
      rows: tiers.map { .init(label: name($0.signal), chance: $0.interview) })
    let rows = tiers.markup { tier in
      """
      <tr><th scope="row">\(name(tier.signal))</th>\
      <td class="number">\(IntervalText.chance(tier.interview))</td>\
      <td class="number">\(IntervalText.chance(tier.match))</td></tr>

      """
    }
    let reasons = outlook.reasons.markup { reason in
      """
      <li><span class="points-of">\(NumberText.signed(reason.points, decimals: 1))</span> \
      \(reason.text)</li>

      """
    }
    let unknown = outlook.unknown.markup { "<li>\($0)</li>" }
    let unknownList: Markup =
      unknown.isEmpty ? "" : "<h3>Not known</h3><ul class=\"points\">\(unknown)</ul>\n"
    let remark: Markup =
      outlook.isTarget
      ? "" : "<p class=\"muted\">This specialty is not among the targets of your file.</p>\n"
    return """
      <section class="section" id="odds" aria-labelledby="odds-title">
      <h2 id="odds-title">Your odds here</h2>
      \(remark)\(ChartFigure.markup("program-odds") { chart.chart(id: $0, width: $1) })
      <div class="scroll" role="region" aria-label="Odds by signal" tabindex="0"><table><caption>80% \
      intervals. Takes you: would take you, if you apply and rank it.</caption><thead><tr>\
      <th scope="col">Signal</th><th scope="col" class="number">Interview</th>\
      <th scope="col" class="number">Takes you</th></tr></thead><tbody>\(rows)</tbody></table></div>
      <h3>Why</h3>
      <ul class="plain">\(reasons)</ul>
      <p class="muted small">Tenths of the log-odds of an interview: +7 doubles the odds, −7 halves \
      them. Against an average US MD senior's file at the usual score, from another state.</p>
      \(unknownList)</section>

      """
  }

  private func name(_ signal: ListedProgram.Signal) -> String {
    switch signal {
    case .none: "Without a signal"
    case .single: "With a signal"
    case .silver: "With a silver signal"
    case .gold: "With a gold signal"
    }
  }

  // MARK: Facts

  private var factsSection: Markup {
    var rows: [(String, Markup)] = [
      ("NRMP code", "<span class=\"number\">\(program.code)</span>"),
      ("Program", "\(program.name)"),
      ("Specialty", "\(program.specialty.name)"),
      ("Track", "\(program.track.rawValue)"),
    ]
    if let positions = program.positions {
      let filled = program.filled.map { ", \($0) filled" } ?? ""
      let year = program.positionsYear.map { " (\($0) Match)" } ?? ""
      rows.append(("Positions", "\(positions) offered\(filled)\(year)"))
    } else {
      rows.append(("Positions", "not published here"))
    }
    if let id = program.acgmeID {
      rows.append(("ACGME id", "\(id) (\(program.acgmeMatch ?? "matched by name"))"))
    }
    if let url = program.url.flatMap(HTMLEscaping.webAddress) {
      rows.append(("Web page", "<a href=\"\(url)\" rel=\"noopener noreferrer\">\(url)</a>"))
    }
    if let year = program.lastListed {
      rows.append(("Last listed", "\(String(year))"))
    }
    for (kind, figure) in desk.imported[program.code].all {
      rows.append((kind.displayName, "\(Self.text(figure.value)) (\(figure.origin.displayText))"))
    }
    let source = program.citation
    let trust = source.trust.map { "; trust \($0)" } ?? ""
    let title: Markup =
      HTMLEscaping.webAddress(source.url).map {
        "<a href=\"\($0)\" rel=\"noopener noreferrer\">\(source.title)</a>"
      } ?? "\(source.title)"
    rows.append(("Source", "\(title) (\(source.year)\(trust))"))
    let items = rows.markup { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }
    return """
      <section class="section" id="facts" aria-labelledby="facts-title">
      <h2 id="facts-title">Facts</h2>
      <dl class="facts">\(items)</dl>
      \(fillHistory)<p class="muted small">Score cut-offs, visa policy and interview figures of \
      single programs are not published in a form that may be passed on; add your own on the command \
      line (smartpick programs import).</p></section>

      """
  }

  private static func text(_ value: FigureValue) -> String {
    switch value {
    case .number(let number): FormLayout.number(number)
    case .visas(let visas): visas.map(\.rawValue).joined(separator: ", ")
    case .text(let text): text
    }
  }

  private var fillHistory: Markup {
    guard !program.fillHistory.isEmpty else { return "" }
    let rows = program.fillHistory.markup { fill in
      let share = fill.offered > 0 ? Double(fill.filled) / Double(fill.offered) : 0
      return """
        <tr><th scope="row">\(String(fill.year))</th><td class="number">\(fill.offered)</td>\
        <td class="number">\(fill.filled)</td><td class="number">\
        \(fill.offered > 0 ? NumberText.percent(share) : "–")</td></tr>

        """
    }
    return """
      <div class="scroll" role="region" aria-label="Positions by year" tabindex="0"><table><caption>\
      Positions by year of the Match</caption><thead><tr><th scope="col">Year</th>\
      <th scope="col" class="number">Offered</th><th scope="col" class="number">Filled</th>\
      <th scope="col" class="number">Share</th></tr></thead><tbody>\(rows)</tbody></table></div>

      """
  }

  private var neighbours: Markup {
    let others = desk.directory.programs(atInstitutionOf: program)
      .filter { $0.code != program.code }
    guard !others.isEmpty else { return "" }
    let items = others.prefix(40).markup { other in
      """
      <li><a href="/programs/\(other.code)">\(other.name)</a> <span class="muted small">\
      \(other.code), \(other.track.rawValue)</span></li>

      """
    }
    return """
      <section class="section" aria-labelledby="others-title"><h2 id="others-title">Others at this \
      institution</h2><ul class="points">\(items)</ul></section>

      """
  }

  private var back: Markup {
    guard let fileText else { return "" }
    return """
      <form method="post" action="/advice#list"><input type="hidden" name="file" value="\(fileText)">
      <p class="actions"><button class="button quiet" type="submit">Back to the advice</button></p>
      </form>

      """
  }
}
