import Advising
import MatchFacts
import SeasonLog

/// A season's status on the terminal.
struct SeasonStatusPage {
  /// Programs shown without being asked for all.
  private static let most = 40

  let answer: SeasonAnswer
  let events: [CountedEvent]
  let showsAll: Bool

  var lines: [String] {
    var lines = ["The \(answer.match) Match, as of \(answer.asOf)", ""]
    if answer.programs.isEmpty {
      lines.append("Nothing is logged by this day yet: smartpick season add PROGRAM applied")
    } else {
      lines += PageText.wrapped(counts)
      lines += oddsLines
      lines += heardBack
      lines += programLines
    }
    lines += nextLines
    if !answer.warnings.isEmpty {
      lines += ["", "Worth a look:"]
      lines += answer.warnings.flatMap { bullet($0) }
    }
    return lines.map { PageText.harmless($0) }
  }

  private var counts: String {
    let words: [(SeasonEvent.Kind, String)] = [
      (.applied, "applied to"), (.signaled, "signaled"), (.interview, "invited by"),
      (.waitlisted, "waitlisted by"), (.rejected, "turned down by"),
      (.interviewed, "interviewed at"), (.declined, "declined"), (.withdrawn, "withdrawn from"),
    ]
    let said = words.compactMap { kind, text in
      answer.counts[kind.rawValue].flatMap { $0 > 0 ? "\(text) \($0)" : nil }
    }
    let silent = answer.programs.count { $0.state == .applied }
    let log = said.isEmpty ? "none logged yet" : said.joined(separator: ", ")
    return "Programs: \(log)."
      + (silent > 0 ? " Not a word yet from \(silent); many programs never answer." : "")
  }

  private var oddsLines: [String] {
    guard let odds = answer.odds else { return [] }
    var lines = [""] + PageText.wrapped(odds.sentence)
    // Before programs have access there is nothing to tell of silence.
    let moves = answer.asOf >= firstDay ? answer.moved : []
    if !moves.isEmpty {
      lines += ["", "What moved the chance, in points:"]
      for move in moves {
        let text = PageText.wrapped(move.text, width: 70)
        for (index, line) in text.enumerated() {
          lines.append((index == 0 ? Self.signed(move.points) : "       ") + "  " + line)
        }
      }
    }
    return lines
  }

  /// The day on which programs have access.
  private var firstDay: CalendarDate {
    answer.weeks.first?.ending.adding(days: -6) ?? answer.asOf
  }

