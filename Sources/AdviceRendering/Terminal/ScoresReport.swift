public import Advising
public import ScoreReading

/// Trend, standing and reading alone, as text for a terminal: the answer of `smartpick scores`.
public struct ScoresReport: Sendable {
  let trend: ScoreTrend?
  let standing: [Standing]
  let reading: [Reading]
  let sources: [Source]

  /// A report on these parts of an advice.
  public init(
    trend: ScoreTrend?, standing: [Standing], reading: [Reading], sources: [Source] = []
  ) {
    self.trend = trend
    self.standing = standing
    self.reading = reading
    self.sources = sources
  }

  /// The report's lines.
  public func text(width: Int = 80, style: TerminalStyle = .plain) -> String {
    var page = TerminalPage(width: width, style: style)
    for reading in reading {
      page.paragraph(
        "\(reading.specialty): \(Labels.headline(reading).lowercased()) "
          + "(\(Labels.meaning(reading)))",
        indent: 0, role: .heading)
      page.sharesBar(reading.shares, indent: 0)
    }
    if let trend { page.trend(trend) }
    page.standing(standing)
    page.reading(reading)
    page.sources(sources, assumptions: [])
    return page.text
  }
}
