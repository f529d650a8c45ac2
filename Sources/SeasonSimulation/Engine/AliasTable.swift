import SmartPickNumerics

/// Draws an index in proportion to its weight in constant time (Walker 1977, Vose 1991).
struct AliasTable: Sendable {
  private var threshold: [Float]
  private var alias: [Int32]

  init(weights: [Double]) {
    let n = weights.count
    threshold = [Float](repeating: 1, count: n)
    alias = (0..<n).map { Int32($0) }
    let total = weights.reduce(0, +)
    guard n > 0, total > 0 else { return }
    var scaled = weights.map { $0 * Double(n) / total }
    var small: [Int] = []
    var large: [Int] = []
    for index in 0..<n {
      if scaled[index] < 1 { small.append(index) } else { large.append(index) }
    }
    while let low = small.popLast(), let high = large.last {
      threshold[low] = Float(scaled[low])
      alias[low] = Int32(high)
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
  }

  @inline(__always)
  func draw(_ luck: inout CounterRandom) -> Int {
    let bits = luck.next()
    let column = Int((UInt64(UInt32(truncatingIfNeeded: bits)) &* UInt64(threshold.count)) >> 32)
    let u = (Float(UInt32(truncatingIfNeeded: bits >> 40)) + 0.5) * 0x1p-24
    return u < threshold[column] ? column : Int(alias[column])
  }
}
