#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Probabilities of two correlated standard normal variables.
public enum BivariateNormal {
  /// P(X ≤ x, Y ≤ y) for standard normals of the given correlation, which must be in −1…1.
  ///
  /// Drezner & Wesolowsky's method as refined by A. Genz (*Statistics and Computing* 14, 2004);
  /// absolute error about 1e-15.
  public static func cumulative(_ x: Double, _ y: Double, correlation: Double) -> Double {
    upperTail(-x, -y, correlation: correlation)
  }

  /// P(x₁ < X ≤ x₂, y₁ < Y ≤ y₂), never below 0.
  public static func probability(
    x: (low: Double, high: Double), y: (low: Double, high: Double), correlation: Double
  ) -> Double {
    // Reflect both axes into the lower tail where the four terms are small and cancel least.
    let flip = x.low > 0 && y.low > 0
    let (xl, xh) = flip ? (-x.high, -x.low) : (x.low, x.high)
    let (yl, yh) = flip ? (-y.high, -y.low) : (y.low, y.high)
    let sum =
      cumulative(xh, yh, correlation: correlation) - cumulative(xl, yh, correlation: correlation)
      - cumulative(xh, yl, correlation: correlation) + cumulative(xl, yl, correlation: correlation)
    return max(0, sum)
  }

  /// P(X > h, Y > k).
  public static func upperTail(_ h: Double, _ k: Double, correlation r: Double) -> Double {
    if h == .infinity || k == .infinity { return 0 }
    if h == -.infinity { return Normal.upperTail(k) }
    if k == -.infinity { return Normal.upperTail(h) }
    if r == 0 { return Normal.upperTail(h) * Normal.upperTail(k) }
    let p = abs(r) < 0.925 ? moderate(h, k, r) : strong(h, k, r)
    return min(1, max(0, p))
  }

  private static let rule = QuadratureRule.gaussLegendre(count: 20)

  private static func moderate(_ h: Double, _ k: Double, _ r: Double) -> Double {
    let product = h * k
    let halfSquares = (h * h + k * k) / 2
    let halfAngle = asin(r) / 2
    let integral = rule.integral { node in
      let sine = sin(halfAngle * (1 + node))
      return exp((sine * product - halfSquares) / (1 - sine * sine))
    }
    return integral * halfAngle / (2 * Double.pi) + Normal.upperTail(h) * Normal.upperTail(k)
  }

  private static func strong(_ h: Double, _ signedK: Double, _ r: Double) -> Double {
    let k = r < 0 ? -signedK : signedK
    let product = h * k
    var sum = 0.0
    if abs(r) < 1 {
      let oneMinusSquare = (1 - r) * (1 + r)
      let a = oneMinusSquare.squareRoot()
      let b2 = (h - k) * (h - k)
      let c = (4 - product) / 8
      let d = (12 - product) / 80
      let exponent = -(b2 / oneMinusSquare + product) / 2
      if exponent > -100 {
        sum =
          a * exp(exponent)
          * (1 - c * (b2 - oneMinusSquare) * (1 - d * b2) / 3
            + c * d * oneMinusSquare * oneMinusSquare)
      }
      if product > -100 {
        let b = b2.squareRoot()
        let tail = (2 * Double.pi).squareRoot() * Normal.cumulative(-b / a)
        sum -= exp(-product / 2) * tail * b * (1 - c * b2 * (1 - d * b2) / 3)
      }
      let half = a / 2
      let integral = rule.integral { node in
        let xs = half * (1 + node) * half * (1 + node)
        let exponent = -(b2 / xs + product) / 2
        guard exponent > -100 else { return 0 }
        let series = 1 + c * xs * (1 + 5 * d * xs)
        let root = (1 - xs).squareRoot()
        let exact = exp(-(product / 2) * xs / ((1 + root) * (1 + root))) / root
        return exp(exponent) * (series - exact)
      }
      sum = (half * integral - sum) / (2 * Double.pi)
    }
    if r > 0 { return sum + Normal.upperTail(max(h, k)) }
    if h >= k { return -sum }
    return Normal.probability(from: h, to: k) - sum
  }
}
