import SmartPickNumerics
import Testing

@Suite("Normal distribution")
struct NormalTests {
  // Reference values: mpmath, 25 digits.
  @Test(arguments: [
    (0.0, 0.5), (1.0, 0.841_344_746_068_542_948_6), (-1.96, 0.024_997_895_148_220_435_4),
    (-5.0, 2.866_515_718_791_939_1e-7), (-10.0, 7.619_853_024_160_526_1e-24),
    (-37.0, 5.725_571_222_524_588e-300),
  ])
  func cumulativeIsAccurateInTheTail(x: Double, expected: Double) {
    // Rounding x ⁄ √2 alone moves the tail by a share of x² · 1e-16.
    let tolerance = (4e-15 + 1.2e-16 * x * x) * expected
    #expect(abs(Normal.cumulative(x) - expected) <= tolerance)
    #expect(abs(Normal.upperTail(-x) - expected) <= tolerance)
  }

  @Test func quantileInvertsTheDistribution() {
    for exponent in stride(from: -300.0, through: -1, by: 7) {
      var p = 1.0
      for _ in 0..<Int(-exponent) { p /= 10 }
      let back = Normal.cumulative(Normal.quantile(p))
      // dp/p ≈ x·dx, so a relative error of 1e-16 in x grows with x².
      #expect(abs(back - p) <= 4e-13 * p, "p = \(p)")
    }
    for step in 1..<1000 {
      let p = Double(step) / 1000
      #expect(abs(Normal.cumulative(Normal.quantile(p)) - p) <= 3e-16 * 4)
      #expect(abs(Normal.quantile(p) + Normal.quantile(1 - p)) <= 1e-13)
    }
  }

  @Test func quantileAtTheEnds() {
    #expect(Normal.quantile(0) == -.infinity)
    #expect(Normal.quantile(1) == .infinity)
    #expect(Normal.quantile(-0.1).isNaN)
    #expect(Normal.quantile(.nan).isNaN)
    #expect(abs(Normal.quantile(0.975) - 1.959_963_984_540_054_235_5) < 1e-15 * 4)
  }

  @Test func intervalsKeepTheirDigitsInTheUpperTail() {
    let mirrored = Normal.probability(from: -9, to: -8)
    #expect(Normal.probability(from: 8, to: 9) == mirrored)
    #expect(mirrored > 6e-16 && mirrored < 7e-16)
    #expect(Normal.probability(from: 1, to: 1) == 0)
  }

  @Test func bivariateAgreesWithDirectIntegration() {
    // P(X ≤ h, Y ≤ k) = ∫ φ(x) Φ((k − r x) ⁄ √(1 − r²)) dx, by fine Simpson steps.
    for r in [-0.99, -0.93, -0.6, -0.1, 0.3, 0.8, 0.924, 0.95, 0.999] {
      for (h, k) in [(0.0, 0.0), (-1.2, 0.7), (1.5, 1.4), (-2.0, -2.5), (0.4, -0.9)] {
        let scale = ((1 - r) * (1 + r)).squareRoot()
        let steps = 20_000
        let low = -10.0
        let width = (h - low) / Double(steps)
        var sum = 0.0
        for step in 0...steps {
          let x = low + Double(step) * width
          let weight = step == 0 || step == steps ? 1.0 : (step % 2 == 0 ? 2.0 : 4.0)
          sum += weight * Normal.density(x) * Normal.cumulative((k - r * x) / scale)
        }
        let value = BivariateNormal.cumulative(h, k, correlation: r)
        #expect(abs(value - sum * width / 3) < 1e-11, "r = \(r), h = \(h), k = \(k)")
      }
    }
    #expect(BivariateNormal.cumulative(0.3, 0.3, correlation: 1) == Normal.cumulative(0.3))
    #expect(BivariateNormal.cumulative(0.3, -0.3, correlation: -1) < 1e-16)
    #expect(BivariateNormal.cumulative(.infinity, 0.5, correlation: 0.4) == Normal.cumulative(0.5))
    let all = BivariateNormal.probability(
      x: (-.infinity, .infinity), y: (1, 2), correlation: 0.7)
    #expect(abs(all - Normal.probability(from: 1, to: 2)) < 1e-15)
  }
}
