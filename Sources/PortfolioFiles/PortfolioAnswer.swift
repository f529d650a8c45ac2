public import ListOptimization

/// The answers to an instance, as printed by `smartpick optimize --json`.
public struct PortfolioAnswer: Sendable, Equatable, Codable {
  /// The best list for one limit or one price of money.
  public struct Result: Sendable, Equatable, Codable {
    /// The limit of count that was asked about.
    public var h: Int?
    /// The budget that was asked about.
    public var budget: Int?
    /// The price of money that was asked about: value for each unit of fee.
    public var lambda: Double?
    /// The value less the fee at that price.
    public var net: Double?
    /// The value of the list.
    public var value: Double
    /// No list is worth more (for a price of money: no list has a larger `net`).
    public var bound: Double
    /// (bound − value) ⁄ bound, or the same for `net`.
    public var gap: Double
    /// How the bound was proven.
    public var proof: String
    /// What the list costs.
    public var fee: Int
    /// The options, by index from 0, ascending.
    public var set: [Int]
    /// The variant of each option of `set`; left out where all are plain.
    public var variants: [Int]?
  }

  /// The kind of the instance.
  public var kind: PortfolioInstance.Kind
  /// The number of nodes of the common factor.
  public var nodes: Int
  /// One result for each limit or budget.
  public var results: [Result]
  /// One result for each price of money; left out if none was asked about.
  public var net: [Result]?
}

extension PortfolioInstance {
  /// Solves the instance for everything that is asked.
  ///
  /// - Throws: ``PortfolioFileError`` if the problem cannot be worked with.
  public func answer(
    effort: SolverEffort = .thorough
  ) throws(PortfolioFileError) -> PortfolioAnswer {
    do {
      let solver = try PortfolioSolver(problem)
      var results: [PortfolioAnswer.Result] = []
      if kind == .sameCost {
        results = sameCostResults()
      } else {
        for count in counts {
          var limits = problem.limits
          limits.count = count
          var result = PortfolioAnswer.Result(
            try solver.solve(limits: limits, effort: effort))
          result.h = count
          results.append(result)
        }
      }
      for budget in budgets {
        var limits = problem.limits
        limits.budget = budget
        var result = PortfolioAnswer.Result(
          try solver.solve(limits: limits, effort: effort))
        result.budget = budget
        results.append(result)
      }
      if kind == .general, counts.isEmpty, budgets.isEmpty {
        results.append(PortfolioAnswer.Result(try solver.solve(effort: effort)))
      }
      var nets: [PortfolioAnswer.Result] = []
      for weight in feeWeights {
        var priced = problem
        priced.feeWeight = weight
        let solution = try PortfolioSolver(priced).solve(effort: effort)
        var result = PortfolioAnswer.Result(solution)
        result.lambda = weight
        result.net = solution.objective
        nets.append(result)
      }
      return PortfolioAnswer(
        kind: kind, nodes: problem.nodeWeights.count, results: results,
        net: nets.isEmpty ? nil : nets)
    } catch {
      throw .problem(error)
    }
  }

  /// All counts from one run, since the optimal lists are nested.
  private func sameCostResults() -> [PortfolioAnswer.Result] {
    let base = problem.outsideValue
    let method = MarginalImprovement(
      utilities: problem.options.map { max(0, $0.utility - base) },
      chances: problem.options.map { $0.variants[0].chance[0] }, count: counts.max() ?? 0)
    return counts.map { count in
      let length = min(max(0, count), method.order.count)
      let value = base + (length > 0 ? method.values[length - 1] : 0)
      return PortfolioAnswer.Result(
        h: count, value: value, bound: value, gap: 0,
        proof: PortfolioProof.marginalImprovement.rawValue, fee: 0,
        set: method.order.prefix(length).sorted())
    }
  }
}

extension PortfolioAnswer.Result {
  fileprivate init(_ solution: PortfolioSolution) {
    let choices = solution.choices.sorted { $0.option < $1.option }
    self.init(
      value: solution.value, bound: solution.upperBound, gap: solution.gap,
      proof: solution.proof.rawValue, fee: solution.fee, set: choices.map(\.option),
      variants: choices.allSatisfy { $0.variant == 0 } ? nil : choices.map(\.variant))
  }
}
