/// The exact method for options of different whole costs whose successes are independent.
///
/// Kapur & Hong's dynamic program over expenditure (arXiv 2205.01869): options are taken in by
/// rising utility, and with V(h) the largest value for a budget h,
///
/// V′(h) = max(V(h), (1 − f) · V(h − g) + f · t).
///
/// O(n · budget) time; the answer for every smaller budget comes along.
public struct CostProgram: Sendable, Equatable {
  /// The options of the best list for the whole budget, in order of preference.
  public let chosen: [Int]

  /// The value of the best list.
  public let value: Double

  /// The value of the best list for every budget from 0 up.
  public let valueByBudget: [Double]

  /// Solves for a budget.
  ///
  /// - Parameters:
  ///   - utilities: what each success is worth, at least 0.
  ///   - chances: P(success) of each.
  ///   - costs: the cost of each, at least 0; options that cost more than the budget, or less than
  ///     0, are left out.
  ///   - budget: the most to spend; a negative one is taken as 0.
  public init(utilities: [Double], chances: [Double], costs: [Int], budget: Int) {
    let total = min(utilities.count, min(chances.count, costs.count))
    var most = 0
    let order = (0..<total).filter { costs[$0] >= 0 && costs[$0] <= max(0, budget) }.sorted {
      utilities[$0] == utilities[$1] ? $0 > $1 : utilities[$0] < utilities[$1]
    }
    for option in order {
      most = min(max(0, budget), most.addingReportingOverflow(costs[option]).partialValue)
    }
    let width = most + 1
    var values = [Double](repeating: 0, count: width)
    var next = values
    var isTaken = [Bool](repeating: false, count: width * order.count)
    for (turn, option) in order.enumerated() {
      let cost = costs[option]
      let keep = 1 - chances[option]
      let worth = chances[option] * utilities[option]
      let row = turn * width
      values.withUnsafeBufferPointer { old in
        next.withUnsafeMutableBufferPointer { new in
          isTaken.withUnsafeMutableBufferPointer { taken in
            for h in 0..<min(cost, width) { new[h] = old[h] }
            for h in stride(from: cost, to: width, by: 1) {
              let without = old[h]
              let with = keep * old[h - cost] + worth
              let isBetter = with > without
              new[h] = isBetter ? with : without
              taken[row + h] = isBetter
            }
          }
        }
      }
      swap(&values, &next)
    }
    var h = most
    var chosen: [Int] = []
    for turn in order.indices.reversed() where isTaken[turn * width + h] {
      chosen.append(order[turn])
      h -= costs[order[turn]]
    }
    self.chosen = chosen
    value = values[most]
    valueByBudget = values
  }
}
