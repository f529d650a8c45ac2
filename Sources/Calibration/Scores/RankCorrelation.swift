import SeasonSimulation

/// Correlation of ranks.
enum RankCorrelation {
  /// Spearman's, equal values sharing their mean rank; 0 where a side does not vary.
  static func spearman(_ first: [Double], _ second: [Double]) -> Double {
    pearson(ranks(first), ranks(second))
  }

  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 }
      start = end + 1
    }
    return ranks
  }

  private static func pearson(_ first: [Double], _ second: [Double]) -> Double {
    let n = Double(max(first.count, 1))
    let meanA = first.reduce(0, +) / n
    let meanB = second.reduce(0, +) / n
    var ab = 0.0
    var aa = 0.0
    var bb = 0.0
    for (a, b) in zip(first, second) {
      ab += (a - meanA) * (b - meanB)
      aa += (a - meanA) * (a - meanA)
      bb += (b - meanB) * (b - meanB)
    }
    return aa > 0 && bb > 0 ? ab / (aa * bb).squareRoot() : 0
  }
}
