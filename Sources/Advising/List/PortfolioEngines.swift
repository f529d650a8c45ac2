import ListOptimization

/// The optimizer set up over one set of options: with the applicant's utilities, once more with
/// every place worth one, and, for several specialties, with every place worth what its specialty is.
struct PortfolioEngines: Sendable {
  private let preferring: PortfolioSolver
  private let counting: PortfolioSolver
  private let growing: PortfolioSolver

  /// - Parameter weights: what a place in each class of the problem is worth, whatever the program.
  init(_ problem: PortfolioProblem, weights: [Double]) throws(AdviceError) {
    preferring = try explaining { () throws(PortfolioError) in try PortfolioSolver(problem) }
    counting = preferring.countingMatches()
    if Set(weights).count > 1 {
      var problem = problem
      for index in problem.options.indices {
        problem.options[index].utility = weights[problem.options[index].classIndex]
      }
      growing = try explaining { () throws(PortfolioError) in try PortfolioSolver(problem) }
    } else {
      growing = counting
    }
  }

  /// What a balanced list was weighed against.
  struct Balance: Sendable {
    /// The best chance of matching found under the same limits.
    var bestChance: Double
  }

  /// The best list under these limits.
  ///
  /// - Parameter slack: how much of the best chance of matching may be given up for a better place;
  ///   nil to seek the largest value alone.
  func solve(
    _ limits: PortfolioLimits, slack: Double?, effort: SolverEffort
  ) throws(AdviceError) -> (solution: PortfolioSolution, balance: Balance?) {
    guard let slack else {
      let solution = try explaining { () throws(PortfolioError) in
        try preferring.solve(limits: limits, effort: effort)
      }
      return (solution, nil)
    }
    let balanced = try explaining { () throws(PortfolioError) in
      try preferring.solveBalanced(slack: slack, limits: limits, effort: effort)
    }
    return (
      try weighed(balanced, limits),
      Balance(bestChance: balanced.safest.value)
    )
  }

  /// The balanced list with what each member adds to worth and chance together, at the price of the
  /// chance that the list was found with: a reach that adds to the worth alone counts for little
  /// where the chance is what is short.
  private func weighed(
    _ balanced: BalancedSolution, _ limits: PortfolioLimits
  ) throws(AdviceError) -> PortfolioSolution {
    var solution = balanced.solution
    let price = balanced.matchWeight
    guard price > 0 else { return solution }
    let weighted = try explaining { () throws(PortfolioError) in
      try preferring.weighting(matches: price).evaluate(solution.choices, limits: limits)
    }
    for (index, member) in weighted.members.enumerated()
    where solution.list.members.indices.contains(index) {
      solution.list.members[index].contribution = member.contribution / (1 + price)
      solution.list.members[index].tokenValue = member.tokenValue / (1 + price)
    }
    return solution
  }

  /// The number of programs after which a list growing under these limits may end, by what they add
  /// to the chance of matching; nil if the limits end it before.
  func enough(
    _ rule: EnoughRule, under limits: PortfolioLimits
  ) throws(AdviceError) -> Int? {
    var progress = EnoughRule.Progress()
    var isEnough = false
    let problem = growing.problem
    let growth = try explaining { () throws(PortfolioError) in
      try growing.growth(under: limits) { step in
        isEnough = rule.isEnough(before: step, in: problem, &progress)
        return isEnough
      }
    }
    return isEnough ? growth.count - 1 : nil
  }

  /// How the chance of matching grows to the list and to twice its length.
  func growth(of solution: PortfolioSolution) throws(AdviceError) -> [PortfolioStep] {
    try explaining { () throws(PortfolioError) in
      try counting.growth(of: solution.choices, beyond: max(solution.members.count, 10))
    }
  }

  /// Programs that raise a list's chance most, one after the other.
  func additions(
    to choices: [PortfolioChoice], count: Int, where isCandidate: (Int) -> Bool
  ) throws(AdviceError) -> [PortfolioStep] {
    try explaining { () throws(PortfolioError) in
      try counting.bestAdditions(
        to: choices, count: count, limits: PortfolioLimits(), where: isCandidate)
    }
  }

  /// Members of a list, the one that costs least to drop first.
  func worstMembers(
    of choices: [PortfolioChoice]
  ) throws(AdviceError) -> [PortfolioEvaluation.Member] {
    try explaining { () throws(PortfolioError) in
      try counting.worstMembers(of: choices, limits: PortfolioLimits())
    }
  }
}

/// The optimizer's complaints in the words of the advice.
private func explaining<Value>(
  _ body: () throws(PortfolioError) -> Value
) throws(AdviceError) -> Value {
  do {
    return try body()
  } catch {
    throw .limits("\(error)")
  }
}
