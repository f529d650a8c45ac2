/// A list in the making: who is on it, in which variant, and what of the limits it uses up.
struct ListState: Sendable {
  /// By position: the variant chosen, or −1.
  private(set) var variantAt: [Int]
  /// The positions on the list, ascending (most preferred first).
  private(set) var members: [Int] = []
  private(set) var classCount: [Int]
  private(set) var tokensUsed: [Int]
  /// Fees and costs together.
  private(set) var fee = 0

  init(_ problem: PreparedPortfolio) {
    variantAt = [Int](repeating: -1, count: problem.count)
    classCount = [Int](repeating: 0, count: problem.fees.count)
    tokensUsed = [Int](repeating: 0, count: problem.tokenKindCount)
  }

  func contains(_ position: Int) -> Bool { variantAt[position] >= 0 }

  /// The number of members more preferred than `position`: where it would be inserted.
  func insertionIndex(of position: Int) -> Int {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if members[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What one more option of this position's class would add to the fee; `nil` past the limit.
  func extraFee(_ position: Int, _ problem: PreparedPortfolio, _ limits: ResourceLimits) -> Int? {
    let index = problem.classOf[position]
    let used = classCount[index]
    guard used < limits.classCount[index] else { return nil }
    return limits.fee[index][used + 1] - limits.fee[index][used] + problem.cost[position]
  }

  /// Whether a token for the variant is left.
  func hasToken(
    _ position: Int, _ variant: Int, _ problem: PreparedPortfolio, _ limits: ResourceLimits
  ) -> Bool {
    guard let kind = problem.tokenKind(at: position, variant: variant) else { return true }
    return tokensUsed[kind] < limits.tokens[kind]
  }

  /// Whether the option fits under every limit but that of tokens.
  func fits(_ position: Int, _ problem: PreparedPortfolio, _ limits: ResourceLimits) -> Bool {
    guard members.count < limits.count, let extra = extraFee(position, problem, limits) else {
      return false
    }
    return extra <= limits.budget - fee
  }

  /// The name of the first limit that the list breaks, if any.
  func brokenLimit(_ problem: PreparedPortfolio, _ limits: ResourceLimits) -> String? {
    if members.count > limits.count { return "count (\(limits.count))" }
    for (index, used) in classCount.enumerated() where used > limits.classCount[index] {
      return "count of class \(index) (\(limits.classCount[index]))"
    }
    for (kind, used) in tokensUsed.enumerated() where used > limits.tokens[kind] {
      let index = problem.tokenBase.lastIndex { $0 <= kind } ?? 0
      return "tokens of kind \(kind - problem.tokenBase[index] + 1) in class \(index) "
        + "(\(limits.tokens[kind]))"
    }
    return fee > limits.budget ? "budget (\(limits.budget))" : nil
  }

  mutating func insert(_ position: Int, variant: Int, _ problem: PreparedPortfolio) {
    members.insert(position, at: insertionIndex(of: position))
    variantAt[position] = variant
    let index = problem.classOf[position]
    let schedule = problem.fees[index]
    fee +=
      schedule.fee(count: classCount[index] + 1) - schedule.fee(count: classCount[index])
      + problem.cost[position]
    classCount[index] += 1
    if let kind = problem.tokenKind(at: position, variant: variant) { tokensUsed[kind] += 1 }
  }

  mutating func remove(_ position: Int, _ problem: PreparedPortfolio) {
    members.remove(at: insertionIndex(of: position))
    if let kind = problem.tokenKind(at: position, variant: variantAt[position]) {
      tokensUsed[kind] -= 1
    }
    variantAt[position] = -1
    let index = problem.classOf[position]
    let schedule = problem.fees[index]
    fee -=
      schedule.fee(count: classCount[index]) - schedule.fee(count: classCount[index] - 1)
      + problem.cost[position]
    classCount[index] -= 1
  }

  mutating func change(_ position: Int, to variant: Int, _ problem: PreparedPortfolio) {
    if let kind = problem.tokenKind(at: position, variant: variantAt[position]) {
      tokensUsed[kind] -= 1
    }
    if let kind = problem.tokenKind(at: position, variant: variant) { tokensUsed[kind] += 1 }
    variantAt[position] = variant
  }
}
