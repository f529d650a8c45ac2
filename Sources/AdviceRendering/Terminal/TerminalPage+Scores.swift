import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

extension TerminalPage {
  /// The change in points and what points hide.
  mutating func trend(_ trend: ScoreTrend) {
    heading(ReportSection.trend.title)
    for sentence in trend.sentences { bullet(sentence) }
    positions(trend)
    changeBands(trend)
    if let change = trend.trueChange, (trend.change ?? 0) < 0 {
      subheading("What measurement error leaves of it")
      row(
        "True drop of 10+",
        "\(NumberText.percent(change.dropAtLeast10)) taking the scores as they are; "
          + "\(NumberText.percent(change.dropAtLeast10Shrunken)) after shrinking them toward "
          + "what such applicants usually score")
      row(
        "Error of measurement",
        "\(NumberText.fixed(change.firstSEM, decimals: 1)) and "
          + "\(NumberText.fixed(change.secondSEM, decimals: 1)) points")
    }
  }

  private mutating func positions(_ trend: ScoreTrend) {
    let table = TerminalTable(
      [
        .init(title: "", width: 0), .init(title: "score", width: 5, isRightAligned: true),
        .init(title: "mean", width: 5, isRightAligned: true),
        .init(title: "SD", width: 4, isRightAligned: true, isOptional: true),
        .init(title: "percentile", width: 10, isRightAligned: true),
        .init(title: "norms", width: 14, isOptional: true),
      ], in: width)
    blank()
    line(style.paint(table.header, .muted))
    let positions = [trend.first, trend.second].compactMap(\.self)
    for position in positions {
      line(
        table.row(
          [
            position.exam, String(position.score), NumberText.fixed(position.mean),
            NumberText.fixed(position.standardDeviation),
            NumberText.percentile(position.percentile),
            position.period + (position.dateKnown ? "" : " *"),
          ]))
    }
    if positions.contains(where: { !$0.dateKnown }) {
      paragraph("* date not given; this period is assumed", role: .muted)
    }
    if let expected = trend.expectedSecond, let residual = trend.residual {
      let spread = trend.expectedSD.map { " ±\(NumberText.fixed($0))" } ?? ""
      blank()
      row(
        "Usual second score",
        "\(NumberText.fixed(expected))\(spread); yours is "
          + "\(NumberText.count(Int(abs(residual).rounded()), "point")) \(residual < 0 ? "below" : "above") it"
      )
    }
    if let chance = trend.probabilityChangeAtMost, (trend.change ?? 0) < 0 {
      row(
        "This bad or worse",
        "\(NumberText.percent(chance)) of \(trend.comparedWith)")
    }
  }

  private mutating func changeBands(_ trend: ScoreTrend) {
    guard trend.band != .none, !trend.shares.isEmpty else { return }
    subheading("Changes from the first exam to the second")
    let bar = min(24, max(4, width - 48))
    let hasTable = trend.shares.contains { $0.tablePercent != nil }
    for share in trend.shares {
      let isOwn = share.band == trend.band
      let shown = share.tablePercent ?? share.articlePercent
      let label = PlainText.padded(share.band.label, to: 12)
      let article = "article \(NumberText.percentPoints(share.articlePercent))"
      let table = share.tablePercent.map { "table \(NumberText.percentPoints($0))" } ?? ""
      let numbers =
        hasTable
        ? PlainText.padded(table, to: 11) + PlainText.padded(article, to: 12) : article
      let text =
        "\(isOwn ? "▶" : " ") \(label) \(TerminalBars.share(shown / 50, width: bar)) \(numbers)"
      line("  " + style.paint(text, isOwn ? .strong : nil) + (isOwn ? "you" : ""))
    }
    let note =
      hasTable
      ? "table: AAMC's residents by both scores. article: illustrative shares, not data."
      : "article: illustrative shares, not data."
    paragraph(note, role: .muted)
  }

