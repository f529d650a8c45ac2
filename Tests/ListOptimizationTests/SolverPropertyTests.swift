import ListOptimization
import SmartPickNumerics
import Testing

/// What must hold of any solution, however it was found.
@Suite("Properties of solutions")
struct SolverPropertyTests {
  @Test func valueRisesWithTheBudget() throws {
    let solver = try PortfolioSolver(SampleProblem.independent(options: 30, seed: 3))
    var last = 0.0
    for budget in stride(from: 0, through: 320, by: 16) {
      let solution = try solver.solve(limits: PortfolioLimits(budget: budget))
      #expect(solution.proof == .dynamicProgram)
      #expect(solution.value >= last)
      #expect(solution.fee <= budget)
      last = solution.value
    }
  }

  @Test func boundsRiseWithTheBudgetAndCoverSmallerOnes() throws {
    let problem = SampleProblem.make()
    let solver = try PortfolioSolver(problem)
    var best = 0.0
    for budget in stride(from: 0, through: 600, by: 60) {
      var limits = problem.limits
      limits.budget = budget
      let solution = try solver.solve(limits: limits, effort: .light)
      #expect(solution.upperBound >= best - 1e-9)
      // Very short lists of sure options need more branching than is tried here.
      #expect(budget < 180 || solution.gap < 0.01, "budget \(budget): \(solution.gap)")
      best = max(best, solution.value)
    }
  }

  @Test func equalFeesGiveNestedLists() throws {
    let problem = SampleProblem.independent(options: 40, seed: 9, costs: false)
    let solver = try PortfolioSolver(problem)
    var last: Set<Int> = []
    for count in 0...40 {
      let solution = try solver.solve(limits: PortfolioLimits(count: count))
      let set = Set(solution.choices.map(\.option))
      #expect(solution.proof == .marginalImprovement)
      #expect(set.count == count && set.isSuperset(of: last))
      last = set
    }
  }

  @Test func orderOfTheOptionsDoesNotMatter() throws {
    let problem = SampleProblem.make(options: 24)
    let value = try PortfolioSolver(problem).solve(effort: .light)
    var random = CounterRandom(seed: 2)
    for _ in 0..<3 {
      var shuffled = problem
      random.shuffle(&shuffled.options)
      let other = try PortfolioSolver(shuffled).solve(effort: .light)
      #expect(abs(other.value - value.value) <= 1e-9 || !other.proof.isExact)
      #expect(other.upperBound >= value.value - 1e-9)
      #expect(value.upperBound >= other.value - 1e-9)
    }
  }

  @Test func sameInputSameAnswer() throws {
    let problem = SampleProblem.make()
    let first = try PortfolioSolver(problem).solve(effort: .light)
    let second = try PortfolioSolver(problem).solve(effort: .light)
    #expect(first == second)
  }

  @Test func otherLimitsAreAsGoodAsAnotherProblem() throws {
    var problem = SampleProblem.make()
    let solver = try PortfolioSolver(problem)
    let limits = PortfolioLimits(
      budget: 150, count: 9, offerCap: 3,
      classes: [ClassLimits(count: 7, tokens: [1, 2]), ClassLimits(tokens: [0])])
    let moved = try solver.solve(limits: limits, effort: .light)
    problem.limits = limits
    #expect(try PortfolioSolver(problem).solve(effort: .light) == moved)
    #expect(moved.list.brokenLimit == nil && moved.members.count <= 9)
  }

  @Test func startingListIsNeverMadeWorse() throws {
    let problem = SampleProblem.make()
    let solver = try PortfolioSolver(problem)
    let best = try solver.solve(effort: .light)
    let again = try solver.solve(effort: .light, startingFrom: best.choices)
    #expect(again.value >= best.value - 1e-12)
    // A list that breaks the limits is not a start, and no error either.
    let all = problem.options.indices.map { PortfolioChoice(option: $0) }
    #expect(try solver.solve(effort: .light, startingFrom: all).list.brokenLimit == nil)
  }

  @Test func correlationLowersTheChanceOfAnySuccess() throws {
    let solution = try PortfolioSolver(SampleProblem.make(equalUtilities: true)).solve(
      effort: .light)
    #expect(solution.list.valueIfIndependent > solution.value + 0.01)
    // Without a factor there is nothing to lose.
    let independent = try PortfolioSolver(SampleProblem.make(nodes: 1)).solve(effort: .light)
    #expect(abs(independent.list.valueIfIndependent - independent.value) < 1e-12)
  }

  @Test func moneyCanHaveAPrice() throws {
    var problem = SampleProblem.independent(options: 20, seed: 1)
    let free = try PortfolioSolver(problem).solve()
    problem.feeWeight = 0.05
    let priced = try PortfolioSolver(problem).solve()
    #expect(priced.fee < free.fee && priced.value < free.value)
    #expect(abs(priced.objective - (priced.value - 0.05 * Double(priced.fee))) < 1e-12)
    #expect(priced.objective >= free.value - 0.05 * Double(free.fee))
  }

  @Test func offerCapCostsSomethingAndIsBounded() throws {
    let problem = SampleProblem.make()
    let solver = try PortfolioSolver(problem)
    var limits = problem.limits
    limits.budget = 600
    let free = try solver.solve(limits: limits, effort: .light)
    var last = 0.0
    for cap in [0, 1, 2, 4, 8] {
      limits.offerCap = cap
      let capped = try solver.solve(limits: limits, effort: .light)
      #expect(capped.value <= free.upperBound + 1e-12)
      #expect(capped.upperBound >= last - 1e-9)
      #expect(capped.upperBound <= free.upperBound * 1.01)
      last = capped.value
    }
    #expect(last < free.value)
  }

  @Test func requiredOptionsComeFirst() throws {
    var problem = SampleProblem.independent(options: 25, seed: 4, most: 5, costs: false)
    problem.options[3].requirement = .include
    problem.options[17].requirement = .include
    problem.options[0].requirement = .exclude
    let solution = try PortfolioSolver(problem).solve()
    let set = Set(solution.choices.map(\.option))
    #expect(set.count == 5 && set.isSuperset(of: [3, 17]) && !set.contains(0))
    #expect(solution.proof == .marginalImprovement)
  }
}
