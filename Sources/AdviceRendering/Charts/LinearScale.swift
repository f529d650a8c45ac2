/// A straight map from values to positions.
struct LinearScale {
  /// Values at the two ends.
  let domain: ClosedRange<Double>
  /// Positions at the two ends.
  let start: Double
  let end: Double

  init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    self.domain = domain
    self.start = start
    self.end = end
  }

  /// The position of a value, kept within the scale's ends.
  func callAsFunction(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    guard value.isFinite, span > 0 else { return start }
    let clamped = min(max(value, domain.lowerBound), domain.upperBound)
    return start + (clamped - domain.lowerBound) / span * (end - start)
  }

  /// Round values within the scale, about `count` of them, at steps of 1, 2 or 5 times a power
  /// of ten.
  func ticks(_ count: Int) -> [Double] {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0, span.isFinite, count > 0 else { return [] }
    var step = 1.0
    while step * Double(count) * 10 <= span { step *= 10 }
    while step > span { step /= 10 }
    for factor in [1.0, 2, 5, 10] where span / (step * factor) <= Double(count) {
      step *= factor
      break
    }
    let first = (domain.lowerBound / step).rounded(.up)
    let last = (domain.upperBound / step).rounded(.down)
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }
}
