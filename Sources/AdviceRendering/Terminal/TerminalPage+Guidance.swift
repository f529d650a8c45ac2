import Advising
import ApplicantFile
import MatchFacts
import Words

extension TerminalPage {
  /// Whether to explain, where, and why.
  mutating func explanation(_ decision: ExplanationDecision) {
    heading(ReportSection.explanation.title)
    let verdict = Labels.name(decision.verdict)
    let place = decision.verdict == .nothingToExplain ? "" : " (\(Labels.place(decision.place)))"
    paragraph(verdict + place, role: .strong)
    for reason in decision.reasons { bullet(reason) }
    if !decision.whatWouldChangeIt.isEmpty {
      subheading("What would change this")
      for text in decision.whatWouldChangeIt { bullet(text) }
    }
  }

  /// The four texts.
  mutating func words(_ words: ComposedWords) {
    heading(ReportSection.words.title)
    for (title, passage) in WordsText.passages(words) {
      subheading(title)
      if let text = passage.text {
        quote(text)
        paragraph(WordsText.measure(passage), role: .muted)
      }
      paragraph(passage.note, role: passage.text == nil ? nil : .muted)
      if !passage.missing.isEmpty {
        paragraph("Would be better with: \(passage.missing.joined(separator: "; "))", role: .muted)
      }
    }
  }

  /// The path, then what to do by when.
  mutating func plan(_ plan: Plan) {
    heading("\(ReportSection.plan.title): \(plan.season)")
    let path = PlanPath(plan).steps
    if !path.isEmpty {
      for (index, step) in path.enumerated() {
        let answer = step.answer.map { " → \($0)" } ?? ""
        bullet(step.text + answer, mark: index == 0 ? "○" : "↓")
      }
    }
    for horizon in Labels.horizons {
      let steps = plan.steps.filter { $0.horizon == horizon }
      guard !steps.isEmpty else { continue }
      subheading(Labels.name(horizon))
      for step in steps {
        bullet(
          "\(step.by)  \(step.title)\(step.isOfficial ? " (official date)" : "")", mark: "☐",
          markRole: .accent)
        paragraph(step.why, indent: 4, role: .muted)
      }
    }
    if !plan.releaseAdvice.isEmpty {
      subheading("Releasing the score")
      paragraph(plan.releaseAdvice)
    }
  }

  /// Questions and answers.
  mutating func questions(_ answers: [Answer]) {
    guard !answers.isEmpty else { return }
    heading(ReportSection.questions.title)
    for answer in answers {
      subheading(answer.question)
      paragraph("\(answer.short). \(answer.answer)")
    }
  }

  /// What is missing from the file.
  mutating func unknowns(_ unknowns: [Advice.Unknown]) {
    guard !unknowns.isEmpty else { return }
    heading(ReportSection.unknowns.title)
    for unknown in unknowns { row(unknown.field, unknown.why, labelWidth: 22) }
  }

  /// Published figures, assumptions, and what the trust codes mean.
  mutating func sources(_ sources: [Source], assumptions: [Assumption]) {
    guard !sources.isEmpty || !assumptions.isEmpty else { return }
    heading(ReportSection.sources.title)
    for source in sources {
      bullet("\(source.title) (\(source.year)): \(source.usedFor)", mark: "[\(source.trust)]")
      // An address stays whole, so that a terminal can open it.
      if let url = HTMLEscaping.webAddress(source.url) {
        line("      " + style.paint(PlainText.singleLine(url), .muted))
      }
    }
    for trust in TrustText.legend(sources) {
      paragraph("[\(trust.rawValue)] \(trust.meaning)", role: .muted)
    }
    paragraph(
      "NRMP, AAMC and USMLE publications are theirs; single figures are cited as facts.",
      role: .muted)
    if !assumptions.isEmpty {
      subheading("Assumed, because nothing is published")
      for assumption in assumptions {
        let text = PlainText.withoutPeriod(assumption.text)
        bullet("\(text): \(assumption.value) (\(assumption.file))")
      }
    }
  }
}
