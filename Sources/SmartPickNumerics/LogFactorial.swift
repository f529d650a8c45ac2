#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// log(k!), to about machine precision; 0 for `k` below 2.
///
/// `lgamma` would do, but it writes a global (`signgam`) and so must not be called from several
/// threads.
public func logFactorial(_ k: Int) -> Double {
  if k < 2 { return 0 }
  if k < 16 {
    var product = 1.0
    for factor in 2...k { product *= Double(factor) }
    return log(product)
  }
  let x = Double(k) + 1
  let inverse = 1 / x
  let square = inverse * inverse
  // Stirling's series for log Γ(x); at x ≥ 17 the first term left out is below 1e-17.
  let series =
    inverse
    * (1.0 / 12
      - square
      * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))))
  return (x - 0.5) * log(x) - x + 0.918_938_533_204_672_741_78 + series
}
