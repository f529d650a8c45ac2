import ListOptimization

/// The optimizer set up twice over the same options: once with the applicant's utilities, once
/// with every place worth one, so that its value is the chance of matching at all.
struct PortfolioEngines: Sendable {
  private let preferring: PortfolioSolver
  private let matching: PortfolioSolver

  init(_ problem: PortfolioProblem) throws(AdviceError) {
    var chances = problem
    for index in chances.options.indices { chances.options[index].utility = 1 }
    do {
      preferring = try PortfolioSolver(problem)
      matching = try PortfolioSolver(chances)
    } catch {
      throw .limits("\(error)")
    }
  }

  /// The best list under these limits.
  func solve(_ limits: PortfolioLimits) throws(AdviceError) -> PortfolioSolution {
    try explaining { () throws(PortfolioError) in try preferring.solve(limits: limits) }
  }

  /// The chance of matching with a list, as its value.
  func matching(
    of choices: [PortfolioChoice], limits: PortfolioLimits
  ) throws(AdviceError) -> PortfolioEvaluation {
    try explaining { () throws(PortfolioError) in
      try matching.evaluate(choices, limits: limits)
    }
  }

  /// How the chance of matching grows to the list and forty programs beyond it.
  func growth(of solution: PortfolioSolution) throws(AdviceError) -> [PortfolioStep] {
    try explaining { () throws(PortfolioError) in
      try matching.growth(of: solution.choices, beyond: 40)
    }
  }

  /// How the value in the applicant's utilities grows within the list.
  func valueGrowth(of solution: PortfolioSolution) throws(AdviceError) -> [PortfolioStep] {
    try explaining { () throws(PortfolioError) in
      try preferring.growth(of: solution.choices, beyond: 0)
    }
  }

  /// Programs that raise a list's chance most, one after the other.
  func additions(
    to choices: [PortfolioChoice], count: Int, where isCandidate: (Int) -> Bool
  ) throws(AdviceError) -> [PortfolioStep] {
    try explaining { () throws(PortfolioError) in
      try matching.bestAdditions(
        to: choices, count: count, limits: PortfolioLimits(), where: isCandidate)
    }
  }

  /// Members of a list, the one that costs least to drop first.
  func worstMembers(
    of choices: [PortfolioChoice]
  ) throws(AdviceError) -> [PortfolioEvaluation.Member] {
    try explaining { () throws(PortfolioError) in
      try matching.worstMembers(of: choices, limits: PortfolioLimits())
    }
  }

  private func explaining<Value>(
    _ body: () throws(PortfolioError) -> Value
  ) throws(AdviceError) -> Value {
    do {
      return try body()
    } catch {
      throw .limits("\(error)")
    }
  }
}
