import Advising
import MatchFacts
import ScoreReading

extension ReportSections {
  /// Blip, signal or problem, and why.
  var reading: Markup {
    guard !advice.reading.isEmpty else { return "" }
    var markup: Markup = """
      <p class="muted">An expert rule, not a measurement: nobody has published how programs read a \
      drop. Its data file can be changed.</p>

      """
    var shown: [Reading.Interpretation] = []
    for (index, reading) in advice.reading.enumerated() {
      var content: Markup = "<p>\(reading.sentence)</p>\n"
      content += figure("attitudes-\(index)") {
        AttitudeChart(reading).chart(id: $0, width: $1)
      }
      content += weight(reading.weight)
      content += findings(reading.findings)
      content += levers(reading)
      // The interpretations are about the file; a second specialty seldom changes them.
      if reading.interpretations != shown { content += interpretations(reading.interpretations) }
      shown = reading.interpretations
      markup += Elements.part(reading.specialty.name, content)
    }
    return markup
  }

  private func weight(_ weight: SpecialtyWeight) -> Markup {
    var sentence = "Weight of the score: \(weight.name), \(weight.level) of 5 (\(weight.basis))."
    if let percent = weight.percentCiting {
      sentence += " \(NumberText.percentPoints(percent)) of program directors cite it"
      if let importance = weight.meanImportance {
        sentence += ", with a mean importance of \(NumberText.fixed(importance, decimals: 1)) of 5"
      }
      sentence += "."
    }
    return "<p>\(sentence)</p>\n" + Elements.points(weight.advice)
  }

  private func findings(_ findings: [Reading.Finding]) -> Markup {
    guard !findings.isEmpty else { return "" }
    let rows = findings.map { finding -> [Markup] in
      ["\(finding.text)", "\(NumberText.signed(finding.points, decimals: 1))"]
    }
    return Elements.table(
      caption: "What moved the reading, in points of concern (minus: takes some away)",
      [.init(title: "In your file"), .init(title: "Points", isNumber: true)], rows)
  }

  private func levers(_ reading: Reading) -> Markup {
    guard !reading.levers.isEmpty else { return "" }
    func row(_ name: Markup, _ shares: Reading.Shares) -> [Markup] {
      let texts = NumberText.percents(shares)
      return [name, "\(texts.blip)", "\(texts.signal)", "\(texts.problem)"]
    }
    let rows = reading.levers.map { lever in
      let note: Markup =
        lever.isInReach ? "" : " <span class=\"sub\">(no longer in your hands)</span>"
      return row("\(lever.text)\(note)", lever.shares)
    }
    return Elements.table(
      caption: "What single change would move it most",
      [
        .init(title: "Change"), .init(title: "Blip", isNumber: true),
        .init(title: "Signal", isNumber: true), .init(title: "Problem", isNumber: true),
      ], [row("As the file is", reading.shares)] + rows)
  }

  private func interpretations(_ interpretations: [Reading.Interpretation]) -> Markup {
    interpretations.markup { interpretation in
      let content =
        Elements.points(interpretation.evidenceFor, style: "plus")
        + Elements.points(interpretation.evidenceAgainst, style: "minus")
      let title = "\(interpretation.name): \(interpretation.verdict)"
      return content.isEmpty ? "<p>\(title)</p>\n" : Elements.fold(title, prints: true, content)
    }
  }
}
