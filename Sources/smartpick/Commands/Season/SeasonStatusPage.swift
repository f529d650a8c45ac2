import SeasonLog

/// A season's status on the terminal.
enum SeasonStatusPage {
  static func lines(_ answer: SeasonAnswer, events: [CountedEvent]) -> [String] {
    var lines = ["The \(answer.match) Match, as of \(answer.asOf)", ""]
    if answer.programs.isEmpty {
      lines.append("Nothing is logged by this day yet: smartpick season add PROGRAM applied")
    } else {
      let words: [(SeasonEvent.Kind, String)] = [
        (.applied, "applied to"), (.signaled, "signaled"), (.interview, "invited by"),
        (.waitlisted, "waitlisted by"), (.rejected, "turned down by"),
        (.interviewed, "interviewed at"),
        (.declined, "declined"), (.withdrawn, "withdrawn from"),
      ]
      let said = words.compactMap { kind, text in
        answer.counts[kind.rawValue].flatMap { $0 > 0 ? "\(text) \($0)" : nil }
      }
      lines.append("Programs: " + said.joined(separator: ", ") + ".")
      let silent = answer.programs.count { $0.state == .applied }
      if silent > 0 { lines.append("Not a word yet from \(silent); many programs never answer.") }
      lines.append("")
      let numbers = Dictionary(grouping: events, by: \.event.program)
      for entry in answer.programs {
        let name =
          entry.institution.map { "\($0), \(entry.specialty ?? "")" } ?? "not in the directory"
        let signal = entry.signal == "none" ? "" : ", signal \(entry.signal)"
        lines.append(PageText.harmless("\(entry.code)  \(name): \(entry.state.rawValue)\(signal)"))
        let told = (numbers[entry.code] ?? []).filter { $0.event.day <= answer.asOf }.map {
          "\($0.id) \($0.event.kind.rawValue) \($0.event.day)"
            + ($0.event.text.map { " (\($0))" } ?? "")
        }
        lines.append(PageText.harmless("  " + told.joined(separator: "; ")))
      }
    }
    if !answer.next.isEmpty {
      lines += ["", "What comes next:"]
      lines += answer.next.prefix(6).map { PageText.harmless("  \($0.date)  \($0.text)") }
    }
    return lines
  }
}
