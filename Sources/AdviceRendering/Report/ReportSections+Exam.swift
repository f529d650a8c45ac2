import Advising

extension ReportSections {
  /// An exam without a score: what follows, and the chance by outcome.
  var exam: Markup {
    guard let outlook = advice.examOutlook else { return "" }
    let rows = outlook.outcomes.map { outcome -> [Markup] in
      [
        "\(outcome.name)", "\(NumberText.percent(outcome.share))",
        "\(NumberText.percent(outcome.match))",
      ]
    }
    return Elements.points(outlook.sentences)
      + Elements.table(
        caption: "What each outcome would change",
        [
          .init(title: outlook.exam), .init(title: "How likely", isNumber: true),
          .init(title: "Chance of matching", isNumber: true),
        ], rows)
  }
}
