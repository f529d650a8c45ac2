import Advising
import MatchFacts
import ScoreReading

extension ReportSections {
  /// The change in points and what points hide.
  var trend: Markup {
    guard let trend = advice.scoreTrend else { return "" }
    var markup = Elements.points(trend.sentences)
    if trend.band != .none, !trend.shares.isEmpty {
      markup += figure(
        "change-bands",
        caption: "The article's shares are an illustration, not data."
          + (trend.shares.contains { $0.tablePercent != nil }
            ? " The table counts residents by both scores." : "")
      ) { ChangeBandsChart(trend).chart(id: $0, width: $1) }
    }
    markup += positions(trend)
    markup += Elements.facts(usual(trend))
    return markup
  }

  private func positions(_ trend: ScoreTrend) -> Markup {
    let rows = [trend.first, trend.second].compactMap(\.self).map { position -> [Markup] in
      [
        "\(position.exam)", "\(position.score)", "\(NumberText.percentile(position.percentile))",
        "\(NumberText.fixed(position.mean))",
        "\(NumberText.fixed(position.standardDeviation))",
        "\(position.period)\(position.dateKnown ? "" : ", assumed")",
      ]
    }
    return Elements.table(
      caption: "Each score beside the national norms of its period",
      [
        .init(title: "Exam"), .init(title: "Score", isNumber: true),
        .init(title: "Percentile", isNumber: true), .init(title: "Mean", isNumber: true),
        .init(title: "SD", isNumber: true, isOptional: true), .init(title: "Norms"),
      ], rows)
  }

  private func usual(_ trend: ScoreTrend) -> [(String, Markup)] {
    var rows: [(String, Markup)] = []
    if let expected = trend.expectedSecond, let residual = trend.residual {
      let spread = trend.expectedSD.map { " ±\(NumberText.fixed($0))" } ?? ""
      rows.append(
        (
          "Usual second score",
          """
          \(NumberText.fixed(expected))\(spread); yours is \(NumberText.fixed(abs(residual))) \
          points \(residual < 0 ? "below" : "above") it
          """
        ))
    }
    if let chance = trend.probabilityChangeAtMost, (trend.change ?? 0) < 0 {
      rows.append(
        (
          "A change this bad or worse",
          "\(NumberText.percent(chance)) of \(trend.comparedWith)"
        ))
    }
    if let change = trend.trueChange, (trend.change ?? 0) < 0 {
      rows.append(
        (
          "True drop of 10 or more",
          """
          \(NumberText.percent(change.dropAtLeast10)) taking the scores as they are; \
          \(NumberText.percent(change.dropAtLeast10Shrunken)) after shrinking them toward what \
          such applicants usually score
          """
        ))
      rows.append(
        (
          "Error of measurement",
          """
          \(NumberText.fixed(change.firstSEM, decimals: 1)) and \
          \(NumberText.fixed(change.secondSEM, decimals: 1)) points on the two exams
          """
        ))
    }
    return rows
  }

  /// The score against those who matched and those who did not.
  var standing: Markup {
    advice.standing.enumerated().markup { index, standing in
      var content: Markup = "<p>\(standing.sentence)</p>\n"
      let chart = StandingChart(standing)
      if !chart.isEmpty {
        content += figure(
          "standing-\(index)",
          caption: standing.population + (standing.isOwnType ? "" : ": not your own type")
        ) { chart.chart(id: $0, width: $1) }
      }
      content += Elements.facts(facts(of: standing))
      return Elements.part(
        "\(standing.specialty.name): \(standing.exam) \(standing.score)", content)
    }
  }

  private func facts(of standing: Standing) -> [(String, Markup)] {
    var rows: [(String, Markup)] = []
    if let place = Labels.place(standing) { rows.append(("Place", "\(place)")) }
    for group in [standing.matched, standing.unmatched].compactMap(\.self) {
      let count = group.count.map { " of \(NumberText.grouped($0))" } ?? ""
      rows.append(
        (
          PlainText.capitalized(group.cohort),
          "\(NumberText.percentPoints(group.percentile))\(count) scored yours or lower"
        ))
    }
    if let rate = standing.bandRate {
      rows.append(
        (
          "Band \(rate.band)",
          """
          \(IntervalText.chance(rate.interval)) matched \
          (\(NumberText.count(rate.count, "applicant")), \(rate.years))
          """
        ))
    }
    let above = standing.aboveNationalMean
    rows.append(
      (
        "National mean",
        "\(NumberText.count(Int(abs(above).rounded()), "point")) \(above < 0 ? "below" : "above") it"
      ))
    if !standing.citations.isEmpty {
      let links = standing.citations.enumerated().markup { index, citation in
        let gap: Markup = index == 0 ? "" : "; "
        return gap + Elements.link("\(citation.title) (\(citation.year))", to: citation.url)
      }
      rows.append(("Source", links))
    }
    return rows
  }
}
