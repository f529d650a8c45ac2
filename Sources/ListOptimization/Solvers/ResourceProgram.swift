/// The exact dynamic program for independent successes over everything that the limits count.
///
/// Options are taken in by rising utility; V(s), the largest value with at most s of each resource,
/// then follows from
///
/// V′(s) = max(V(s), max over variants of (1 − q) · V(s − use) + q · u),
///
/// because the newcomer is preferred to all before it. Resources are the counts of classes whose
/// fee or limit depends on the count, the total count, tokens, and money at the largest common
/// step. This is the cost program of Kapur & Hong (arXiv 2205.01869) in as many dimensions as the
/// limits need. O(rows · states).
struct ResourceProgram {
  /// A resource: how much there is, and how much each row uses.
  struct Dimension {
    var capacity: Int
    var use: [Int]
    var meaning: Meaning

    enum Meaning: Equatable {
      case classCount(Int)
      case count
      case token
      case money(unit: Int)
    }
  }

  let problem: PreparedPortfolio
  let limits: ResourceLimits
  let region: SearchRegion
  let chance: [Double]
  /// The last dimension is the longest: it is the inner loop.
  private(set) var dimensions: [Dimension] = []
  private let candidates: [Int]

  /// Lays out the resources; `nil` if the problem is not independent or has a cap on offers.
  init?(_ problem: PreparedPortfolio, _ limits: ResourceLimits, _ region: SearchRegion) {
    guard let chance = problem.independentChance, limits.offerCap == nil else { return nil }
    self.problem = problem
    self.limits = limits
    self.region = region
    self.chance = chance
    candidates = (0..<problem.count).filter { region.choices($0, problem) > 0 }
    guard candidates.allSatisfy({ problem.variantCount(at: $0) < 255 }) else { return nil }
    addCounts()
    addTokens()
    dimensions.sort { $0.capacity < $1.capacity }
  }

  private func usePerRow(_ value: (Int, Int) -> Int) -> [Int] {
    var use = [Int](repeating: 0, count: problem.rowCount)
    for position in 0..<problem.count {
      for row in problem.firstRow[position]..<problem.firstRow[position + 1] {
        use[row] = value(position, row - problem.firstRow[position])
      }
    }
    return use
  }

  private mutating func addCounts() {
    let priced = limits.hasBudget || problem.feeWeight > 0
    var sizes = [Int](repeating: 0, count: problem.fees.count)
    for position in candidates { sizes[problem.classOf[position]] += 1 }
    var flat = [Int](repeating: 0, count: problem.fees.count)
    var countedClasses = 0
    for index in problem.fees.indices {
      let table = limits.fee[index]
      let price = table.count > 1 ? table[1] : 0
      let isFlat = table.enumerated().allSatisfy { $0.element == $0.offset * price }
      if sizes[index] > limits.classCount[index] || (priced && !isFlat) {
        var most = min(limits.classCount[index], sizes[index])
        while most > 0, table[most] > limits.budget { most -= 1 }
        dimensions.append(
          Dimension(
            capacity: most, use: usePerRow { at, _ in problem.classOf[at] == index ? 1 : 0 },
            meaning: .classCount(index)))
        countedClasses += 1
      } else {
        flat[index] = price
      }
    }
    let used = sizes.filter { $0 > 0 }.count
    if candidates.count > limits.count, countedClasses < used {
      dimensions.append(
        Dimension(capacity: limits.count, use: usePerRow { _, _ in 1 }, meaning: .count))
    }
    guard priced else { return }
    let costs = candidates.map { problem.cost[$0] + flat[problem.classOf[$0]] }
    let unit = costs.reduce(0) { greatestCommonDivisor($0, $1) }
    guard unit > 0 else { return }
    let most = min(limits.budget, costs.reduce(0, +)) / unit
    dimensions.append(
      Dimension(
        capacity: most,
        use: usePerRow { at, _ in (problem.cost[at] + flat[problem.classOf[at]]) / unit },
        meaning: .money(unit: unit)))
  }

  private mutating func addTokens() {
    for kind in 0..<problem.tokenKindCount where limits.tokens[kind] > 0 {
      var wanting = 0
      let use = usePerRow { position, variant in
        problem.tokenKind(at: position, variant: variant) == kind ? 1 : 0
      }
      for position in candidates {
        for row in problem.firstRow[position]..<problem.firstRow[position + 1]
        where region.isAllowed[row] { wanting += use[row] }
      }
      guard wanting > limits.tokens[kind] else { continue }
      dimensions.append(Dimension(capacity: limits.tokens[kind], use: use, meaning: .token))
    }
  }

