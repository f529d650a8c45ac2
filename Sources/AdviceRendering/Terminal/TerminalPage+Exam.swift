import Advising

extension TerminalPage {
  /// An exam without a score: what follows, and the chance by outcome.
  mutating func examOutlook(_ outlook: ExamOutlook) {
    heading(ReportSection.exam.title)
    for sentence in outlook.sentences { bullet(sentence) }
    blank()
    func cells(_ name: String, _ share: String, _ match: String) -> String {
      "  " + PlainText.padded(name, to: 20) + PlainText.leftPadded(share, to: 12)
        + PlainText.leftPadded(match, to: 22)
    }
    line(cells(outlook.exam, "how likely", "chance of matching"))
    for outcome in outlook.outcomes {
      line(
        cells(
          outcome.name, NumberText.percent(outcome.share), NumberText.percent(outcome.match)))
    }
  }
}
