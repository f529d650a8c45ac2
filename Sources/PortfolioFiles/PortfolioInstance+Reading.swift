public import Foundation
import ListOptimization

extension PortfolioInstance {
  /// Reads an instance from a JSON document.
  ///
  /// - Throws: ``PortfolioFileError``, which says what is wrong and where.
  public init(json: Data) throws(PortfolioFileError) {
    let raw = try RawInstance(try JSONTree.fields(of: json))
    kind = raw.kind
    try raw.checkLayout()
    feeWeights = try raw.feeWeights()
    let limits = try raw.wholes("limits")
    let budgets = try raw.wholes("budgets")
    switch raw.kind {
    case .general:
      problem = try GeneralProblem.read(json, fields: raw.fields)
      counts = limits ?? []
      self.budgets = budgets ?? []
      return
    case .sameCost, .correlated:
      problem = try raw.makeProblem()
      self.budgets = budgets ?? []
      let answered = try raw.answered(
        ["optimum_by_limit", "optimum_by_limit_gauss_hermite_128", "recomputed", "optimum_by_h"],
        by: "h")
      let all = limits == nil ? Array(0...problem.options.count) : []
      counts = Self.questions(limits, or: answered ?? all)
    case .variedCost, .tieredFee:
      problem = try raw.makeProblem()
      counts = limits ?? []
      let answered = try raw.answered(["optimum_by_budget"], by: "budget")
      self.budgets = Self.questions(budgets, or: answered ?? [])
    }
    if counts.isEmpty, self.budgets.isEmpty, feeWeights.isEmpty {
      let byCount = kind == .sameCost || kind == .correlated
      let field = byCount || (limits != nil && budgets == nil) ? "limits" : "budgets"
      throw .field(
        name: field,
        reason: (raw.fields[field] == nil ? "missing" : "nothing is asked")
          + (field == "limits"
            ? "; give the counts to answer for, such as [1, 2]"
            : "; give the budgets (or “limits”) to answer for, such as [100, 200]"))
    }
  }

  /// What the file asks, or what its answers answer for if it asks nothing.
  private static func questions(_ asked: [Int]?, or answered: [Int]) -> [Int] {
    guard let asked, !asked.isEmpty else { return answered }
    return asked
  }
}
