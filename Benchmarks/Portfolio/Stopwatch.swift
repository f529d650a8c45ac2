/// Times of repeated runs, in milliseconds.
struct Stopwatch {
  private(set) var times: [Double] = []

  /// Runs and times `body` once.
  mutating func run<T>(_ body: () throws -> T) rethrows -> T {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try body()
    let parts = start.duration(to: clock.now).components
    times.append(Double(parts.seconds) * 1e3 + Double(parts.attoseconds) * 1e-15)
    return result
  }

  /// Adds a time that was measured elsewhere.
  mutating func add(_ milliseconds: Double) { times.append(milliseconds) }

  var mean: Double { times.reduce(0, +) / Double(max(1, times.count)) }

  var median: Double {
    let sorted = times.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  var fastest: Double { times.min() ?? 0 }
}
