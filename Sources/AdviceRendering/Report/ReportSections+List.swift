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
    if isPage {
      return markup + programTable + folded("On the map", map)
        + folded("Programs that look alike to us, and what would tell them apart", alike)
        + folded(
          "What the words mean, how good the list is, what was ruled out",
          "<p>\(list.groupDefinition)</p>\n<p>\(ProgramRows.caption)</p>\n" + quality(list))
    }
    markup += "<p class=\"muted\">\(list.groupDefinition)</p>\n"
    markup += Elements.figure("list-strips") { ListChart(list).chart(id: $0, width: $1) }
    markup += map + programTable
    if !list.alike.isEmpty { markup += "<h3>Programs that look alike to us</h3>\n" + alike }
    return markup + quality(list)
  }

  private func folded(_ summary: String, _ content: Markup) -> Markup {
    content.isEmpty ? "" : Elements.fold(summary, content)
  }

  private var map: Markup {
    let map = StateMapChart(advice.list)
    return map.isEmpty
      ? "" : Elements.figure("list-map") { map.chart(id: $0, width: $1) }
  }

  private var alike: Markup {
    guard !advice.list.alike.isEmpty else { return "" }
    let advice = advice.list.alikeAdvice.map { "<p>\($0)</p>\n" as Markup } ?? ""
    return Elements.points(self.advice.list.alike.map(ListText.alike)) + advice
  }

  private var programTable: Markup {
    let view = listTools?.view ?? ListView()
    let shown = view.programs(of: advice.list)
    let controls = listTools?.controls ?? ""
    guard !shown.isEmpty else {
      return controls + "<p>No program of the list has these words and this group.</p>\n"
    }
    let shared = SharedReasons(advice.list)
    let rows = ProgramRows(
      advice: advice, tools: listTools, shared: shared, alike: advice.list.alikePlaces)
    let body = view.isGrouped ? rows.grouped : shown.markup { rows.row($0, isExtra: false) }
    return controls + rows.table(body) + shared.markup
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
