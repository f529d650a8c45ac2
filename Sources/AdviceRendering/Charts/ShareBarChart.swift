import Advising
public import ScoreReading

/// One bar of blip, signal and problem, for the verdict.
public struct ShareBarChart: Sendable {
  let reading: Reading

  /// A chart of this reading's overall shares.
  public init(_ reading: Reading) { self.reading = reading }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    var svg = SVGBuilder()
    AttitudeChart.stack(&svg, reading.shares, x: 0, y: 0, width: width, height: 30)
    var x = 0.0
    for verdict in Reading.Verdict.allCases {
      x = svg.key(Labels.name(verdict), x: x, y: 50, style: "c-\(verdict.rawValue)")
    }
    return Chart(
      id: id, title: "How \(reading.specialty) programs will read the file",
      summary: "Of all programs: \(NumberText.sentence(reading.shares)).", width: width,
      height: 56, body: svg.body)
  }
}
