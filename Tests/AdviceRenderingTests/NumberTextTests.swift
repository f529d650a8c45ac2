import Testing

@testable import AdviceRendering
@testable import Advising
@testable import ScoreReading

@Suite("Numbers and ranges as people read them")
struct NumberTextTests {
  @Test(arguments: [
    (0.0, 0, "0"), (2.5, 0, "3"), (-2.5, 0, "−3"), (-0.04, 1, "0.0"), (1.005, 1, "1.0"),
    (12.25, 1, "12.3"), (1234.5, 2, "1234.50"), (.nan, 1, "n/a"), (.infinity, 0, "n/a"),
    (1e300, 0, "n/a"),
  ])
  func fixedDecimals(value: Double, decimals: Int, expected: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == expected)
  }

  @Test func signsAreShownOnlyWhereSomethingRemains() {
    #expect(NumberText.signed(3.04, decimals: 1) == "+3.0")
    #expect(NumberText.signed(-3.04, decimals: 1) == "−3.0")
    #expect(NumberText.signed(0.01, decimals: 1) == "0.0")
  }

  @Test func groupsAndMoney() {
    #expect(NumberText.grouped(1_234_567) == "1,234,567")
    #expect(NumberText.grouped(999) == "999")
    #expect(NumberText.dollars(1240) == "$1,240")
    #expect(NumberText.count(1, "program") == "1 program")
    #expect(NumberText.count(2, "program") == "2 programs")
  }

  @Test func ordinals() {
    let texts = [1, 2, 3, 4, 11, 12, 13, 21, 42, 86, 101, 111].map(NumberText.ordinal)
    #expect(
      texts == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "42nd", "86th", "101st",
        "111th",
      ])
    #expect(NumberText.percentile(99.8) == "99th")
    #expect(NumberText.percentile(0) == "1st")
  }

  @Test func aChanceIsNeverRoundedToCertainty() {
    #expect(NumberText.percent(0.001) == "<1%")
    #expect(NumberText.percent(0.999) == ">99%")
    #expect(NumberText.percent(0) == "0%")
    #expect(NumberText.percent(1) == "100%")
    #expect(NumberText.percent(0.345) == "35%")
    #expect(NumberText.aboutPercent(0.345) == "about 35%")
    #expect(NumberText.aboutPercent(0.001) == "under 1%")
    #expect(NumberText.aboutPercent(0.9999) == "over 99%")
  }

  @Test func rangesStayRanges() {
    let wide = Interval(estimate: 0.9, low: 0.8234, high: 0.951)
    #expect(IntervalText.chance(wide) == "82–95%")
    #expect(IntervalText.chanceSentence(wide) == "between 82% and 95%")
    let small = Interval(estimate: 0.01, low: 0.001, high: 0.03)
    #expect(IntervalText.chance(small) == "<1–3%")
    #expect(IntervalText.chanceSentence(small) == "between 0% and 3%")
    let high = Interval(estimate: 0.99, low: 0.93, high: 0.999)
    #expect(IntervalText.chanceSentence(high) == "between 93% and over 99%")
    let narrow = Interval(estimate: 0.5, low: 0.499, high: 0.501)
    #expect(IntervalText.chance(narrow) == "~50%")
    #expect(IntervalText.chance(Interval(estimate: 1, low: 0.997, high: 0.9999)) == ">99%")
    #expect(IntervalText.number(Interval(estimate: 3, low: 2.6, high: 3.4)) == "2.6–3.4")
    #expect(IntervalText.number(Interval(estimate: 13, low: 8.8, high: 17.9)) == "9–18")
  }

  @Test func sharesAddUpToAHundred() {
    let thirds = Reading.Shares(blip: 1 / 3.0, signal: 1 / 3.0, problem: 1 / 3.0)
    #expect(NumberText.sentence(thirds) == "blip 34%, signal 33%, problem 33%")
    for step in 0...100 {
      let blip = Double(step) / 137
      let shares = [blip, (1 - blip) * 0.377, (1 - blip) * 0.623]
      #expect(Apportionment.cells(shares, total: 100).reduce(0, +) == 100)
    }
    #expect(Apportionment.cells([0, 0], total: 10) == [0, 0])
  }

  @Test func coordinatesAreShortAndPlain() {
    #expect(NumberText.coordinate(12) == "12")
    #expect(NumberText.coordinate(-1.5) == "-1.5")
    #expect(NumberText.coordinate(0.333) == "0.33")
    #expect(NumberText.coordinate(.nan) == "0")
  }
}
