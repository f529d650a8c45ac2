import SeasonSimulation
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How the report writes numbers, without Foundation.
extension CalibrationReport {
  func percent(_ x: Double) -> String { round1(x * 100) }
  func points(_ x: Double) -> String { (x >= 0 ? "+" : "−") + round1(abs(x) * 100) }
  func round1(_ x: Double) -> String { Self.fixed(x, 1) }
  func round2(_ x: Double) -> String { Self.fixed(x, 2) }
  func round3(_ x: Double) -> String { Self.fixed(x, 3) }

  /// A number with a fixed count of decimals.
  private static func fixed(_ x: Double, _ decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let whole = Int((abs(x) * scale).rounded())
    let base = Int(scale)
    let fraction = String(whole % base)
    let padded = String(repeating: "0", count: decimals - fraction.count) + fraction
    return (x < 0 && whole > 0 ? "−" : "") + "\(whole / base).\(padded)"
  }
}
