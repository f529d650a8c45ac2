/// The most that independent gains can add up to under the limits, bounded by prices.
///
/// Given a gain for every row, this maximizes their sum over lists that keep the limits, relaxed
/// to fractions. Every limit gets a price (money, places, tokens of each kind); for any prices at
/// all,
///
/// Σ price · limit + Σ over options of their best gain after prices
///
/// is an upper bound (Lagrangian duality), so it does not matter for validity how well the prices
/// are found. Token prices are found one kind at a time, from the gain that the last token and the
/// first option without one would make of it; the price of money and of places by following the
/// tangents of the bound, which is convex and piecewise linear in each.
struct PriceSearch: Sendable {
  /// A fractional list that (nearly) attains the bound.
  struct Result {
    var bound = Double.infinity
    /// Rows and their shares.
    var picks: [(row: Int, share: Double)] = []
    /// The fee of the fractional list.
    var fee = 0.0
  }

  /// The prices found last; the next search starts from them.
  private(set) var money = 0.0
  private(set) var place = 0.0
  private(set) var token: [Double]

  private let feeWeight: Double
  private let budget: Double
  private let placeLimit: Double
  private let tokenLimit: [Int]
  private let kindOfRow: [Int?]
  private let classes: [PricedClass]
  private var books: [ClassBook]

  init(_ problem: PreparedPortfolio, _ limits: ResourceLimits) {
    feeWeight = problem.feeWeight
    budget = limits.hasBudget ? Double(limits.budget) : .infinity
    placeLimit =
      limits.classCount.reduce(0, +) > limits.count ? Double(limits.count) : .infinity
    tokenLimit = limits.tokens
    token = [Double](repeating: 0, count: limits.tokens.count)
    kindOfRow = (0..<problem.count).flatMap { position in
      (0..<problem.variantCount(at: position)).map {
        problem.tokenKind(at: position, variant: $0)
      }
    }
    var byClass = [[Int]](repeating: [], count: limits.classCount.count)
    for position in 0..<problem.count { byClass[problem.classOf[position]].append(position) }
    classes = byClass.indices.map { index in
      PricedClass(
        positions: byClass[index],
        kinds: problem.tokenBase[
          index]..<(index + 1 < byClass.count
          ? problem.tokenBase[index + 1] : problem.tokenKindCount),
        limit: limits.classCount[index], prices: FeeEnvelope.prices(of: limits.fee[index]),
        hasOwnCosts: byClass[index].contains { problem.cost[$0] != 0 })
    }
    books = classes.map { ClassBook($0) }
  }

  /// Finds prices for the given gains and returns the bound and a list that nearly attains it.
  mutating func solve(
    _ problem: PreparedPortfolio, gains: [Double], region: SearchRegion, rounds: Int
  ) -> Result {
    var best = Result()
    var least = Double.infinity
    for _ in 0..<rounds {
      if !token.isEmpty { updateTokens(problem, gains, region) }
      var tokenValue = 0.0
      for kind in token.indices { tokenValue += token[kind] * Double(tokenLimit[kind]) }
      for index in classes.indices {
        books[index].fill(problem, classes[index], gains: gains, tokenPrices: token, region)
      }
      let found = searchPlaces(problem)
      place = found.price
      // The bound is the least over all rounds; the list is that of the round whose list comes
      // closest to its own bound without more tokens than there are.
      var next = result(problem, found, bound: found.value + tokenValue)
      let off = mismatch(problem, next, gains)
      next.bound = min(next.bound, best.bound)
      if off < least {
        least = off
        best = next
      } else {
        best.bound = next.bound
      }
      for index in classes.indices {
        books[index].setEntryPrice(problem, classes[index], money: money + feeWeight, place: place)
      }
      if token.isEmpty || least <= 1e-9 * abs(best.bound) { break }
    }
    return best
  }

