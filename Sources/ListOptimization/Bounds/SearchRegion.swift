/// A part of all lists: which rows may be used, and which options must be on the list.
struct SearchRegion: Sendable {
  /// By row: whether this variant may be chosen.
  var isAllowed: [Bool]
  /// By position: whether the option must be on the list.
  var isRequired: [Bool]

  /// All lists under the limits that could be best: rows without a token, without worth or over
  /// the budget by themselves are left out, unless required.
  init(_ problem: PreparedPortfolio, _ limits: ResourceLimits) {
    isAllowed = [Bool](repeating: false, count: problem.rowCount)
    isRequired = [Bool](repeating: false, count: problem.count)
    for position in 0..<problem.count {
      let rows = problem.firstRow[position]..<problem.firstRow[position + 1]
      var only: Int?
      switch problem.requirement[position] {
      case .exclude: continue
      case .free:
        let isUseless = problem.utility[position] <= 0 || limits.offerCap == 0
        if isUseless || limits.classCount[problem.classOf[position]] == 0 { continue }
      case .include: isRequired[position] = true
      case .includeVariant(let variant):
        isRequired[position] = true
        only = variant
      }
      for row in rows {
        let variant = row - rows.lowerBound
        let kind = problem.tokenKind(at: position, variant: variant)
        let hasToken = kind.map { limits.tokens[$0] > 0 } ?? true
        isAllowed[row] = hasToken && (only.map { $0 == variant } ?? true)
      }
    }
  }

  /// Takes an option out of every list.
  mutating func exclude(_ position: Int, _ problem: PreparedPortfolio) {
    for row in problem.firstRow[position]..<problem.firstRow[position + 1] {
      isAllowed[row] = false
    }
  }

  /// Leaves one variant of an option only.
  mutating func restrict(_ position: Int, to variant: Int, _ problem: PreparedPortfolio) {
    let first = problem.firstRow[position]
    for row in first..<problem.firstRow[position + 1] where row != first + variant {
      isAllowed[row] = false
    }
  }

  /// Whether a list is of this region.
  func contains(_ list: ListState, _ problem: PreparedPortfolio) -> Bool {
    for position in 0..<problem.count {
      let variant = list.variantAt[position]
      if variant < 0 {
        if isRequired[position] { return false }
      } else if !isAllowed[problem.firstRow[position] + variant] {
        return false
      }
    }
    return true
  }

  /// The number of variants still allowed.
  func choices(_ position: Int, _ problem: PreparedPortfolio) -> Int {
    var count = 0
    for row in problem.firstRow[position]..<problem.firstRow[position + 1] where isAllowed[row] {
      count += 1
    }
    return count
  }
}
