#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension QuadratureRule {
  /// The Gauss–Hermite rule for the standard normal weight: Σ wₖ f(zₖ) ≈ E f(Z), Z ~ N(0, 1).
  ///
  /// "Probabilists'" convention: the weights sum to 1. The rule with `count` nodes is exact for
  /// polynomials up to degree 2·`count` − 1. A function that turns steeply needs many nodes, so
  /// choose `count` by the accuracy wanted; a count below 1 is taken as 1.
  ///
  /// Nodes are the eigenvalues of the Jacobi matrix (Golub & Welsch, *Math. Comp.* 23, 1969),
  /// each polished by Newton's method on the orthonormal polynomial, from which the weights
  /// follow with full relative accuracy. O(count²).
  public static func gaussHermite(count: Int) -> QuadratureRule {
    let n = max(1, count)
    let guesses = TridiagonalEigenvalues.ascending(
      diagonal: [Double](repeating: 0, count: n),
      offDiagonal: (1..<n).map { Double($0).squareRoot() })
    var nodes = [Double](repeating: 0, count: n)
    var weights = [Double](repeating: 0, count: n)
    // The rule is symmetric: compute the upper half and mirror it, so that it is exactly so.
    for index in (n / 2)..<n {
      let isCentre = n % 2 == 1 && index == n / 2
      var x = isCentre ? 0 : guesses[index]
      if !isCentre {
        for _ in 0..<3 {
          let value = OrthonormalHermite(degree: n, at: x)
          x -= value.newtonStep
        }
      }
      let value = OrthonormalHermite(degree: n, at: x)
      nodes[index] = x
      nodes[n - 1 - index] = -x
      weights[index] = value.gaussWeight
      weights[n - 1 - index] = value.gaussWeight
    }
    return QuadratureRule(nodes: nodes, weights: weights)
  }
}

/// The orthonormal Hermite polynomials of degree n and n − 1 at a point, scaled by a common
/// factor e^`logScale` that keeps them from overflowing at high degree.
private struct OrthonormalHermite {
  let degree: Int
  private var last = 1.0
  private var previous = 0.0
  private var logScale = 0.0

  init(degree: Int, at x: Double) {
    self.degree = degree
    for k in 1...degree {
      let next =
        (x * last - Double(k - 1).squareRoot() * previous) / Double(k).squareRoot()
      previous = last
      last = next
      let size = max(abs(last), abs(previous))
      if size > 1e100 {
        last /= size
        previous /= size
        logScale += log(size)
      }
    }
  }

  /// pₙ ⁄ pₙ′, since pₙ′ = √n · pₙ₋₁.
  var newtonStep: Double { last / (Double(degree).squareRoot() * previous) }

  /// The Christoffel number at a root: 1 ⁄ (n · pₙ₋₁²).
  var gaussWeight: Double {
    exp(-2 * logScale) / (Double(degree) * previous * previous)
  }
}
