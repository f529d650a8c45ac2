import Advising
import MatchFacts
import Testing

@testable import AdviceRendering

@Suite("Charts")
struct ChartTests {
  private static func charts(_ advice: Advice, width: Double) -> [Chart] {
    var charts: [Chart] = []
    if let trend = advice.scoreTrend {
      charts.append(ChangeBandsChart(trend).chart(id: "bands", width: width))
    }
    for (index, standing) in advice.standing.enumerated() {
      charts.append(StandingChart(standing).chart(id: "standing-\(index)", width: width))
    }
    for (index, reading) in advice.reading.enumerated() {
      charts.append(AttitudeChart(reading).chart(id: "attitude-\(index)", width: width))
      charts.append(ShareBarChart(reading).chart(id: "share-\(index)", width: width))
    }
    let rows = advice.odds.bySpecialty.map {
      MatchRangeChart.Row(label: $0.specialty.name, chance: $0.match)
    }
    charts.append(MatchRangeChart(rows: rows).chart(id: "ranges", width: width))
    charts.append(ListChart(advice.list).chart(id: "list", width: width))
    charts.append(StateMapChart(advice.list).chart(id: "map", width: width))
    charts.append(
      StateMapChart(advice.list, measure: .bestInterview).chart(id: "best", width: width))
    charts.append(SignalChart(advice.signals).chart(id: "signals", width: width))
    if !ReturnsChart(advice.diminishingReturns).isEmpty {
      charts.append(ReturnsChart(advice.diminishingReturns).chart(id: "returns", width: width))
    }
    charts.append(FlowchartChart(advice.plan).chart(id: "flow", width: width))
    return charts
  }

  @Test(arguments: ChartWidth.allCases)
  func areWellFormedAndDescribed(width: ChartWidth) throws {
    for advice in try Samples.all() + [try Samples.hostileAdvice()] {
      for chart in Self.charts(advice, width: width.rawValue) {
        let scan = MarkupScan(chart.standalone)
        #expect(scan.failure == nil, "\(chart.id)")
        #expect(scan.elements.first?.attributes["role"] == "img")
        #expect(!chart.title.isEmpty)
        #expect(!chart.summary.isEmpty)
        let names = Set(scan.elements.map(\.name))
        #expect(
          names.isSubset(of: [
            "svg", "title", "desc", "style", "rect", "line", "circle", "polygon", "polyline",
            "path", "text",
          ]))
        #expect(scan.elements.allSatisfy { $0.attributes["style"] == nil })
      }
    }
  }

  @Test(arguments: ChartWidth.allCases)
  func drawInsideTheirFrame(width: ChartWidth) throws {
    for advice in try Samples.all() {
      for chart in Self.charts(advice, width: width.rawValue) {
        for element in MarkupScan(chart.inline.text).elements {
          let x = element.attributes["x"].flatMap { Double($0) } ?? 0
          let y = element.attributes["y"].flatMap { Double($0) } ?? 0
          let extent = element.attributes["width"].flatMap { Double($0) } ?? 0
          #expect(x >= 0 && x + extent <= chart.width + 0.01, "\(chart.id) \(element)")
          #expect(y >= 0 && y <= chart.height, "\(chart.id) \(element)")
        }
      }
    }
  }

  @Test func theApplicantsBandIsMarkedAndTheArticlesSharesAreNamed() throws {
    let trend = try #require(try Samples.internalMedicine().scoreTrend)
    let chart = ChangeBandsChart(trend).chart(id: "bands", width: 680)
    let text = MarkupScan(chart.inline.text).text
    #expect(text.contains("you"))
    #expect(text.contains("article’s illustration"))
    #expect(chart.summary.contains("Down 5–9: 7% in the AAMC table, 15% in the article (this"))
  }

  @Test func quartilesAreDrawnOnlyWherePublished() throws {
    let advice = try Samples.passOnly()
    let chart = StandingChart(advice.standing[0]).chart(id: "standing", width: 680)
    #expect(!chart.inline.text.contains("c-box"))
    #expect(chart.summary.contains("mean 238"))
    #expect(!chart.summary.contains("middle half"))
  }

  @Test func aMatchChanceIsDrawnAsARange() throws {
    let odds = try Samples.internalMedicine().odds
    let chart = MatchRangeChart(rows: [.init(label: "Anywhere", chance: odds.match)])
      .chart(id: "range", width: 680)
    #expect(MarkupScan(chart.inline.text).text.contains("89–97%"))
    #expect(chart.summary.contains("between 89% and 97%"))
  }

  @Test func theMapCountsEveryProgramWithAState() throws {
    let list = try Samples.internalMedicine().list
    let chart = StateMapChart(list).chart(id: "map", width: 680)
    let numbers = chart.summary.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    #expect(numbers.reduce(0, +) == list.programs.count { $0.state != nil })
    #expect(chart.summary.hasPrefix("New York"))
  }

  @Test func theMapHasAPlaceForEveryState() throws {
    let tiles = StateTiles.unitedStates.tiles
    #expect(tiles.count == 52)
    #expect(Set(tiles.map(\.state)).count == 52)
    #expect(Set(tiles.map { [$0.row, $0.column] }).count == 52)
    let programs = try Samples.all().flatMap(\.list.programs)
    let known = Set(tiles.map(\.state))
    #expect(programs.compactMap(\.state).allSatisfy(known.contains))
  }

  @Test func scalesHaveRoundTicks() {
    #expect(LinearScale(0...60, from: 0, to: 1).ticks(6) == [0, 10, 20, 30, 40, 50, 60])
    #expect(LinearScale(228...268, from: 0, to: 1).ticks(5) == [230, 240, 250, 260])
    #expect(LinearScale(0...1, from: 0, to: 1).ticks(2).count <= 3)
    #expect(LinearScale(3...3, from: 5, to: 9)(3) == 5)
    #expect(LinearScale(0...1, from: 0, to: 10)(7) == 10)
  }
}
