import ListOptimization

/// The optimizer set up over one set of options: with the applicant's utilities, and, where
/// questions about the chance of matching at all are asked, once more with every place worth one.
struct PortfolioEngines: Sendable {
  private let preferring: PortfolioSolver
  private let matching: PortfolioSolver?

  /// - Parameter answersQuestions: whether more is asked than the best list and its chance.
  init(_ problem: PortfolioProblem, answersQuestions: Bool) throws(AdviceError) {
    preferring = try explaining { () throws(PortfolioError) in try PortfolioSolver(problem) }
    matching = answersQuestions ? preferring.countingMatches() : nil
  }

  private var counting: PortfolioSolver { matching ?? preferring.countingMatches() }

  /// What a balanced list was weighed against.
  struct Balance: Sendable {
    /// The best chance of matching found under the same limits.
    var bestChance: Double
    /// No list under the limits has a larger chance.
    var chanceBound: Double
    /// The chance that the list had to keep.
    var requiredChance: Double
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
      balanced.solution,
      Balance(
        bestChance: balanced.safest.value, chanceBound: balanced.safest.upperBound,
        requiredChance: balanced.requiredChance)
    )
  }

  /// The number of programs after which a list growing under these limits may end; nil if the
  /// limits end it before.
  func enough(
    _ rule: EnoughRule, under limits: PortfolioLimits
  ) throws(AdviceError) -> Int? {
    var progress = EnoughRule.Progress()
    var isEnough = false
    let problem = preferring.problem
    let growth = try explaining { () throws(PortfolioError) in
      try preferring.growth(under: limits) { step in
        isEnough = rule.isEnough(before: step, in: problem, &progress)
        return isEnough
      }
    }
    return isEnough ? growth.count - 1 : nil
  }

  /// The chance of matching with a list, as its value.
  func matching(
    of choices: [PortfolioChoice], limits: PortfolioLimits
  ) throws(AdviceError) -> PortfolioEvaluation {
    if let matching {
      return try explaining { () throws(PortfolioError) in
        try matching.evaluate(choices, limits: limits)
      }
    }
    // The list's own options are all that its value needs.
    var problem = preferring.problem
    guard !choices.isEmpty else {
      return try explaining { () throws(PortfolioError) in
        try counting.evaluate([], limits: limits)
      }
    }
    let kept = choices.sorted { $0.option < $1.option }
    problem.options = kept.map { problem.options[$0.option] }
    for index in problem.options.indices { problem.options[index].utility = 1 }
    let own = kept.indices.map { PortfolioChoice(option: $0, variant: kept[$0].variant) }
    return try explaining { () throws(PortfolioError) in
      try PortfolioSolver(problem).evaluate(own, limits: limits)
    }
  }

  /// How the chance of matching grows to the list and forty programs beyond it.
  func growth(of solution: PortfolioSolution) throws(AdviceError) -> [PortfolioStep] {
    try explaining { () throws(PortfolioError) in
      try counting.growth(of: solution.choices, beyond: 40)
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
