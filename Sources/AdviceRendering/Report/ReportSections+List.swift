import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

extension ReportSections {
  /// The list: strips, a map, every program with its reasons, and what was ruled out.
  var list: Markup {
    let list = advice.list
    guard !list.programs.isEmpty else {
      return "<p>No program can be listed within these limits.</p>\n"
        + Elements.points(list.limits)
    }
    var markup = Elements.facts(
      ProgramList.Group.allCases.map { group in
        (Labels.name(group), "\(list.programs.count { $0.group == group })")
      } + [("Fees", "\(NumberText.dollars(list.fees))")], style: "tiles")
    markup += "<p class=\"muted\">\(list.groupDefinition)</p>\n"
    markup += Elements.figure("list-strips") { ListChart(list).chart(id: $0, width: $1) }
    let map = StateMapChart(list)
    if !map.isEmpty {
      markup += Elements.figure("list-map") { map.chart(id: $0, width: $1) }
    }
    markup += programTable
    if !list.alike.isEmpty {
      markup += "<h3>Programs that look alike to us</h3>\n"
      markup += Elements.points(list.alike.map(ListText.alike))
      if let advice = list.alikeAdvice { markup += "<p>\(advice)</p>\n" }
    }
    markup += quality(list)
    return markup
  }

  private var programTable: Markup {
    let view = listTools?.view ?? ListView()
    let shown = view.programs(of: advice.list)
    let controls = listTools?.controls ?? ""
    guard !shown.isEmpty else {
      return controls + "<p>No program of the list has these words and this group.</p>\n"
    }
    let body = view.isGrouped ? groups : shown.markup(program)
    return controls + table(body)
  }

  private var groups: Markup {
    ProgramList.Group.allCases.markup { group in
      let members = advice.list.programs.filter { $0.group == group }
      guard !members.isEmpty else { return "" }
      return """
        <tbody class="group"><tr><th colspan="7" scope="rowgroup">\(Labels.name(group)), \
        \(NumberText.count(members.count, "program"))</th></tr></tbody>
        \(members.markup(program))
        """
    }
  }

  private func table(_ body: Markup) -> Markup {
    """
    <div class="scroll long" role="group" aria-label="The list, program by program" tabindex="0">\
    <table class="programs"><caption>Every program of the list, the one that \
    adds most first in each group. Asks: how many of 100 programs of the specialty ask for a less \
    strong file, as far as public figures tell. Chances are 80% intervals. Interview: an invitation, with that \
    signal. Takes you: would take you, if you apply and rank it. Adds: points that the \
    list loses without it, its worth and its chance together.</caption>
    <thead><tr><th scope="col">Program</th><th scope="col" class="number optional">Asks</th>\
    <th scope="col" class="optional">Signal</th>\
    <th scope="col" class="number">Interview</th><th scope="col" class="number">Takes you</th>\
    <th scope="col" class="number optional">Adds</th>\
    <th scope="col" class="number optional">Fee</th></tr></thead>
    \(body)</table></div>

    """
  }

  /// One program: a row of figures and a row of reasons.
  private func program(_ entry: ProgramList.Entry) -> Markup {
    let institution = PlainText.singleLine(entry.institution)
    let name: Markup =
      listTools.map { tools in
        """
        <button type="submit" class="name-button" form="\(tools.programForm)" \
        formaction="/programs/\(entry.code)">\(institution)</button>
        """
      } ?? "\(institution)"
    let line = Labels.programLine(entry)
    // A plain program of the only specialty needs no name beside its institution's.
    let isPlain = line == entry.specialty.name && advice.odds.bySpecialty.count == 1
    let about = [isPlain ? "" : line, Labels.place(entry), entry.code].filter { !$0.isEmpty }
    return """
      <tbody class="program" data-code="\(entry.code)" data-group="\(entry.group.rawValue)">
      <tr><th scope="row">\(name) <span class="sub small">\(about.joined(separator: " · "))</span>\
      \(badge(entry, style: " narrow"))</th>\
      <td class="number optional">\(NumberText.fixed(entry.standing.percentile))</td>\
      <td class="optional">\(badge(entry, style: ""))</td>\
      <td class="number">\(IntervalText.chance(entry.interview))\
      \(Elements.miniRange(entry.interview))</td>\
      <td class="number">\(IntervalText.chance(entry.match))\(Elements.miniRange(entry.match))</td>\
      <td class="number optional">\(NumberText.fixed(entry.contribution * 100, decimals: 2))</td>\
      <td class="number optional">\(NumberText.dollars(entry.fee))</td></tr>
      <tr class="why"><td colspan="7"><details><summary>Why\
      <span class="hidden-visually"> these chances at \(institution)</span></summary>\
      \(why(entry))</details></td></tr>
      </tbody>

      """
  }

