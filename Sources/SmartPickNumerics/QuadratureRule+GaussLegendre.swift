#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension QuadratureRule {
  /// The Gauss–Legendre rule on −1…1: Σ wₖ f(xₖ) ≈ ∫ f, exact up to degree 2·`count` − 1.
  ///
  /// Roots by Newton's method from Tricomi's estimate. O(count²). A count below 1 is taken as 1.
  public static func gaussLegendre(count: Int) -> QuadratureRule {
    let n = max(1, count)
    var nodes = [Double](repeating: 0, count: n)
    var weights = [Double](repeating: 0, count: n)
    for index in 0..<((n + 1) / 2) {
      let isCentre = n % 2 == 1 && index == n / 2
      var x = isCentre ? 0 : cos(Double.pi * (Double(index) + 0.75) / (Double(n) + 0.5))
      var slope = 1.0
      for _ in 0..<6 {
        var last = x
        var previous = 1.0
        for k in stride(from: 2, through: n, by: 1) {
          let next = (Double(2 * k - 1) * x * last - Double(k - 1) * previous) / Double(k)
          previous = last
          last = next
        }
        slope = Double(n) * (x * last - previous) / (x * x - 1)
        if !isCentre { x -= last / slope }
      }
      let weight = 2 / ((1 - x * x) * slope * slope)
      nodes[index] = -x
      nodes[n - 1 - index] = x
      weights[index] = weight
      weights[n - 1 - index] = weight
    }
    return QuadratureRule(nodes: nodes, weights: weights)
  }
}