  /// How far a list is from attaining its bound within the limits of tokens.
  private func mismatch(
    _ problem: PreparedPortfolio, _ result: Result, _ gains: [Double]
  ) -> Double {
    var total = -feeWeight * result.fee
    var used = [Double](repeating: 0, count: token.count)
    for pick in result.picks {
      total += pick.share * gains[pick.row]
      if let kind = kindOfRow[pick.row] { used[kind] += pick.share }
    }
    var off = abs(result.bound - total)
    let unit = abs(result.bound) / Double(max(1, result.picks.count))
    for kind in token.indices { off += unit * max(0, used[kind] - Double(tokenLimit[kind])) }
    return off
  }

  /// A minimum of the bound over one price, between two prices that use too much and not too much.
  private struct Found {
    var price = 0.0
    var value = Double.infinity
    /// The use of the other limit at the minimum.
    var otherUse = 0.0
    /// Lists on either side and the share of the first.
    var sides: [(money: Double, place: Double, share: Double)] = []
  }

  private mutating func searchPlaces(_ problem: PreparedPortfolio) -> Found {
    guard placeLimit.isFinite else { return searchMoney(problem, place: 0) }
    var innerMoney = money
    let found = minimize(limit: placeLimit, start: place) { search, price in
      search.money = innerMoney
      let inner = search.searchMoney(problem, place: price)
      innerMoney = search.money
      return (inner.value + price * search.placeLimit, inner.otherUse, 0, inner.sides)
    }
    money = innerMoney
    return found
  }

  /// The best price of money at a given price of places; sets ``money``.
  private mutating func searchMoney(_ problem: PreparedPortfolio, place: Double) -> Found {
    let found = minimize(limit: budget, start: money) { search, price in
      var value = price.isFinite && search.budget.isFinite ? price * search.budget : 0
      var fee = 0.0
      var count = 0.0
      for index in search.classes.indices {
        let total = search.books[index].total(
          problem, search.classes[index], money: price + search.feeWeight, place: place)
        value += total.value
        fee += total.fee
        count += total.count
      }
      return (value, fee, count, [(price, place, 1)])
    }
    money = found.price
    var result = found
    result.price = place
    return result
  }

  private typealias Evaluation = (
    value: Double, use: Double, otherUse: Double,
    sides: [(money: Double, place: Double, share: Double)]
  )

  /// Minimizes a convex piecewise linear function of one price whose slope is limit − use.
  private mutating func minimize(
    limit: Double, start: Double,
    _ evaluate: (inout PriceSearch, Double) -> Evaluation
  ) -> Found {
    var low = evaluate(&self, 0)
    var lowPrice = 0.0
    guard low.use > limit else {
      return Found(price: 0, value: low.value, otherUse: low.otherUse, sides: low.sides)
    }
    var highPrice = start > 0 ? start * 1.02 : 1e-6
    var high = evaluate(&self, highPrice)
    for _ in 0..<80 where high.use > limit {
      low = high
      lowPrice = highPrice
      highPrice *= start > 0 && highPrice < start * 1.2 ? 1.05 : 4
      high = evaluate(&self, highPrice)
    }
    if start > 0, lowPrice == 0 {
      let guess = start * 0.98
      let middle = evaluate(&self, guess)
      if middle.use > limit {
        low = middle
        lowPrice = guess
      } else {
        high = middle
        highPrice = guess
      }
    }
    for _ in 0..<40 {
      let denominator = low.use - high.use
      guard denominator > 0 else { break }
      let crossing =
        (low.value - high.value + (low.use - limit) * lowPrice - (high.use - limit) * highPrice)
        / denominator
      guard crossing > lowPrice, crossing < highPrice else { break }
      let tangent = low.value - (low.use - limit) * (crossing - lowPrice)
      let middle = evaluate(&self, crossing)
      if middle.value - tangent <= 1e-12 * max(1e-12, abs(middle.value)) {
        // Both sides meet here: the two lists have the same value at this price.
        let share = min(1, max(0, (limit - high.use) / denominator))
        return join(low, high, share: share, price: crossing, value: middle.value)
      }
      if middle.use > limit {
        low = middle
        lowPrice = crossing
      } else {
        high = middle
        highPrice = crossing
      }
    }
    let denominator = low.use - high.use
    let share = denominator > 0 ? min(1, max(0, (limit - high.use) / denominator)) : 0
    let lowIsBest = low.value < high.value
    return join(
      low, high, share: share, price: lowIsBest ? lowPrice : highPrice,
      value: min(low.value, high.value))
  }

