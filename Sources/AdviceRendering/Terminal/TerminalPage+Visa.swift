import Advising

extension TerminalPage {
  /// Rules and evidence for who needs a visa.
  mutating func visa(_ visa: VisaAdvice) {
    heading(ReportSection.visa.title)
    for text in visa.sentences { bullet(text) }
    guard !visa.evidence.isEmpty else { return }
    subheading("Public records of H-1B at employers of this list")
    for row in visa.evidence.prefix(12) { bullet("\(row.institution) (\(row.code)): \(row.text)") }
    if visa.evidence.count > 12 {
      paragraph("…and \(visa.evidence.count - 12) more; all of them with --html", role: .muted)
    }
    if let note = visa.evidenceNote { paragraph(note, role: .muted) }
  }
}
