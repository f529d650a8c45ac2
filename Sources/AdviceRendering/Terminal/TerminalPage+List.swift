import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

extension TerminalPage {
  /// Chances by specialty, and what correlation does.
  mutating func odds(_ odds: Odds) {
    heading(ReportSection.odds.title)
    let table = TerminalTable(
      [
        .init(title: "", width: 0),
        .init(title: "applied", width: 7, isRightAligned: true, isOptional: true),
        .init(title: "interviews", width: 10, isRightAligned: true, isOptional: true),
        .init(title: "match", width: 7, isRightAligned: true),
      ], in: width)
    line(style.paint(table.header, .muted))
    for part in odds.bySpecialty {
      line(
        table.row(
          [
            part.specialty.name, NumberText.grouped(part.applications),
            NumberText.fixed(part.expectedInterviews, decimals: 1), IntervalText.chance(part.match),
          ]))
    }
    let applications = odds.bySpecialty.reduce(0) { $0 + $1.applications }
    if odds.bySpecialty.count > 1 {
      line(
        table.row(
          [
            "Anywhere on the list", NumberText.grouped(applications),
            IntervalText.number(odds.expectedInterviews), IntervalText.chance(odds.match),
          ]))
    }
    blank()
    paragraph(odds.correlationSentence)
    for caveat in odds.caveats { bullet(caveat, role: .muted) }
  }

  /// The list by group, the first programs of each.
  mutating func list(_ list: ProgramList, rows: Int) {
    guard !list.programs.isEmpty else {
      heading(ReportSection.list.title)
      paragraph("No program can be listed within these limits.")
      for limit in list.limits { bullet(limit) }
      return
    }
    heading(
      "\(ReportSection.list.title): \(NumberText.count(list.programs.count, "program")), "
        + NumberText.dollars(list.fees))
    paragraph(list.groupDefinition, role: .muted)
    let table = TerminalTable(
      [
        .init(title: "code", width: 9, isOptional: true),
        .init(title: "institution", width: 0), .init(title: "st", width: 2, isOptional: true),
        .init(title: "asks", width: 5, isRightAligned: true, isOptional: true),
        .init(title: "signal", width: 6, isOptional: true),
        .init(title: "interview", width: 9, isRightAligned: true),
        .init(title: "takes you", width: 9, isRightAligned: true),
      ], in: width)
    blank()
    line(style.paint(table.header, .muted))
    let showsPrograms = Set(list.programs.map(\.specialty)).count > 1
    for group in ProgramList.Group.allCases {
      let members = list.programs.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      let quota = ListExcerpt.quota(members.count, of: list.programs.count, rows: rows)
      line("  " + style.paint("\(Labels.name(group)) (\(members.count))", .strong))
      for entry in members.prefix(quota) { programRow(entry, table, showsPrograms) }
      if members.count > quota {
        paragraph(
          "…and \(members.count - quota) more; all of them with --csv or --html", role: .muted)
      }
    }
    paragraph(
      "asks: how many of 100 programs of the specialty ask for a less strong file, as far as public "
        + "figures tell. interview: chance of an invitation with that signal. takes you: chance that "
        + "the program would take you, if you apply and rank it. Both as 80% intervals.",
      role: .muted)
    alike(list)
    reasons(list)
    listQuality(list)
  }

  private mutating func programRow(
    _ entry: ProgramList.Entry, _ table: TerminalTable, _ showsPrograms: Bool
  ) {
    let signal = entry.signal == .none ? "" : Labels.name(entry.signal)
    line(
      table.row(
        [
          entry.code, entry.institution, entry.state ?? "",
          NumberText.fixed(entry.standing.percentile), signal,
          IntervalText.chance(entry.interview), IntervalText.chance(entry.match),
        ]))
    let name = Labels.programLine(entry)
    if showsPrograms || name != entry.specialty.name {
      let start = table.start(of: 1)
      let text = PlainText.truncated(name, columns: width - start)
      line(String(repeating: " ", count: start) + style.paint(text, .muted))
    }
  }

  /// Programs that we cannot tell apart.
  private mutating func alike(_ list: ProgramList) {
    guard !list.alike.isEmpty else { return }
    subheading("Programs that look alike to us")
    for group in list.alike { bullet(ListText.alike(group)) }
    if let advice = list.alikeAdvice { paragraph(advice) }
  }

  private mutating func reasons(_ list: ProgramList) {
    let explained = list.programs.filter { !$0.reasons.isEmpty }.prefix(3)
    guard !explained.isEmpty else { return }
    subheading("Why, for the three that add most (points: +7 doubles the odds, −7 halves them)")
    for entry in explained {
      let parts = entry.reasons.prefix(4).map {
        "\(NumberText.signed($0.points, decimals: 1)) \($0.text)"
      }
      bullet("\(entry.institution): \(parts.joined(separator: "; "))")
    }
  }

  private mutating func listQuality(_ list: ProgramList) {
    blank()
    row("Considered", NumberText.count(list.considered, "program"))
    if !list.limits.isEmpty { row("Limits", list.limits.joined(separator: "; ")) }
    if let balance = list.balance { row("Aim", balance) }
    row("How good it is", ListText.quality(list))
    ruledOut(list.ruledOut)
  }

