#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension CounterRandom {
  /// A standard normal draw.
  ///
  /// By inversion: one uniform a draw and rising in it, so that runs with common random numbers
  /// stay paired when a parameter changes.
  public mutating func normal() -> Double {
    Normal.quantile(uniform())
  }

  /// A normal draw of the given mean and standard deviation.
  public mutating func normal(mean: Double, standardDeviation: Double) -> Double {
    mean + standardDeviation * normal()
  }

  /// A standard logistic draw, by inversion.
  public mutating func logistic() -> Double {
    Logistic.quantile(uniform())
  }

  /// An exponential draw of mean 1, by inversion.
  public mutating func exponential() -> Double {
    -log1p(-uniform())
  }

  /// A Poisson draw; 0 for a mean that is not positive.
  ///
  /// Sequential inversion below a mean of 10, else Hörmann's transformed rejection (PTRS,
  /// *Insurance: Mathematics and Economics* 12, 1993).
  public mutating func poisson(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    if mean < 10 {
      var remaining = uniform()
      var term = exp(-mean)
      var k = 0
      while remaining > term, k < 200 {
        remaining -= term
        k += 1
        term *= mean / Double(k)
      }
      return k
    }
    let logMean = log(mean)
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let vr = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07, v <= vr { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let accepted = log(v) + log(inverseAlpha) - log(a / (us * us) + b)
      if accepted <= -mean + k * logMean - logFactorial(Int(k)) { return Int(k) }
    }
  }

  /// The number of successes in `trials` independent tries of the given chance.
  ///
  /// Sequential inversion where few are expected, else Hörmann's transformed rejection (BTRS,
  /// *Journal of Statistical Computation and Simulation* 46, 1993).
  public mutating func binomial(trials: Int, chance: Double) -> Int {
    guard trials > 0, chance > 0 else { return 0 }
    guard chance < 1 else { return trials }
    if chance > 0.5 { return trials - binomial(trials: trials, chance: 1 - chance) }
    let n = Double(trials)
    if n * chance < 10 {
      let odds = chance / (1 - chance)
      var remaining = uniform()
      var term = exp(n * log1p(-chance))
      var k = 0
      while remaining > term, k < trials {
        remaining -= term
        term *= odds * Double(trials - k) / Double(k + 1)
        k += 1
      }
      return k
    }
    let spread = (n * chance * (1 - chance)).squareRoot()
    let b = 1.15 + 2.53 * spread
    let a = -0.0873 + 0.0248 * b + 0.01 * chance
    let c = n * chance + 0.5
    let vr = 0.92 - 4.2 / b
    let alpha = (2.83 + 5.1 / b) * spread
    let logOdds = log(chance / (1 - chance))
    let mode = ((n + 1) * chance).rounded(.down)
    let h = logFactorial(Int(mode)) + logFactorial(trials - Int(mode))
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + c).rounded(.down)
      if k < 0 || k > n { continue }
      if us >= 0.07, v <= vr { return Int(k) }
      let accepted = log(v * alpha / (a / (us * us) + b))
      let bound =
        h - logFactorial(Int(k)) - logFactorial(trials - Int(k)) + (k - mode) * logOdds
      if accepted <= bound { return Int(k) }
    }
  }

  /// An index drawn in proportion to its weight; `nil` when no weight is positive.
  ///
  /// Weights below 0 count as 0. O(weights), one uniform a draw.
  public mutating func index(weights: some Collection<Double>) -> Int? {
    var total = 0.0
    for weight in weights where weight > 0 { total += weight }
    guard total > 0 else { return nil }
    var remaining = uniform() * total
    var lastPositive: Int?
    for (index, weight) in weights.enumerated() where weight > 0 {
      if remaining < weight { return index }
      remaining -= weight
      lastPositive = index
    }
    return lastPositive
  }
}
