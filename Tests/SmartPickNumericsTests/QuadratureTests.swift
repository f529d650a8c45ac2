import SmartPickNumerics
import Testing

@Suite("Quadrature rules")
struct QuadratureTests {
  @Test(arguments: [1, 2, 3, 5, 16, 32, 64, 128, 257])
  func hermiteIntegratesMoments(count: Int) {
    let rule = QuadratureRule.gaussHermite(count: count)
    #expect(rule.count == count)
    #expect(abs(rule.integral { _ in 1 } - 1) < 1e-14)
    #expect(abs(rule.integral { $0 }) < 1e-14)
    var moment = 1.0
    // E Z²ᵏ = 1·3·5⋯(2k − 1), exact up to degree 2n − 1.
    for k in 1...10 where 2 * k <= 2 * count - 1 {
      moment *= Double(2 * k - 1)
      let value = rule.integral { z in
        var power = 1.0
        for _ in 0..<k { power *= z * z }
        return power
      }
      #expect(abs(value - moment) < 1e-12 * moment, "degree \(2 * k)")
    }
    #expect(rule.nodes == rule.nodes.sorted())
    #expect(rule.nodes.reversed().map { -$0 } == rule.nodes)
  }

  @Test func hermiteKnownNodes() {
    let rule = QuadratureRule.gaussHermite(count: 3)
    #expect(abs(rule.nodes[2] - 1.732_050_807_568_877_293_5) < 1e-15)
    #expect(abs(rule.weights[1] - 2.0 / 3) < 1e-15)
    #expect(QuadratureRule.gaussHermite(count: 0).nodes == [0])
  }

  @Test(arguments: [1, 4, 20, 51])
  func legendreIntegratesPolynomials(count: Int) {
    let rule = QuadratureRule.gaussLegendre(count: count)
    #expect(abs(rule.integral { _ in 1 } - 2) < 1e-14)
    if count > 1 {
      #expect(abs(rule.integral { $0 * $0 } - 2.0 / 3) < 1e-14)
    }
    #expect(rule.nodes == rule.nodes.sorted())
  }
}
