/// What a price search needs to know of a class of options.
struct PricedClass: Sendable {
  let positions: [Int]
  /// Its token kinds in the flat list.
  let kinds: Range<Int>
  /// The most options.
  let limit: Int
  /// The price of each further option.
  let prices: [Double]
  /// The fee of each count: the running sum of ``prices``.
  let fees: [Double]
  /// Whether any option has a cost of its own.
  let hasOwnCosts: Bool

  init(positions: [Int], kinds: Range<Int>, limit: Int, prices: [Double], hasOwnCosts: Bool) {
    self.positions = positions
    self.kinds = kinds
    self.limit = limit
    self.prices = prices
    self.hasOwnCosts = hasOwnCosts
    var sum = 0.0
    var sums = [0.0]
    for price in prices {
      sum += price
      sums.append(sum)
    }
    fees = sums
  }
}

/// The options of a class in order of gain after token prices, with running sums.
///
/// Where no option has a cost of its own, the order does not depend on the price of money, and
/// the best count at a price is found by bisection; else the order is made anew at each price.
struct ClassBook: Sendable {
  /// The gain at which an option of the class is just worth its place, at the last prices.
  private(set) var entryPrice = 0.0

  /// Free options by falling worth; their best rows; the running sum of worth.
  private var order: [Int] = []
  private var worth: [Double] = []
  private var sums: [Double] = []
  private var bestRow: [Int]
  private var bestWorth: [Double]
  /// Worth after own costs at the price of money last looked at.
  private var netWorth: [Double]
  private var scratch: [Int] = []
  private var requiredPositions: [Int] = []
  private var requiredWorth = 0.0
  private var requiredCost = 0.0

  init(_ priced: PricedClass) {
    bestRow = [Int](repeating: 0, count: priced.positions.count)
    bestWorth = [Double](repeating: 0, count: priced.positions.count)
    netWorth = bestWorth
  }

  /// Takes in new gains and token prices.
  ///
  /// O(rows + n log n), less if the order hardly changed.
  mutating func fill(
    _ problem: PreparedPortfolio, _ priced: PricedClass, gains: [Double], tokenPrices: [Double],
    _ region: SearchRegion
  ) {
    requiredPositions.removeAll(keepingCapacity: true)
    requiredWorth = 0
    requiredCost = 0
    var isListed = [Bool](repeating: false, count: priced.positions.count)
    price(problem, priced, gains: gains, tokenPrices: tokenPrices, region)
    for (index, position) in priced.positions.enumerated() {
      let best = bestWorth[index]
      guard bestRow[index] >= 0 else { continue }
      if region.isRequired[position] {
        requiredPositions.append(index)
        requiredWorth += best
        requiredCost += Double(problem.cost[position])
      } else {
        isListed[index] = true
      }
    }
    // Keep last time's order of those still there, then add the others: nearly sorted already.
    var kept = order.filter { isListed[$0] }
    for index in kept { isListed[index] = false }
    for index in isListed.indices where isListed[index] { kept.append(index) }
    order = kept
    if !priced.hasOwnCosts { sort(by: bestWorth, above: 0) }
  }

  /// The best row of each option after token prices; −1 where none is allowed.
  private mutating func price(
    _ problem: PreparedPortfolio, _ priced: PricedClass, gains: [Double], tokenPrices: [Double],
    _ region: SearchRegion
  ) {
    let base = priced.kinds.lowerBound
    bestRow.withUnsafeMutableBufferPointer { bestRow in
      bestWorth.withUnsafeMutableBufferPointer { bestWorth in
        problem.firstRow.withUnsafeBufferPointer { firstRow in
          region.isAllowed.withUnsafeBufferPointer { isAllowed in
            gains.withUnsafeBufferPointer { gains in
              tokenPrices.withUnsafeBufferPointer { tokens in
                for (index, position) in priced.positions.enumerated() {
                  let first = firstRow[position]
                  var best = -Double.infinity
                  var row = -1
                  for candidate in first..<firstRow[position + 1] where isAllowed[candidate] {
                    let price = candidate == first ? 0 : tokens[base + candidate - first - 1]
                    let value = gains[candidate] - price
                    if value > best {
                      best = value
                      row = candidate
                    }
                  }
                  bestRow[index] = row
                  bestWorth[index] = best
                }
              }
            }
          }
        }
      }
    }
  }

