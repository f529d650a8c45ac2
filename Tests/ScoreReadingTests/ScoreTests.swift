import ApplicantFile
import Foundation
import MatchFacts
import Testing

@testable import ScoreReading

/// Trend, standing and the fit behind them.
struct ScoreTests {
  private func answer(
    _ step1: String, _ step2: Int, _ specialty: String, type: String = "us-md"
  ) throws -> ScoresAnswer {
    try Answers.answer(
      try Answers.applicant(
        "type: \(type)\nstep1: \(step1)\nstep2ck: \(step2)\nspecialties: [\(specialty)]\n"))
  }

  @Test(
    "Bands of the raw change",
    arguments: [
      (252, 267, ScoreTrend.Band.up15plus), (252, 266, .up5to14), (252, 257, .up5to14),
      (252, 256, .flat), (252, 248, .flat), (252, 247, .down5to9), (252, 243, .down5to9),
      (252, 242, .down10plus),
    ])
  func bands(step1: Int, step2: Int, band: ScoreTrend.Band) throws {
    #expect(try answer("\(step1)", step2, "IM").trend.band == band)
  }

  @Test("Percentiles come from the published norms and table")
  func percentiles() throws {
    let trend = try answer("{score: 231, date: 2021-06-01}", 250, "IM").trend
    // 231 is the published mean of 2021; 250 stands at 44 in the published table.
    #expect(abs(try #require(trend.first).percentile - 50) < 0.01)
    #expect(trend.second.percentile == 44)
  }

  @Test("Before shrinkage the true change is normal around the observed one with both errors")
  func measurementError() throws {
    let error = try #require(try answer("252", 245, "IM").trend.trueChange)
    // P(N(−7, 72) ≤ −10) = Φ(−3/8.485) = 0.3618.
    #expect(error.firstSEM == 6 && error.secondSEM == 6)
    #expect(abs(error.dropAtLeast10 - 0.3618) < 0.0005)
    #expect(error.dropAtLeast10Shrunken < error.dropAtLeast10)
  }

  @Test("A worse second score is rarer and reads worse")
  func monotone() throws {
    let answers = try [255, 248, 241, 234].map { try answer("252", $0, "General Surgery") }
    let chances = answers.compactMap(\.trend.probabilityChangeAtMost)
    let concern = answers.map { $0.reading.shares.signal + 2 * $0.reading.shares.problem }
    for (better, worse) in zip(chances, chances.dropFirst()) { #expect(worse < better) }
    for (better, worse) in zip(concern, concern.dropFirst()) { #expect(worse > better) }
  }

  @Test("The same drop reads worse in dermatology than in family medicine")
  func specialty() throws {
    let hard = try answer("255", 243, "derm").reading.shares
    let soft = try answer("255", 243, "FM").reading.shares
    #expect(hard.problem > soft.problem)
    #expect(hard.blip < soft.blip)
  }

  @Test("Where nothing is published for a type, the nearest group is named as such")
  func otherTypes() throws {
    let standing = try answer("pass", 240, "IM", type: "us-img").standing
    #expect(!standing.isOwnType)
    #expect(standing.population.contains("non-US IMG"))
    let unknown = try answer("pass", 240, "Urology").standing
    #expect(unknown.place == nil)
    #expect(unknown.sentence.contains("No published figure"))
  }

  @Test("Grouped maximum likelihood finds the distribution the counts were made from")
  func groupedFit() throws {
    let truth = GroupedBivariateNormal(
      firstMean: 231, firstSD: 18, secondMean: 244, secondSD: 14, correlation: 0.66, count: 0)
    let edges = [-Double.infinity, 199.5, 209.5, 219.5, 229.5, 239.5, 249.5, 259.5, .infinity]
    var counts: [[Double]] = []
    for i in 0..<8 {
      var row: [Double] = []
      for j in 0..<8 {
        row.append(5000 * truth.mass(edges[i], edges[i + 1], edges[j], edges[j + 1]))
      }
      counts.append(row)
    }
    let fitted = try #require(
      GroupedBivariateNormal.fit(
        .init(firstEdges: edges, secondEdges: edges, counts: counts)))
    #expect(abs(fitted.firstMean - 231) < 0.02)
    #expect(abs(fitted.firstSD - 18) < 0.02)
    #expect(abs(fitted.secondMean - 244) < 0.02)
    #expect(abs(fitted.secondSD - 14) < 0.02)
    #expect(abs(fitted.correlation - 0.66) < 0.002)
  }

  @Test("A table of one band, or of hardly anyone, is not fitted")
  func noFit() {
    let edges = [-Double.infinity, 200, .infinity]
    #expect(
      GroupedBivariateNormal.fit(
        .init(firstEdges: edges, secondEdges: edges, counts: [[3, 4], [2, 1]])) == nil)
  }

  @Test("The answer's JSON has the documented keys, null where there is no trend")
  func json() throws {
    let data = try JSONEncoder().encode(try answer("pass", 245, "IM"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    for key in [
      "change", "band", "step1Percentile", "step2Percentile", "expectedStep2", "residual",
      "probabilityChangeAtMost", "probabilityTrueDropAtLeast10", "reading", "standing", "sources",
    ] { #expect(object.keys.contains(key), "\(key)") }
    #expect(object["band"] as? String == "none")
    #expect(object["change"] is NSNull)
  }
}

extension GroupedBivariateNormal {
  /// Mass of a rectangle by fine numerical integration, independent of the fit's own code.
  fileprivate func mass(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    let low = max(a, firstMean - 8 * firstSD)
    let high = min(b, firstMean + 8 * firstSD)
    let steps = 400
    var sum = 0.0
    for k in 0..<steps {
      let x = low + (Double(k) + 0.5) * (high - low) / Double(steps)
      let density =
        exp(-0.5 * pow((x - firstMean) / firstSD, 2)) / (firstSD * (2 * Double.pi).squareRoot())
      let mean = expectedSecond(givenFirst: x)
      func below(_ y: Double) -> Double {
        0.5 * erfc(-(y - mean) / (conditionalSD * 2.0.squareRoot()))
      }
      sum += density * (below(d) - below(c)) * (high - low) / Double(steps)
    }
    return sum
  }
}