  private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (first, second) = (a, b)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }

  /// The number of updates that a solution takes; `Int.max` if it overflows.
  var cells: Int {
    var states = 1
    for dimension in dimensions {
      let (product, overflow) = states.multipliedReportingOverflow(by: dimension.capacity + 1)
      if overflow { return .max }
      states = product
    }
    var rows = 0
    for row in region.isAllowed.indices where region.isAllowed[row] { rows += 1 }
    let (product, overflow) = states.multipliedReportingOverflow(by: max(1, rows))
    return overflow ? .max : product
  }

  /// The best list, or `nil` if the required options do not fit.
  func solve() -> ListState? {
    let inner = dimensions.last?.capacity ?? 0
    let outer = dimensions.dropLast()
    var strides: [Int] = []
    var size = inner + 1
    for dimension in outer.reversed() {
      strides.insert(size, at: 0)
      size *= dimension.capacity + 1
    }
    var values = [Double](repeating: 0, count: size)
    var next = values
    var choices = [UInt8](repeating: 0, count: size * candidates.count)
    var levels = [Int](repeating: 0, count: outer.count)
    for (turn, position) in candidates.reversed().enumerated() {
      let first = problem.firstRow[position]
      let rows = (first..<problem.firstRow[position + 1]).filter { region.isAllowed[$0] }
      let mark = turn * size
      let isRequired = region.isRequired[position]
      let u = problem.utility[position]
      for index in levels.indices { levels[index] = 0 }
      for block in stride(from: 0, to: size, by: inner + 1) {
        values.withUnsafeBufferPointer { old in
          next.withUnsafeMutableBufferPointer { new in
            choices.withUnsafeMutableBufferPointer { chosen in
              for x in block...(block + inner) { new[x] = isRequired ? -1 : old[x] }
              for row in rows {
                var source = block
                var fits = true
                for (index, dimension) in outer.enumerated() {
                  let use = dimension.use[row]
                  if use > levels[index] { fits = false }
                  source -= use * strides[index]
                }
                let shift = dimensions.last?.use[row] ?? 0
                guard fits, shift <= inner else { continue }
                let q = chance[row]
                let worth = q * u
                let keep = 1 - q
                let variant = UInt8(row - first + 1)
                for x in 0...(inner - shift) {
                  let before = old[source + x]
                  let value = before < 0 ? -1 : keep * before + worth
                  if value > new[block + shift + x] {
                    new[block + shift + x] = value
                    chosen[mark + block + shift + x] = variant
                  }
                }
              }
            }
          }
        }
        // The next block: count up the outer levels, the last one fastest.
        for index in outer.indices.reversed() {
          levels[index] += 1
          if levels[index] <= outer[index].capacity { break }
          levels[index] = 0
        }
      }
      swap(&values, &next)
    }
    guard let state = bestState(values) else { return nil }
    return trace(state, choices: choices, size: size, strides: strides)
  }

  /// The state of largest value after fees among those that keep the budget and the count.
  private func bestState(_ values: [Double]) -> Int? {
    var best: Int?
    var bestObjective = -Double.infinity
    for state in values.indices where values[state] >= 0 {
      var rest = state
      var fee = 0
      var count = 0
      for dimension in dimensions.reversed() {
        let level = rest % (dimension.capacity + 1)
        rest /= dimension.capacity + 1
        switch dimension.meaning {
        case .classCount(let index):
          fee += limits.fee[index][level]
          count += level
        case .money(let unit): fee += level * unit
        case .count, .token: break
        }
      }
      guard fee <= limits.budget, count <= limits.count else { continue }
      let objective = values[state] - problem.feeWeight * Double(fee)
      if objective > bestObjective {
        bestObjective = objective
        best = state
      }
    }
    return best
  }

  private func trace(_ start: Int, choices: [UInt8], size: Int, strides: [Int]) -> ListState {
    var list = ListState(problem)
    var state = start
    for (turn, position) in candidates.reversed().enumerated().reversed() {
      let choice = Int(choices[turn * size + state])
      guard choice > 0 else { continue }
      let row = problem.firstRow[position] + choice - 1
      list.insert(position, variant: choice - 1, problem)
      for (index, dimension) in dimensions.dropLast().enumerated() {
        state -= dimension.use[row] * strides[index]
      }
      state -= dimensions.last?.use[row] ?? 0
    }
    return list
  }
}
