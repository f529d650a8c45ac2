/// Four nodes side by side: the unit of all arithmetic over nodes.
///
/// A vector over the nodes is a run of lanes, padded with zeros. Padding never changes a sum,
/// since the weight of a padded node is zero.
typealias Lane = SIMD4<Double>

extension SIMD4<Double> {
  /// The sum of the four elements, always in the same order.
  @inline(__always)
  var total: Double { (x + y) + (z + w) }
}

extension [Lane] {
  /// Appends one vector over the nodes, padded with zeros to `lanes` lanes.
  mutating func append(padding values: [Double], lanes: Int) {
    for start in stride(from: 0, to: 4 * lanes, by: 4) {
      var lane = Lane.zero
      for offset in 0..<4 where start + offset < values.count {
        lane[offset] = values[start + offset]
      }
      append(lane)
    }
  }
}
