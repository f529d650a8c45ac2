public import Advising
import ScoreReading

/// An advice as text for a terminal.
///
/// ```swift
/// let report = TerminalReport(advice, options: .init(width: 100, style: .ansi))
/// print(report.text(), terminator: "")
/// ```
/// Reads well at 80 columns; wraps to any width from 50. Text of the applicant's cannot send
/// control sequences to the terminal.
public struct TerminalReport: Sendable {
  /// How to print.
  public struct Options: Sendable, Hashable {
    /// Columns of the terminal, at least 50.
    public var width: Int
    /// Colour or none.
    public var style: TerminalStyle
    /// Programs shown of the list; the rest is counted.
    public var listRows: Int

    /// Options, by default 80 columns, no colour, 15 programs.
    public init(width: Int = 80, style: TerminalStyle = .plain, listRows: Int = 15) {
      self.width = width
      self.style = style
      self.listRows = listRows
    }
  }

  let advice: Advice
  let options: Options

  /// A report on this advice.
  public init(_ advice: Advice, options: Options = Options()) {
    self.advice = advice
    self.options = options
  }

  /// The report's lines, or those of some sections; sections with nothing to say are left out.
  public func text(_ sections: [ReportSection] = ReportSection.allCases) -> String {
    var page = TerminalPage(width: options.width, style: options.style)
    page.title(advice)
    for section in sections where !section.isOver(in: advice) { append(section, to: &page) }
    // A long report scrolls its own answer away: say it again where the reader's eyes end up.
    if sections.contains(.verdict) && page.lines.count > 60 { page.recap(advice) }
    return page.text
  }

  private func append(_ section: ReportSection, to page: inout TerminalPage) {
    switch section {
    case .verdict: page.verdict(advice)
    case .exam:
      if let outlook = advice.examOutlook { page.examOutlook(outlook) }
    case .season:
      if let position = advice.position { page.season(position) }
    case .warnings: page.bullets(advice.warnings, under: section.title, mark: "!", role: .signal)
    case .trend:
      if let trend = advice.scoreTrend { page.trend(trend) }
    case .standing: page.standing(advice.standing)
    case .reading: page.reading(advice.reading)
    case .odds: page.odds(advice.odds)
    case .list: page.list(advice.list, rows: options.listRows)
    case .visa:
      if let visa = advice.visa { page.visa(visa) }
    case .signals: page.signals(advice.signals)
    case .returns: page.returns(advice.diminishingReturns)
    case .currentList:
      if let list = advice.currentList {
        page.currentList(
          list, recommended: advice.position?.isOwnList == true ? nil : advice.odds.match)
      }
    case .couple:
      if let couple = advice.couple { page.couple(couple) }
    case .scenarios: page.scenarios(advice.scenarios)
    case .explanation: page.explanation(advice.explanation)
    case .words: page.words(advice.words)
    case .plan: page.plan(advice.plan)
    case .questions: page.questions(advice.questions)
    case .perspective: page.bullets(advice.perspective, under: section.title)
    case .unknowns: page.unknowns(advice.unknowns)
    case .sources: page.sources(advice.sources, assumptions: advice.assumptions)
    }
  }
}
