import Testing

@testable import Calibration

@Suite("Regressions of the calibration")
struct RegressionTests {
  @Test("a ridge finds the line it was given, and a large penalty keeps a coefficient at 0")
  func ridge() throws {
    var sums = RidgeSums(width: 2)
    var first = RidgeSums(width: 2)
    var rest = RidgeSums(width: 2)
    for step in 0..<200 {
      let x = [Double(step % 7) - 3, Double(step % 5) - 2]
      let y = 0.5 * x[0] - 2 * x[1]
      sums.add(x, y)
      if step < 50 { first.add(x, y) } else { rest.add(x, y) }
    }
    let fit = try #require(sums.solve(penalties: [1e-6, 1e-6]))
    #expect(abs(fit.coefficients[0] - 0.5) < 1e-6)
    #expect(abs(fit.coefficients[1] + 2) < 1e-6)
    #expect(fit.variance < 1e-6)
    let left = try #require(first.adding(rest).solve(penalties: [1e-6, 1e9]))
    #expect(left.rows == 200)
    #expect(abs(left.coefficients[1]) < 1e-3)
  }

  @Test("rank correlation is 1 for any rising relation, shares ranks of ties, and 0 without spread")
  func ranks() {
    #expect(RankCorrelation.spearman([1, 2, 3, 4], [1, 10, 100, 1000]) == 1)
    #expect(RankCorrelation.spearman([1, 2, 3], [3, 2, 1]) == -1)
    #expect(RankCorrelation.spearman([1, 2, 3], [5, 5, 5]) == 0)
    #expect(abs(RankCorrelation.spearman([1, 1, 2], [1, 2, 3]) - 0.866) < 0.001)
  }

  @Test("four quarters have a slope, and a bend beside it")
  func trend() {
    let standing = [-1.6, -0.2, 0.6, 1.3]
    let line = QuarterTrend(standing.map { 3 + 2 * $0 }, over: standing)
    #expect(abs(line.slope - 2) < 1e-9)
    #expect(abs(line.bend) < 1e-9)
    let curve = QuarterTrend(standing.map { 1 - 0.5 * $0 - 0.3 * $0 * $0 }, over: standing)
    #expect(abs(curve.slopeWithBend + 0.5) < 1e-9)
    #expect(abs(curve.bend + 0.3) < 1e-9)
  }
}