  /// The score against those who matched and those who did not.
  mutating func standing(_ standings: [Standing]) {
    guard !standings.isEmpty else { return }
    heading(ReportSection.standing.title)
    for standing in standings {
      subheading("\(standing.specialty): \(standing.exam) \(standing.score)")
      paragraph(standing.sentence)
      if let place = Labels.place(standing) { row("Place", place) }
      for group in [standing.matched, standing.unmatched].compactMap(\.self) {
        row(PlainText.capitalized(group.cohort), Self.describe(group))
      }
      if let rate = standing.bandRate {
        let text =
          "\(IntervalText.chance(rate.interval)) matched (\(NumberText.grouped(rate.count)) "
          + "applicants, \(rate.years))"
        row("Band \(rate.band)", text)
      }
      let above = standing.aboveNationalMean
      row(
        "National mean",
        "\(NumberText.count(Int(abs(above).rounded()), "point")) \(above < 0 ? "below" : "above") it"
      )
      row("Figures about", standing.population + (standing.isOwnType ? "" : " (not your type)"))
    }
  }

  private static func describe(_ group: Standing.Group) -> String {
    var text = "\(group.centreIsMean ? "mean" : "median") \(NumberText.fixed(group.centre))"
    if let low = group.lowerQuartile, let high = group.upperQuartile {
      text += ", middle half \(NumberText.fixed(low))–\(NumberText.fixed(high))"
    }
    text += "; \(NumberText.percentPoints(group.percentile)) scored yours or lower"
    if let count = group.count { text += " (n = \(NumberText.grouped(count)))" }
    return text
  }

  /// Blip, signal or problem, and why.
  mutating func reading(_ readings: [Reading]) {
    guard !readings.isEmpty else { return }
    heading(ReportSection.reading.title)
    paragraph("An expert rule, not a measurement; its data file can be changed.", role: .muted)
    var shown: [Reading.Interpretation] = []
    for reading in readings {
      subheading(reading.specialty.name)
      paragraph(reading.sentence)
      blank()
      let bar = min(30, max(12, width - 46))
      for attitude in reading.attitudes {
        let label = "\(attitude.name) (\(NumberText.percent(attitude.share)))"
        shareLine(label, attitude.shares, bar: bar)
      }
      shareLine("all programs", reading.shares, bar: bar)
      paragraph("In brackets: that kind's share of the programs.", indent: 4, role: .muted)
      weight(reading.weight)
      findings(reading)
      // The interpretations are about the file; a second specialty seldom changes them.
      if reading.interpretations != shown { interpretations(reading.interpretations) }
      shown = reading.interpretations
    }
  }

  private mutating func shareLine(_ label: String, _ shares: Reading.Shares, bar: Int) {
    let room = width - bar - 6
    let text = PlainText.padded(
      PlainText.truncated(PlainText.singleLine(label), columns: room), to: room)
    line("    " + text + "  " + TerminalBars.shares(shares, width: bar, style: style))
  }

  private mutating func weight(_ weight: SpecialtyWeight) {
    var text = "\(weight.name) (\(weight.level) of 5; \(weight.basis))"
    if let percent = weight.percentCiting {
      text += ". \(NumberText.percentPoints(percent)) of directors cite it"
    }
    if let importance = weight.meanImportance {
      text += ", importance \(NumberText.fixed(importance, decimals: 1)) of 5"
    }
    blank()
    row("Weight of the score", text)
    for advice in weight.advice { bullet(advice, indent: 4) }
  }

  private mutating func findings(_ reading: Reading) {
    if !reading.findings.isEmpty {
      subheading("What moved the reading (points of concern)")
      for finding in reading.findings {
        let points = PlainText.leftPadded(
          NumberText.signed(finding.points, decimals: 1), to: 5)
        bullet(finding.text, mark: points, indent: 3)
      }
    }
    if !reading.levers.isEmpty {
      subheading("What would change it most")
      for lever in reading.levers {
        let reach = lever.isInReach ? "" : " (no longer in your hands)"
        let before = NumberText.percents(reading.shares)
        let after = NumberText.percents(lever.shares)
        bullet(
          "\(lever.text)\(reach): blip \(before.blip) → \(after.blip), "
            + "problem \(before.problem) → \(after.problem)")
      }
    }
  }

  private mutating func interpretations(_ interpretations: [Reading.Interpretation]) {
    guard !interpretations.isEmpty else { return }
    subheading("What they may think")
    for interpretation in interpretations {
      bullet(
        "\(interpretation.name): \(interpretation.verdict)",
        mark: TerminalBars.share(interpretation.support, width: 5), indent: 3)
      for text in interpretation.evidenceFor { bullet(text, mark: "+", indent: 9) }
      for text in interpretation.evidenceAgainst { bullet(text, mark: "−", indent: 9) }
    }
  }
}
