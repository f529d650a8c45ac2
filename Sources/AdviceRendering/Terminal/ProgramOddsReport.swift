public import Advising
import MatchFacts
import ScoreReading

/// Every program of a file's specialties as a table for a terminal: the answer of
/// `smartpick programs odds`.
public struct ProgramOddsReport: Sendable {
  let answer: ProgramOddsAnswer
  let limit: Int

  /// A report on the first programs of an answer, in its order.
  public init(_ answer: ProgramOddsAnswer, limit: Int) {
    self.answer = answer
    self.limit = limit
  }

  /// The report's lines.
  public func text(width: Int = 80, style: TerminalStyle = .plain) -> String {
    var page = TerminalPage(width: width, style: style)
    let shown = answer.programs.prefix(limit)
    guard !shown.isEmpty else {
      page.paragraph("The directory has no program of these specialties.", indent: 0)
      return page.text
    }
    let hasSignals = answer.programs.contains { $0.interview.signaled != nil }
    let table = Self.table(width: page.width, hasSignals: hasSignals)
    page.line(style.paint(table.header, .muted))
    let showsSpecialty = Set(answer.programs.map(\.specialty)).count > 1
    for odds in shown { Self.row(odds, table, hasSignals, showsSpecialty, &page) }
    page.blank()
    page.paragraph(closing(shown: shown.count), indent: 0)
    page.paragraph(
      "asks: how many of 100 programs of the specialty ask for a less strong file. interview, takes "
        + "you: chances without a signal, as 80% intervals"
        + (hasSignals ? "; signaled: an interview with the strongest signal" : "")
        + ". group: by the chance of an interview without a signal.",
      indent: 0, role: .muted)
    return page.text
  }

  private static func table(width: Int, hasSignals: Bool) -> TerminalTable {
    var columns: [TerminalTable.Column] = [
      .init(title: "code", width: 9),
      .init(title: "institution", width: 0),
      .init(title: "asks", width: 4, isRightAligned: true, isOptional: true),
      .init(title: "interview", width: 9, isRightAligned: true),
    ]
    if hasSignals {
      columns.append(.init(title: "signaled", width: 8, isRightAligned: true, isOptional: true))
    }
    columns += [
      .init(title: "takes you", width: 9, isRightAligned: true, isOptional: true),
      .init(title: "group", width: 6, isOptional: true),
      .init(title: "st", width: 2, isOptional: true),
    ]
    return TerminalTable(columns, in: width, flexible: 20)
  }

  private static func row(
    _ odds: ProgramOdds, _ table: TerminalTable, _ hasSignals: Bool, _ showsSpecialty: Bool,
    _ page: inout TerminalPage
  ) {
    func chance(_ interval: Interval?) -> String {
      guard odds.isEligible else { return "–" }
      return interval.map(IntervalText.chance) ?? ""
    }
    var cells = [
      odds.code, odds.institution,
      odds.standing.isKnown ? NumberText.fixed(odds.standing.percentile) : "–",
      chance(odds.interview.none),
    ]
    if hasSignals { cells.append(chance(odds.interview.signaled)) }
    cells += [chance(odds.match.none), odds.group?.rawValue ?? "out", odds.state ?? ""]
    page.line(table.row(cells))
    var about: [String] = []
    let name = Labels.programLine(odds.program, odds.track)
    if showsSpecialty || name != odds.specialty.name { about.append(name) }
    if !odds.isEligible {
      about.append("ruled out: " + odds.ruledOutBy.joined(separator: " "))
    }
    if !about.isEmpty {
      page.paragraph(about.joined(separator: "; "), indent: table.start(of: 1), role: .muted)
    }
  }

  private func closing(shown: Int) -> String {
    let all = answer.programs.count
    let out = answer.programs.count { !$0.isEligible }
    let ruledOut = out > 0 ? ", \(NumberText.grouped(out)) of them ruled out" : ""
    guard shown < all else { return "\(NumberText.count(all, "program"))\(ruledOut)." }
    return "\(NumberText.grouped(shown)) of \(NumberText.count(all, "program"))\(ruledOut): "
      + "\(NumberText.grouped(all - shown)) more with --limit \(all), or all of them with --csv."
  }
}