  /// Every program by week: what the calendar expects, and what came.
  private var heardBack: [String] {
    guard !answer.weeks.isEmpty else { return [] }
    var lines = ["", "Heard back, by week since programs had access:"]
    let ends = answer.weeks
    lines.append(
      String(repeating: " ", count: Self.nameWidth)
        + ends.map { String($0.ending.day).leftPadded(2) }.joined(separator: " "))
    for row in pictureRows {
      let name = row.name.prefix(Self.nameWidth - 2)
      var line = String(name) + String(repeating: " ", count: Self.nameWidth - name.count)
      for (week, end) in ends.enumerated() {
        let start = end.ending.adding(days: -6)
        line += cell(row.entry, from: start, to: end.ending, week: week, index: row.index) + " "
      }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    lines.append("  II invited, WL waitlist, NO rejected; of its invitations, by the calendar,")
    lines.append("  ·· fewer than half are out, == more than half, ## nearly all. Each week")
    lines.append("  ends on the day of the month above it.")
    if let now = ends.last(where: { $0.invitations != nil }), let got = now.invitations {
      lines.append(
        "  Invitations by \(now.ending): \(got); expected before any answer: "
          + Self.tenths(now.expected))
    }
    return lines
  }

  private static let nameWidth = 24

  /// The programs of the picture; those that are silent in the same way share a line unless all are
  /// asked for.
  private var pictureRows: [(name: String, entry: SeasonAnswer.Entry, index: Int)] {
    var rows: [(name: String, entry: SeasonAnswer.Entry, index: Int)] = []
    var groups: [String: Int] = [:]
    var counts: [Int: Int] = [:]
    for (index, entry) in self.rows {
      let isAlone = showsAll || entry.state != .applied
      let key = "\(entry.signal != "none") \(entry.specialty ?? "")"
      if !isAlone, let known = groups[key] {
        counts[known, default: 1] += 1
        continue
      }
      if !isAlone { groups[key] = rows.count }
      rows.append((entry.institution ?? entry.code, entry, index))
    }
    for (row, count) in counts {
      let entry = rows[row].entry
      rows[row].name =
        "\(count) silent" + (entry.signal == "none" ? "" : ", signaled")
        + (groups.count > 2 ? ", \(entry.specialty ?? "")" : "")
    }
    return rows
  }

  private func cell(
    _ entry: SeasonAnswer.Entry, from start: CalendarDate, to end: CalendarDate, week: Int,
    index: Int
  ) -> String {
    func isIn(_ kind: SeasonEvent.Kind) -> Bool {
      entry.days[kind.rawValue].map { $0 >= start && $0 <= end } ?? false
    }
    if isIn(.interview) { return "II" }
    if isIn(.rejected) { return "NO" }
    if isIn(.waitlisted) { return "WL" }
    let heard = ["interview", "accepted", "interviewed", "declined", "rejected"]
      .compactMap { entry.days[$0] }.min()
    if let heard, heard < start { return "  " }
    guard start <= answer.asOf else { return "  " }
    let out = answer.weeks[week].out.indices.contains(index) ? answer.weeks[week].out[index] : 0
    return out >= 0.9 ? "##" : out >= 0.5 ? "==" : "··"
  }

  private var rows: [(Int, SeasonAnswer.Entry)] {
    let all = Array(answer.programs.enumerated()).map { ($0.offset, $0.element) }
    guard !showsAll else { return all }
    // Those with an answer first: what is left out is silence.
    let told = all.filter { $0.1.state != .applied }
    let silent = all.filter { $0.1.state == .applied }.sorted {
      ($0.1.invited ?? 0, $1.1.code) > ($1.1.invited ?? 0, $0.1.code)
    }
    return told + silent
  }

  private var programLines: [String] {
    var lines = ["", "Programs (the number of an event undoes or edits it):"]
    let numbers = Dictionary(grouping: events, by: \.event.program)
    let shown = showsAll ? rows : Array(rows.prefix(Self.most))
    for (_, entry) in shown {
      let name =
        entry.institution.map { "\($0), \(entry.specialty ?? "")" } ?? "not in the directory"
      let signal = entry.signal == "none" ? "" : ", signal \(entry.signal)"
      var line = "\(entry.code)  \(name): \(entry.state.rawValue)\(signal)"
      if let chance = entry.invited, entry.state == .applied || entry.state == .waitlisted {
        line += "; may still invite: \(Self.percent(chance))"
      }
      lines.append(line)
      let told = (numbers[entry.code] ?? []).filter { $0.event.day <= answer.asOf }.map {
        "\($0.id) \($0.event.kind.rawValue) \($0.event.day)"
          + ($0.event.text.map { " (\($0))" } ?? "")
      }
      if !told.isEmpty { lines.append("  " + told.joined(separator: "; ")) }
    }
    if shown.count < answer.programs.count {
      lines.append("… and \(answer.programs.count - shown.count) more: --all shows them")
    }
    return lines
  }

  private var nextLines: [String] {
    var lines: [String] = []
    let steps = answer.next.filter { $0.kind == .step }
    if !steps.isEmpty {
      lines += ["", "What to do next:"]
      for step in steps {
        lines += bullet(step.text)
        lines += PageText.wrapped(step.why ?? "", width: 74).map { "    " + $0 }
      }
    }
    let dates = answer.next.filter { $0.kind == .date }
    if !dates.isEmpty {
      lines += ["", "Dates to come:"]
      lines += dates.prefix(6).map { "  \($0.date.map(\.description) ?? "")  \($0.text)" }
    }
    return lines
  }

  private func bullet(_ text: String) -> [String] {
    PageText.wrapped(text, width: 74).enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
  }

  /// "  +5.2", "  −0.3", "   0.0".
  private static func signed(_ points: Double) -> String {
    let tenths = Int((abs(points) * 10).rounded())
    let sign = tenths == 0 ? "" : points < 0 ? "−" : "+"
    return "\(sign)\(tenths / 10).\(tenths % 10)".leftPadded(7)
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func percent(_ share: Double) -> String {
    if share > 0, share < 0.005 { return "less than 1%" }
    return "\(Int((100 * share).rounded()))%"
  }
}

/// Which interviews to keep, on the terminal.
enum SeasonKeepPage {
  static func lines(_ answer: SeasonAnswer) -> [String] {
    guard let keep = answer.keep else {
      return ["Fewer than two interviews are in the log by \(answer.asOf): keep what you have."]
    }
    let names = Dictionary(
      answer.programs.map { ($0.code, "\($0.institution ?? $0.code), \($0.specialty ?? "")") }
    ) { $1 }
    var lines = PageText.wrapped(keep.sentence)
    if let attend = keep.attend {
      let over = keep.decline.count
      lines += PageText.wrapped(
        over == 0
          ? "You can attend \(attend): nothing to decline."
          : "You can attend \(attend): decline the \(over == 1 ? "one" : "\(over)") marked below.")
    }
    lines += ["", "To give up, cheapest first; each after those above it:"]
    lines.append("           chance, points   expected place, %")
    for price in keep.prices {
      let mark = keep.decline.contains(price.code) ? "decline" : "       "
      lines.append(
        "  \(mark)  \(tenths(price.points).leftPadded(12))  \(tenths(price.worth).leftPadded(17))   "
          + (names[price.code] ?? price.code))
    }
    if !keep.published.isEmpty {
      lines += ["", "Published, for people of all files:"]
      lines += keep.published.map { "  " + $0 }
    }
    return lines.map { PageText.harmless($0) }
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((max(0, value) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