  private func badge(_ entry: ProgramList.Entry, style: String) -> Markup {
    guard entry.signal != .none else { return "" }
    return """
      <span class="badge \(entry.signal.rawValue)\(style)">\(Labels.name(entry.signal))</span>
      """
  }

  private func why(_ entry: ProgramList.Entry) -> Markup {
    let reasons = entry.reasons.markup { reason in
      """
      <li><span class="points-of">\(NumberText.signed(reason.points, decimals: 1))</span> \
      \(reason.text)</li>
      """
    }
    let list: Markup = reasons.isEmpty ? "" : "<ul>\(reasons)</ul>"
    var known = entry.facts
    if entry.signal != .none { known.append("signal to spend: \(Labels.name(entry.signal))") }
    if entry.usesImportedFigures { known.append("figures of your own went into this estimate") }
    known.append(
      "chance of ending up there, with the list ranked by preference: "
        + NumberText.percent(entry.matchWithinList))
    known.append("your preference for it: \(NumberText.fixed(entry.utility * 100)) of 100")
    return """
      \(list)<p class="muted small">\(PlainText.capitalized(known.joined(separator: "; "))).</p>
      """
  }

  private func quality(_ list: ProgramList) -> Markup {
    var rows: [(String, Markup)] = [
      ("Considered", "\(NumberText.count(list.considered, "program"))")
    ]
    if !list.limits.isEmpty {
      rows.append(("Limits", "\(list.limits.joined(separator: "; "))"))
    }
    if let balance = list.balance { rows.append(("Aim", "\(balance)")) }
    rows.append(("How good it is", "\(PlainText.capitalized(ListText.quality(list)))"))
    rows.append(
      (
        "Points in the reasons",
        "Tenths of the log-odds of an interview: +7 doubles the odds, −7 halves them."
      ))
    var markup = Elements.facts(rows)
    if !list.ruledOut.isEmpty {
      let items = list.ruledOut.markup { ruledOut in
        """
        <li>\(ruledOut.program) <span class="muted">(\(ruledOut.code)): \
        \(ruledOut.reasons.joined(separator: "; "))</span></li>

        """
      }
      markup += Elements.fold(
        "\(NumberText.count(list.ruledOut.count, "program")) ruled out, and why", prints: true,
        "<ul class=\"points\">\(items)</ul>")
    }
    return markup
  }

  /// Who gets which signal, and what it is worth.
  var signals: Markup {
    let plan = advice.signals
    guard !plan.rules.isEmpty || !plan.spends.isEmpty else { return "" }
    var markup = Elements.facts(
      plan.rules.map { rule in
        (
          rule.specialty.name,
          """
          \(SignalText.allowance(rule)) (\(rule.season); trust \
          \(TrustText.explained(rule.trust)))
          """
        )
      })
    if let sentence = plan.sentence { markup += "<p>\(sentence)</p>\n" }
    let chart = SignalChart(plan)
    guard !chart.isEmpty else { return markup }
    markup += Elements.figure(
      "signals",
      caption: "pt: points that the signal adds to the list, its worth and its chance together"
    ) { chart.chart(id: $0, width: $1) }
    let table = Elements.table(
      caption: "Signals, the most valuable first",
      [
        .init(title: "Program"), .init(title: "Tier"),
        .init(title: "Without", isNumber: true, isOptional: true),
        .init(title: "With", isNumber: true), .init(title: "Adds", isNumber: true),
      ],
      plan.spends.map { spend in
        [
          "\(spend.program) <span class=\"muted small\">\(spend.code)</span>",
          "\(Labels.name(spend.tier))", "\(NumberText.percent(spend.interviewWithout))",
          "\(NumberText.percent(spend.interviewWith))",
          "\(NumberText.fixed(spend.worth, decimals: 2)) pt",
        ]
      })
    return markup + Elements.fold("Every signal as a table", table)
  }
}
