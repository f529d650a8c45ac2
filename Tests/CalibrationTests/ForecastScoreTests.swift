import Calibration
import Foundation
import Testing

@Suite("Scores of forecasts")
struct ForecastScoreTests {
  func score(_ told: [(Double, Bool)]) -> ForecastScore {
    ForecastScore(told.map { ForecastScore.Outcome(chance: $0.0, happened: $0.1) })
  }

  /// Forecasts of which exactly the told share happens, ten times 0.1 … 0.9.
  var honest: [(Double, Bool)] {
    (1...9).flatMap { tenth in (0..<10).map { (Double(tenth) / 10, $0 < tenth) } }
  }

  @Test("half and half scores 0.25 and log 2; certainty scores 0 if right, and loses much if wrong")
  func marks() {
    let half = score([(0.5, true), (0.5, false), (0.5, true)])
    #expect(abs(half.brier - 0.25) < 1e-12)
    #expect(abs(half.logLoss - log(2)) < 1e-12)
    let right = score([(1, true), (0, false)])
    #expect(right.brier == 0)
    #expect(right.logLoss < 0.006)
    #expect(right.skill == 1)
    let wrong = score([(1, false), (0, true)])
    #expect(wrong.brier == 1)
    #expect(abs(wrong.logLoss + log(ForecastScore.certain)) < 1e-9)
  }

  @Test("no forecast can do better than the truth by either score")
  func proper() {
    let truth = score(honest)
    for push in [-0.08, -0.03, 0.03, 0.08] {
      let told = score(honest.map { (min(max($0.0 + push, 0), 1), $0.1) })
      #expect(told.brier > truth.brier)
      #expect(told.logLoss > truth.logLoss)
    }
    #expect(abs(truth.boldness - 1) < 0.02)
  }

  @Test("forecasts that exaggerate have a slope below 1, timid ones above")
  func boldness() {
    func stretched(_ factor: Double) -> ForecastScore {
      score(
        honest.map { (chance, happened) in
          (1 / (1 + exp(-factor * log(chance / (1 - chance)))), happened)
        })
    }
    #expect(abs(stretched(1.6).boldness - 1 / 1.6) < 0.05)
    #expect(abs(stretched(0.7).boldness - 1 / 0.7) < 0.1)
  }

  @Test("reliability has a row for each tenth with forecasts, 0 and 1 among them")
  func reliability() throws {
    let rows = score([(0, false), (0.04, true), (0.55, true), (1, true)]).reliability
    #expect(rows.map(\.low) == [0, 0.5, 0.9])
    #expect(rows.map(\.count) == [2, 1, 1])
    #expect(abs(try #require(rows.first).forecast - 0.02) < 1e-12)
    #expect(rows.map(\.happened) == [0.5, 1, 1])
    for row in score(honest).reliability { #expect(abs(row.forecast - row.happened) < 1e-9) }
  }

  @Test("coverage counts the ranges that hold their value, ends included")
  func coverage() {
    let ranges: [(range: ClosedRange<Double>, value: Double)] = [
      (0.1...0.3, 0.3), (0.1...0.3, 0.31), (0.5...0.5, 0.5), (0...1, -0.1),
    ]
    #expect(ForecastScore.coverage(ranges) == 0.5)
    #expect(ForecastScore.coverage([(range: ClosedRange<Double>, value: Double)]()) == 0)
  }

  @Test("without forecasts there is nothing to praise")
  func empty() {
    let none = score([])
    #expect(none.brier == 0 && none.rate == 0 && none.reliability.isEmpty)
    #expect(none.skill == nil)
    #expect(score([(0.3, true)]).skill == nil)
  }
}
