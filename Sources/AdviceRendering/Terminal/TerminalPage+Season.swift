import Advising

extension TerminalPage {
  /// Where the season stands, once there is more to say than that applications can be made.
  mutating func season(_ position: SeasonPosition) {
    guard position.isPastApplying else { return }
    heading("\(ReportSection.season.title): \(position.title)")
    paragraph(position.meaning)
    if !position.now.isEmpty {
      subheading("What can still be done")
      for text in position.now { bullet(text) }
    }
    if let late = position.lateApplication {
      subheading("What an application sent now is worth")
      paragraph(late)
    }
    if !position.over.isEmpty {
      subheading("What is over, and needs no more thought")
      for text in position.over { bullet(text, role: .muted) }
    }
  }
}