  /// Puts the options whose key is above `floor` in order of falling key, then all others.
  ///
  /// Insertion sort if few are out of place since last time, else the library's.
  private mutating func sort(by key: [Double], above floor: Double) {
    scratch.removeAll(keepingCapacity: true)
    var front = 0
    for index in order {
      if key[index] > floor {
        order[front] = index
        front += 1
      } else {
        scratch.append(index)
      }
    }
    order.replaceSubrange(front..., with: scratch)
    let isSorted = order.withUnsafeMutableBufferPointer { order in
      key.withUnsafeBufferPointer { Self.insertionSort(&order, front, by: $0) }
    }
    if !isSorted {
      order[..<front].sort { key[$0] == key[$1] ? $0 < $1 : key[$0] > key[$1] }
    }
    worth.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    var sum = 0.0
    sums.append(0)
    for index in order[..<front] {
      worth.append(key[index])
      sum += key[index]
      sums.append(sum)
    }
  }

  /// Sorts the first elements by falling key; gives up, and says so, if too many are out of place.
  private static func insertionSort(
    _ order: inout UnsafeMutableBufferPointer<Int>, _ count: Int,
    by key: UnsafeBufferPointer<Double>
  ) -> Bool {
    var moves = 0
    for index in stride(from: 1, to: count, by: 1) {
      let element = order[index]
      let value = key[element]
      var place = index
      while place > 0, key[order[place - 1]] < value {
        order[place] = order[place - 1]
        place -= 1
        moves += 1
      }
      order[place] = element
      if moves > 8 * count { return false }
    }
    return true
  }

  /// How many options are worth their price, required ones not counted.
  private mutating func bestCount(
    _ problem: PreparedPortfolio, _ priced: PricedClass, money: Double, place: Double
  ) -> Int {
    if priced.hasOwnCosts {
      for index in order {
        netWorth[index] =
          bestWorth[index] - money * Double(problem.cost[priced.positions[index]])
      }
      sort(by: netWorth, above: place)
    }
    let base = requiredPositions.count
    var low = 0
    var high = max(0, min(worth.count, priced.limit - base))
    while low < high {
      let middle = (low + high) / 2
      if worth[middle] - place > money * priced.prices[base + middle] {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The largest total worth after prices, and what it uses.
  mutating func total(
    _ problem: PreparedPortfolio, _ priced: PricedClass, money: Double, place: Double
  ) -> (value: Double, fee: Double, count: Double) {
    let extra = bestCount(problem, priced, money: money, place: place)
    let count = requiredPositions.count + extra
    let fee = priced.fees[min(count, priced.prices.count)]
    var own = requiredCost
    if priced.hasOwnCosts {
      for index in order.prefix(extra) { own += Double(problem.cost[priced.positions[index]]) }
    }
    // `sums` is already after the options' own costs; those of required options are not in it.
    let value =
      requiredWorth - money * requiredCost + sums[extra] - money * fee - place * Double(count)
    return (value, fee + own, Double(count))
  }

  /// Adds the chosen rows with a share, and returns their fee.
  mutating func append(
    _ problem: PreparedPortfolio, _ priced: PricedClass, money: Double, place: Double,
    share: Double, to picks: inout [(row: Int, share: Double)]
  ) -> Double {
    let total = total(problem, priced, money: money, place: place)
    let extra = Int(total.count) - requiredPositions.count
    for index in requiredPositions { picks.append((bestRow[index], share)) }
    for index in order.prefix(extra) { picks.append((bestRow[index], share)) }
    return total.fee
  }

  /// Notes the gain at which one more option would come in at the given prices.
  mutating func setEntryPrice(
    _ problem: PreparedPortfolio, _ priced: PricedClass, money: Double, place: Double
  ) {
    let extra = bestCount(problem, priced, money: money, place: place)
    let count = requiredPositions.count + extra
    guard extra > 0 else {
      entryPrice = count < priced.prices.count ? money * priced.prices[count] : 0
      return
    }
    let paid = money * priced.prices[count - 1]
    let next = extra < worth.count ? worth[extra] - place : -.infinity
    entryPrice = max(paid, next)
  }
}
