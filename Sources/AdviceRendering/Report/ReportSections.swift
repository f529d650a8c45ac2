public import Advising
import ScoreReading

/// The sections of a report as pieces of HTML, for the report file and for the page.
///
/// Each piece is a `<section>` with its heading and an identifier (``ReportSection/anchor``), styled
/// by ``ReportStyle/page``. All text is escaped; there are no scripts and no `style` attributes.
public struct ReportSections: Sendable {
  /// What a page adds to the list that a file cannot have.
  public struct ListTools: Sendable {
    /// What is shown.
    public var view: ListView
    /// Controls of the view, above the table.
    public var controls: Markup
    /// Identifier of the form that a program's name submits, to `/programs/CODE`, and its buttons to
    /// the form's own address.
    public var programForm: String
    /// Codes of the programs that must stay on the list.
    public var kept: Set<String>

    /// The tools of one page.
    public init(view: ListView, controls: Markup, programForm: String, kept: Set<String>) {
      self.view = view
      self.controls = controls
      self.programForm = programForm
      self.kept = kept
    }
  }

  let advice: Advice
  let listTools: ListTools?

  /// Whether a page shows the sections: there what only repeats a table or a longer text is folded away.
  var isPage: Bool { listTools != nil }

  /// Sections of this advice.
  public init(_ advice: Advice, listTools: ListTools? = nil) {
    self.advice = advice
    self.listTools = listTools
  }

  /// Every section that has something to say, in reading order, each rendered once.
  public var fragments: [(section: ReportSection, markup: Markup)] {
    ReportSection.allCases.compactMap { section in
      fragment(section).map { (section, $0) }
    }
  }

  /// A whole section, or nil where there is nothing to say.
  public func fragment(_ section: ReportSection) -> Markup? {
    guard let content = content(section) else { return nil }
    let anchor = section.anchor
    return """
      <section class="section section-\(anchor)" id="\(anchor)" aria-labelledby="\(anchor)-title">
      <h2 id="\(anchor)-title">\(section.title)</h2>
      \(section.isOver(in: advice) ? Elements.fold("Its time is over; kept here to look back on", content) : content)\
      </section>

      """
  }

  /// A section folded under its heading and a sentence that says what it comes to; nil where there is
  /// nothing to say.
  public func folded(_ section: ReportSection) -> Markup? {
    guard let content = content(section) else { return nil }
    let anchor = section.anchor
    let lead = summary(section).map { "<span class=\"fold-lead\">\($0)</span>" as Markup } ?? ""
    return """
      <details class="section section-fold section-\(anchor)" id="\(anchor)">\
      <summary><h2>\(section.title)</h2>\(lead)</summary>
      <div class="fold-body">\(content)</div></details>

      """
  }

  /// What a section comes to, in a sentence.
  private func summary(_ section: ReportSection) -> String? {
    switch section {
    case .warnings: advice.warnings.first
    case .trend: advice.scoreTrend?.sentences.first
    case .standing: advice.standing.first?.sentence
    case .reading: advice.reading.first?.sentence
    case .odds: advice.odds.correlationSentence
    case .signals: advice.signals.sentence
    case .returns: advice.diminishingReturns.sentence
    case .visa: advice.visa?.sentences.first
    case .scenarios: advice.scenarios.first.map { "\($0.name): \($0.remark)" }
    case .sources:
      "\(NumberText.count(advice.sources.count, "published source")), "
        + "\(NumberText.count(advice.assumptions.count, "assumption")) that can be changed"
    default: nil
    }
  }

  /// The sections that have something to say, in reading order.
  public var available: [ReportSection] { fragments.map(\.section) }

  /// Every section that has something to say.
  public var all: Markup { fragments.markup { $0.markup } }

  /// What stands under a section's heading.
  func content(_ section: ReportSection) -> Markup? {
    let content: Markup =
      switch section {
      case .verdict: verdict
      case .exam: exam
      case .season: season
      case .warnings: Elements.points(advice.warnings)
      case .trend: trend
      case .standing: standing
      case .reading: reading
      case .odds: odds
      case .list: list
      case .visa: visa
      case .signals: signals
      case .returns: returns
      case .currentList: currentList
      case .couple: couple
      case .scenarios: scenarios
      case .explanation: explanation
      case .words: words
      case .plan: plan
      case .questions: questions
      case .perspective: Elements.points(advice.perspective)
      case .unknowns: unknowns
      case .sources: sources
      }
    return content.isEmpty ? nil : content
  }
}