  /// Programs ruled out, told by reason: many share one.
  private mutating func ruledOut(_ programs: [ProgramList.RuledOut]) {
    var reasons: [String] = []
    var names: [String: [String]] = [:]
    for program in programs {
      let reason = program.reasons.map(PlainText.withoutPeriod).joined(separator: "; ")
      if names[reason] == nil { reasons.append(reason) }
      names[reason, default: []].append(program.program)
    }
    for reason in reasons.prefix(6) {
      let members = names[reason] ?? []
      let shown = members.prefix(2).joined(separator: "; ")
      let more = members.count > 2 ? "; and \(members.count - 2) more" : ""
      row("Ruled out", "\(reason): \(shown)\(more)")
    }
    if reasons.count > 6 { row("", "…and for other reasons; see --html") }
  }

  /// Who gets which signal, and what it is worth.
  mutating func signals(_ plan: SignalPlan) {
    guard !plan.rules.isEmpty || !plan.spends.isEmpty else { return }
    heading(ReportSection.signals.title)
    for rule in plan.rules {
      row(
        rule.specialty.name, "\(SignalText.allowance(rule)) (\(rule.season), trust \(rule.trust))")
    }
    guard !plan.spends.isEmpty else { return }
    if let sentence = plan.sentence { paragraph(sentence) }
    let table = TerminalTable(
      [
        .init(title: "program", width: 0), .init(title: "tier", width: 6),
        .init(title: "without", width: 7, isRightAligned: true, isOptional: true),
        .init(title: "with", width: 5, isRightAligned: true, isOptional: true),
        .init(title: "adds", width: 9, isRightAligned: true),
      ], in: width)
    blank()
    line(style.paint(table.header, .muted))
    for spend in plan.spends.prefix(12) {
      line(
        table.row(
          [
            spend.program, Labels.name(spend.tier), NumberText.percent(spend.interviewWithout),
            NumberText.percent(spend.interviewWith),
            "\(NumberText.signed(spend.worth, decimals: 2)) pt",
          ]))
    }
    if plan.spends.count > 12 {
      paragraph("…and \(plan.spends.count - 12) more; all of them with --html", role: .muted)
    }
    paragraph(
      "without, with: chance of an interview. adds: points to the list, its worth and chance together.",
      role: .muted)
  }

  /// The chance of matching against the number of applications, as a small chart.
  mutating func returns(_ returns: DiminishingReturns) {
    guard returns.points.count > 1 else { return }
    heading(ReportSection.returns.title)
    paragraph(returns.sentence)
    blank()
    for row in TerminalCurve(returns, width: width - 2).lines {
      line("  " + row)
    }
    guard let enough = returns.points.last(where: { $0.applications <= returns.enough }) else {
      return
    }
    paragraph(
      "▲ \(NumberText.count(returns.enough, "application")): "
        + "\(NumberText.dollars(enough.dollars)), about "
        + "\(NumberText.fixed(enough.expectedInterviews)) interviews.", role: .muted)
  }

  /// The list at hand, and its repairs.
  mutating func currentList(_ list: CurrentList, recommended: Interval?) {
    heading(ReportSection.currentList.title)
    paragraph(list.sentence)
    row("Programs", "\(NumberText.grouped(list.programs)), \(NumberText.dollars(list.fees))")
    row("Chance of matching", IntervalText.chanceSentence(list.match))
    if let recommended {
      row("With the list above", IntervalText.chanceSentence(recommended))
    }
    row("Interviews expected", NumberText.fixed(list.expectedInterviews, decimals: 1))
    changes(list.add, title: "Add these safer programs", verb: "adds", money: "costs")
    changes(list.drop, title: "Drop these", verb: "loses", money: "saves")
  }

  private mutating func changes(
    _ changes: [CurrentList.Change], title: String, verb: String, money: String
  ) {
    guard !changes.isEmpty else { return }
    subheading(title)
    for change in changes {
      bullet(
        "\(change.program) (\(change.code), \(change.group.rawValue)): interview "
          + "\(NumberText.percent(change.interview)); \(verb) "
          + "\(NumberText.fixed(abs(change.gain), decimals: 2)) points, \(money) "
          + NumberText.dollars(abs(change.dollars)))
    }
  }

  /// Courses of action side by side.
  mutating func scenarios(_ scenarios: [Scenario]) {
    guard !scenarios.isEmpty else { return }
    heading(ReportSection.scenarios.title)
    let bar = min(30, max(12, width - 46))
    for scenario in scenarios {
      subheading(scenario.name)
      line(
        "  " + TerminalBars.range(scenario.match, width: bar, style: style)
          + "  \(IntervalText.chance(scenario.match)) anywhere")
      paragraph(
        "First choice \(NumberText.aboutPercent(scenario.matchInFirstChoice)), "
          + "\(NumberText.fixed(scenario.expectedInterviews, decimals: 1)) interviews, "
          + "\(NumberText.dollars(scenario.fees)). \(scenario.remark)")
    }
  }
}
