import Advising
import MatchFacts
import Words

extension ReportSections {
  /// Whether to explain, where, and why.
  var explanation: Markup {
    let decision = advice.explanation
    let place =
      decision.verdict == .nothingToExplain
      ? "" : PlainText.capitalized(Labels.place(decision.place)) + "."
    var markup: Markup = """
      <p class="callout"><strong>\(Labels.name(decision.verdict))</strong>\(place)</p>

      """
    markup += Elements.points(decision.reasons)
    if !decision.whatWouldChangeIt.isEmpty {
      markup += Elements.part(
        "What would change this", Elements.points(decision.whatWouldChangeIt))
    }
    return markup
  }

  /// The four texts.
  var words: Markup {
    WordsText.passages(advice.words).enumerated().markup { place, passage in
      let (title, passage) = passage
      var content = Markup()
      if let text = passage.text {
        content += """
          <blockquote class="passage">\(PlainText.multiline(text))</blockquote>
          <p class="muted small">\(WordsText.measure(passage)). \(passage.note)</p>

          """
      } else {
        content += "<p>\(passage.note)</p>\n"
      }
      if !passage.missing.isEmpty {
        content += """
          <p class="muted small">Would be better with: \
          \(passage.missing.joined(separator: "; ")).</p>

          """
      }
      // A page shows what is used first; other tones and uses are one press away.
      return isPage && place >= Self.passagesInSight
        ? Elements.fold(title, content) : Elements.part(title, content)
    }
  }

  private static let passagesInSight = 2

  /// The next days that count, as a short table for the first pages on paper.
  public var nextDates: Markup {
    let steps = advice.plan.steps.filter { $0.horizon != .passed }.prefix(Self.datesInSight)
    guard !steps.isEmpty else { return "" }
    let items = steps.markup { "<li>\(day($0.by)) <span>\($0.title)</span></li>\n" }
    return "<ul class=\"steps\">\(items)</ul>\n"
  }

  private static let datesInSight = 5

  /// Flowchart and checklist.
  var plan: Markup {
    let plan = advice.plan
    var markup: Markup = "<p class=\"muted\">\(plan.season), as of \(day(plan.asOf))</p>\n"
    let chart = FlowchartChart(plan)
    if !chart.isEmpty {
      markup += Elements.figure("flowchart") { chart.chart(id: $0, width: $1) }
    }
    for horizon in Labels.horizons {
      let steps = plan.steps.filter { $0.horizon == horizon }
      guard !steps.isEmpty else { continue }
      let items = steps.markup { step in
        let official = step.isOfficial ? " (official date)" : ""
        return """
          <li>\(day(step.by)) <span>\(step.title)\(official)</span> \
          <span class="why-step">\(step.why)</span></li>

          """
      }
      let list: Markup = "<ul class=\"steps\">\(items)</ul>\n"
      markup +=
        isPage && horizon == .later
        ? Elements.fold("Later: \(NumberText.count(steps.count, "date"))", list)
        : Elements.part(Labels.name(horizon), list)
    }
    if !plan.releaseAdvice.isEmpty {
      markup += Elements.part("Releasing the score", "<p>\(plan.releaseAdvice)</p>\n")
    }
    if !chart.isEmpty {
      let text = MermaidExport(plan).text
      markup += Elements.fold(
        "The flowchart as Mermaid text", "<pre tabindex=\"0\">\(text)</pre>")
    }
    return markup
  }

  private func day(_ date: CalendarDate) -> Markup {
    "<time datetime=\"\(date.description)\">\(date.description)</time>"
  }

  /// Questions, each with its answer folded under it.
  var questions: Markup {
    advice.questions.markup { answer in
      """
      <details class="question"><summary>\(answer.question) \
      <span class="short">\(answer.short)</span></summary><p>\(answer.answer)</p></details>

      """
    }
  }

  /// What is missing from the file.
  var unknowns: Markup {
    guard !advice.unknowns.isEmpty else { return "" }
    return Elements.table(
      caption: "Missing from your file, the most valuable first",
      [.init(title: "Field"), .init(title: "Why it matters")],
      advice.unknowns.map { ["\($0.field)", "\($0.why)"] })
  }

  /// Published figures, assumptions, and what the trust codes mean.
  var sources: Markup {
    guard !advice.sources.isEmpty || !advice.assumptions.isEmpty else { return "" }
    let items = advice.sources.markup { source in
      """
      <li><span class="trust">\(source.trust)</span><span>\
      \(Elements.link(source.title, to: source.url)) (\(source.year)). \
      <span class="muted">Used for: \(source.usedFor).</span></span></li>

      """
    }
    var markup: Markup = "<ul class=\"source-list\">\(items)</ul>\n"
    let legend = TrustText.legend(advice.sources).map { "\($0.rawValue): \($0.meaning)" }
    markup += """
      <p class="muted small">Trust. \(legend.joined(separator: "; ")). NRMP, AAMC and USMLE \
      publications are theirs; single figures are cited as facts.</p>

      """
    if !advice.assumptions.isEmpty {
      let table = Elements.table(
        caption: "Assumed, because nothing is published; each can be changed in its file",
        [
          .init(title: "Assumption"), .init(title: "Value"),
          .init(title: "File", isOptional: true),
        ],
        advice.assumptions.map { ["\($0.text)", "\($0.value)", "\($0.file)"] })
      markup += Elements.part("Assumptions", table)
    }
    return markup
  }
}
