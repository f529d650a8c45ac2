import Advising
import ApplicantFile
import MatchFacts

/// The list as a table: a row of figures and a folded row of reasons for each program.
struct ProgramRows {
  let advice: Advice
  let tools: ReportSections.ListTools?
  let shared: SharedReasons
  /// The group of look-alikes of a program, by code.
  let alike: [String: Int]

  /// Programs shown at first where the page can show the rest at a press.
  static let shownFirst = 10

  /// The programs under the headings of their groups.
  var grouped: Markup {
    ProgramList.Group.allCases.markup { group in
      let members = advice.list.programs.filter { $0.group == group }
      guard !members.isEmpty else { return "" }
      let first = quotas[group] ?? members.count
      return """
        <tbody class="group"><tr><th colspan="7" scope="rowgroup">\(Labels.name(group)), \
        \(NumberText.count(members.count, "program"))</th></tr></tbody>
        \(members.enumerated().markup { row($1, isExtra: tools != nil && $0 >= first) })
        """
    }
  }

  /// What the columns mean.
  static let caption: String =
    "Every program of the list, the one that adds most first in each group. Asks: how many of 100 "
    + "programs of the specialty ask for a less strong file, as far as public figures tell. Chances "
    + "are 80% intervals. Interview: an invitation, with that signal. Takes you: would take you, if "
    + "you apply and rank it. Adds: points that the list loses without it, its worth and its chance "
    + "together."

  /// How many of each group are among the first: its share of them, at least two where it has them.
  private var quotas: [ProgramList.Group: Int] {
    let total = advice.list.programs.count
    var quotas: [ProgramList.Group: Int] = [:]
    for group in ProgramList.Group.allCases {
      let members = advice.list.programs.count { $0.group == group }
      let share = (members * Self.shownFirst + total / 2) / max(1, total)
      quotas[group] = min(members, max(2, share))
    }
    while quotas.values.reduce(0, +) > Self.shownFirst,
      let longest = ProgramList.Group.allCases.max(by: { first, second in
        quotas[first, default: 0] < quotas[second, default: 0]
      })
    {
      quotas[longest, default: 1] -= 1
    }
    return quotas
  }

  /// The table around its rows.
  func table(_ body: Markup) -> Markup {
    """
    <div class="scroll long" role="group" aria-label="The list, program by program" tabindex="0">\
    <table class="programs"><caption>\(tools == nil ? "\(Self.caption)" : "Chances are 80% intervals.")\
    </caption>
    <thead><tr><th scope="col">Program</th><th scope="col" class="number optional">Asks</th>\
    <th scope="col" class="optional">Signal</th>\
    <th scope="col" class="number">Interview</th><th scope="col" class="number">Takes you</th>\
    <th scope="col" class="number optional">Adds</th>\
    <th scope="col" class="number optional">Fee</th></tr></thead>
    \(body)</table></div>

    """
  }

  /// One program.
  func row(_ entry: ProgramList.Entry, isExtra: Bool) -> Markup {
    let institution = PlainText.singleLine(entry.institution)
    let name: Markup =
      tools.map { tools in
        """
        <button type="submit" class="name-button" form="\(tools.programForm)" \
        formaction="/programs/\(entry.code)">\(institution)</button>
        """
      } ?? "\(institution)"
    let code = tools == nil ? entry.code : ""
    let about = [line(entry), Labels.place(entry), code].filter { !$0.isEmpty }
    let extra: Markup = isExtra ? " data-extra" : ""
    let group: Markup = alike[entry.code].map { " data-alike=\"\($0)\"" } ?? ""
    return """
      <tbody class="program" data-code="\(entry.code)" data-group="\(entry.group.rawValue)"\
      \(group)\(extra)>
      <tr><th scope="row">\(name)\(keptBadge(entry)) <span class="sub small">\
      \(about.joined(separator: " · "))</span>\(badge(entry, style: " narrow"))</th>\
      <td class="number optional">\(NumberText.fixed(entry.standing.percentile))</td>\
      <td class="optional">\(badge(entry, style: ""))</td>\
      <td class="number">\(IntervalText.chance(entry.interview))\
      \(Elements.miniRange(entry.interview))</td>\
      <td class="number">\(IntervalText.chance(entry.match))\(Elements.miniRange(entry.match))</td>\
      <td class="number optional">\(NumberText.fixed(entry.contribution * 100, decimals: 2))</td>\
      <td class="number optional">\(NumberText.dollars(entry.fee))</td></tr>
      <tr class="why"><td colspan="7"><details><summary>Why\
      <span class="hidden-visually"> these chances at \(institution)</span></summary>\
      \(why(entry))</details>\(actions(entry, institution))</td></tr>
      </tbody>

      """
  }

  /// The program's own name; of the only specialty no more than what differs from its name.
  private func line(_ entry: ProgramList.Entry) -> String {
    let line = Labels.programLine(entry)
    guard advice.odds.bySpecialty.count == 1, line.hasPrefix(entry.specialty.name) else {
      return line
    }
    let rest = line.dropFirst(entry.specialty.name.count)
    guard rest.first == " ", rest.dropFirst().first == "(", rest.last == ")" else {
      return rest.isEmpty ? "" : line
    }
    return String(rest.dropFirst(2).dropLast())
  }

  private func badge(_ entry: ProgramList.Entry, style: String) -> Markup {
    guard entry.signal != .none else { return "" }
    return """
      <span class="badge \(entry.signal.rawValue)\(style)">\(Labels.name(entry.signal))</span>
      """
  }

  private func isKept(_ entry: ProgramList.Entry) -> Bool {
    tools?.kept.contains(entry.code) == true
  }

  private func keptBadge(_ entry: ProgramList.Entry) -> Markup {
    isKept(entry) ? " <span class=\"badge kept\">kept</span>" : ""
  }

  /// Keeping a program whatever the limits, dropping it, and choosing it for a comparison.
  private func actions(_ entry: ProgramList.Entry, _ institution: String) -> Markup {
    guard let tools else { return "" }
    func button(_ name: String, _ word: String) -> Markup {
      """
      <button class="act" form="\(tools.programForm)" name="\(name)" value="\(entry.code)" \
      aria-label="\(word) \(institution)">\(word)</button>
      """
    }
    let keep = isKept(entry) ? button("list.free", "Let go") : button("list.keep", "Keep")
    return """
      <span class="acts">\(keep)\(button("list.drop", "Drop"))<label class="act">\
      <input type="checkbox" form="\(tools.programForm)" name="compare" value="\(entry.code)" \
      aria-label="Compare \(institution)">Compare</label></span>
      """
  }

  private func why(_ entry: ProgramList.Entry) -> Markup {
    let reasons = shared.own(entry).markup(SharedReasons.item)
    let list: Markup = reasons.isEmpty ? "" : "<ul class=\"reasons\">\(reasons)</ul>"
    var known = tools == nil ? [] : ["code \(entry.code)"]
    known += entry.facts
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
}
