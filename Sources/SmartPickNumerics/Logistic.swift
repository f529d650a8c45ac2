#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The logistic function and its inverse, without overflow or needless loss at the ends.
public enum Logistic {
  /// The chance whose log-odds are `x`: 1 ⁄ (1 + e⁻ˣ).
  public static func cumulative(_ x: Double) -> Double {
    if x >= 0 {
      return 1 / (1 + exp(-x))
    }
    let odds = exp(x)
    return odds / (1 + odds)
  }

  /// The log-odds of the chance `p`: −∞ at 0, +∞ at 1, NaN outside 0…1.
  public static func quantile(_ p: Double) -> Double {
    log(p) - log1p(-p)
  }

  /// The density of the standard logistic distribution, the derivative of ``cumulative(_:)``.
  public static func density(_ x: Double) -> Double {
    let odds = exp(-abs(x))
    return odds / ((1 + odds) * (1 + odds))
  }

  /// log(1 + eˣ), the log-normalizer of a logistic likelihood.
  public static func softplus(_ x: Double) -> Double {
    x > 0 ? x + log1p(exp(-x)) : log1p(exp(x))
  }
}

/// The chance whose log-odds are `x`; see ``Logistic/cumulative(_:)``.
public func logistic(_ x: Double) -> Double { Logistic.cumulative(x) }

/// The log-odds of the chance `p`; see ``Logistic/quantile(_:)``.
public func logit(_ p: Double) -> Double { Logistic.quantile(p) }
