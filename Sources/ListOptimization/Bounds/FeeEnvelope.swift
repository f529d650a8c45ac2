/// The price of each further option of a class under the largest convex fee below the true one.
///
/// A convex fee has rising prices, which makes the best number of options at given prices a matter
/// of one comparison; being nowhere above the true fee, it keeps bounds valid.
enum FeeEnvelope {
  /// Element m is the price of going from m to m + 1 options, non-decreasing in m.
  ///
  /// O(n).
  static func prices(of fee: [Int]) -> [Double] {
    var hull: [Int] = []
    for count in fee.indices {
      while hull.count >= 2 {
        let middle = hull[hull.count - 1]
        let first = hull[hull.count - 2]
        let left = Double(fee[middle] - fee[first]) * Double(count - first)
        let right = Double(fee[count] - fee[first]) * Double(middle - first)
        if left < right { break }
        hull.removeLast()
      }
      hull.append(count)
    }
    var prices: [Double] = []
    prices.reserveCapacity(fee.count)
    for (start, end) in zip(hull, hull.dropFirst()) {
      let price = Double(fee[end] - fee[start]) / Double(end - start)
      prices.append(contentsOf: repeatElement(price, count: end - start))
    }
    return prices
  }
}
