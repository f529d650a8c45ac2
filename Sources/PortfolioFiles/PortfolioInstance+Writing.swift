public import Foundation
public import ListOptimization

extension PortfolioInstance {
  /// A whole problem as an instance file of kind `general`, with sorted keys.
  ///
  /// - Parameters:
  ///   - problem: the problem; its own limits are part of it.
  ///   - counts: counts to ask about beside, if any.
  ///   - budgets: budgets to ask about beside, if any.
  public static func json(
    _ problem: PortfolioProblem, counts: [Int] = [], budgets: [Int] = []
  ) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(
      Written(
        kind: Kind.general.rawValue, problem: problem, limits: counts.isEmpty ? nil : counts,
        budgets: budgets.isEmpty ? nil : budgets))
  }

  private struct Written: Encodable {
    var kind: String
    var problem: PortfolioProblem
    var limits: [Int]?
    var budgets: [Int]?
  }
}