  private func join(
    _ low: Evaluation, _ high: Evaluation, share: Double, price: Double, value: Double
  ) -> Found {
    Found(
      price: price, value: value,
      otherUse: share * low.otherUse + (1 - share) * high.otherUse,
      sides: low.sides.map { ($0.money, $0.place, $0.share * share) }
        + high.sides.map { ($0.money, $0.place, $0.share * (1 - share)) })
  }

  private mutating func result(
    _ problem: PreparedPortfolio, _ found: Found, bound: Double
  ) -> Result {
    var result = Result(bound: bound)
    for side in found.sides where side.share > 0 {
      for index in classes.indices {
        let fee = books[index].append(
          problem, classes[index], money: side.money + feeWeight, place: side.place,
          share: side.share, to: &result.picks)
        result.fee += side.share * fee
      }
    }
    return result
  }

  /// For each kind, the price at which just as many options want a token as there are tokens.
  private mutating func updateTokens(
    _ problem: PreparedPortfolio, _ gains: [Double], _ region: SearchRegion
  ) {
    for index in classes.indices {
      for kind in classes[index].kinds {
        let variant = kind - classes[index].kinds.lowerBound + 1
        let capacity = tokenLimit[kind]
        guard capacity > 0 else {
          token[kind] = 0
          continue
        }
        let top = mostWanted(
          variant, of: index, count: capacity + 1, problem: problem, gains: gains, region: region)
        let last = top[capacity - 1]
        token[kind] = last < 1e299 ? (last + top[capacity]) / 2 : top[capacity]
      }
    }
  }

  /// What the options that would gain most by a token of this variant gain by it, falling.
  ///
  /// Every option is looked at for every kind in every round: pointers spare it every check.
  private func mostWanted(
    _ variant: Int, of index: Int, count: Int, problem: PreparedPortfolio, gains: [Double],
    region: SearchRegion
  ) -> [Double] {
    let base = classes[index].kinds.lowerBound
    let entry = books[index].entryPrice + place
    let rate = money + feeWeight
    var top = [Double](repeating: 0, count: count)
    classes[index].positions.withUnsafeBufferPointer { positions in
      problem.firstRow.withUnsafeBufferPointer { firstRow in
        problem.cost.withUnsafeBufferPointer { cost in
          region.isAllowed.withUnsafeBufferPointer { isAllowed in
            gains.withUnsafeBufferPointer { gains in
              token.withUnsafeBufferPointer { token in
                for position in positions {
                  let first = firstRow[position]
                  let end = firstRow[position + 1]
                  let row = first + variant
                  guard row < end, isAllowed[row] else { continue }
                  var other =
                    region.isRequired[position]
                    ? -Double.infinity : entry + rate * Double(cost[position])
                  for rival in first..<end where rival != row && isAllowed[rival] {
                    let price = rival == first ? 0 : token[base + rival - first - 1]
                    other = max(other, gains[rival] - price)
                  }
                  let worth = min(gains[row] - other, 1e300)
                  guard worth > top[count - 1] else { continue }
                  var place = count - 1
                  while place > 0, top[place - 1] < worth {
                    top[place] = top[place - 1]
                    place -= 1
                  }
                  top[place] = worth
                }
              }
            }
          }
        }
      }
    }
    return top
  }
}
