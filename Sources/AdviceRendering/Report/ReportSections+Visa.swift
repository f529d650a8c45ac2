import Advising

extension ReportSections {
  /// Rules and evidence for who needs a visa.
  var visa: Markup {
    guard let visa = advice.visa else { return "" }
    var markup = Elements.points(visa.sentences)
    guard !visa.evidence.isEmpty else { return markup }
    markup += Elements.table(
      caption: "Public records of H-1B at employers of this list",
      [.init(title: "Program"), .init(title: "Record")],
      visa.evidence.map { row in
        ["\(PlainText.singleLine(row.institution)) (\(row.code))", "\(row.text)"]
      })
    if let note = visa.evidenceNote { markup += "<p class=\"muted small\">\(note)</p>\n" }
    return markup
  }
}
