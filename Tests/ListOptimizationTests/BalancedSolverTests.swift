import ListOptimization
import SmartPickNumerics
import Testing

/// The worthiest list among those that nearly reach the best chance.
@Suite("Balanced aim")
struct BalancedSolverTests {
  private static let branching = SolverEffort(
    dynamicProgramCells: 0, relaxationSteps: 30, work: 20_000_000, targetGap: 1e-9)

  private func check(
    _ number: Int, _ features: RandomProblem.Features, slack: Double, effort: SolverEffort
  ) throws -> BalancedSolution? {
    let problem = RandomProblem.make(number, features)
    let all = BruteForce.balanced(problem)
    let solver = try PortfolioSolver(problem)
    guard !all.lists.isEmpty else {
      #expect(throws: PortfolioError.self, "case \(number)") {
        try solver.solveBalanced(slack: slack, effort: effort)
      }
      return nil
    }
    let found = try solver.solveBalanced(slack: slack, effort: effort)
    // What was promised is the best worth at the chance that was found to be within reach.
    let best = all.best(chance: found.requiredChance)
    let tolerance = 1e-8 * max(1, abs(best))
    #expect(BruteForce.keepsLimits(found.choices, problem), "case \(number)")
    #expect(abs(BruteForce.chance(found.choices, problem) - found.chance) < 1e-9, "case \(number)")
    #expect(
      abs(BruteForce.value(found.choices, problem) - found.value) < tolerance, "case \(number)")
    #expect(BruteForce.fee(found.choices, problem) == found.fee, "case \(number)")
    #expect(
      abs(found.requiredChance - max(0, found.safest.value - slack)) < 1e-12, "case \(number)")
    #expect(found.chance >= found.requiredChance - 1e-9, "case \(number)")
    #expect(found.safest.upperBound >= all.bestChance - 1e-9, "case \(number)")
    #expect(found.objective <= best + tolerance, "case \(number)")
    #expect(found.upperBound >= best - tolerance, "case \(number)")
    if found.proof.isExact {
      #expect(abs(found.objective - best) < tolerance, "case \(number)")
    }
    return found
  }

  @Test("Small problems are solved to optimality", arguments: [0, 0.01, 0.1, 1])
  func small(slack: Double) throws {
    for number in 60_000..<60_120 {
      let found = try check(
        number, .init(largestVariantCount: 3, nodes: 3, options: 6), slack: slack,
        effort: Self.branching)
      if let found {
        #expect(found.proof.isExact && found.safest.proof.isExact, "case \(number)")
      }
    }
  }

  @Test("Ten options in one or two ways are solved to optimality")
  func tenOptions() throws {
    for number in 61_000..<61_030 {
      let found = try check(
        number, .init(largestVariantCount: 2, nodes: 2, options: 10), slack: 0.03,
        effort: .standard)
      #expect(found?.proof.isExact ?? true, "case \(number)")
    }
  }

  @Test("Independent successes, by exact methods where they apply", arguments: [0, 0.02, 0.3])
  func independent(slack: Double) throws {
    for number in 62_000..<62_150 {
      let found = try check(
        number, .init(largestVariantCount: 3, nodes: 1, options: 6), slack: slack,
        effort: .standard)
      #expect(found?.proof.isExact ?? true, "case \(number)")
    }
  }

  @Test("A cap on offers counts for worth and chance alike", arguments: [0, 0.05])
  func capped(slack: Double) throws {
    for number in 63_000..<63_150 {
      let found = try check(
        number, .init(largestVariantCount: 2, nodes: 3, isCapped: true, options: 5),
        slack: slack, effort: Self.branching)
      #expect(found?.proof.isExact ?? true, "case \(number)")
    }
  }

  @Test("Little effort still keeps the certificate")
  func littleEffort() throws {
    for number in 64_000..<64_150 {
      _ = try check(
        number, .init(largestVariantCount: 3, nodes: 3, isCapped: number % 2 == 0, options: 5),
        slack: 0.02,
        effort: SolverEffort(
          dynamicProgramCells: 0, relaxationSteps: 1, work: 0, targetGap: 0.1))
    }
  }

  @Test("With all of the chance as slack it is the worthiest list of all")
  func allSlack() throws {
    for cap in [nil, 3] as [Int?] {
      var problem = SampleProblem.make()
      problem.limits.offerCap = cap
      let solver = try PortfolioSolver(problem)
      let plain = try solver.solve(effort: .light)
      let balanced = try solver.solveBalanced(slack: 1, effort: .light)
      #expect(balanced.list == plain.list && balanced.upperBound == plain.upperBound)
      #expect(balanced.matchWeight == 0)
    }
  }

  @Test("Without slack it is a list of the best chance, and worth no less than that one")
  func noSlack() throws {
    let solver = try PortfolioSolver(SampleProblem.make())
    let balanced = try solver.solveBalanced(slack: 0, effort: .light)
    #expect(balanced.chance >= balanced.safest.value - 1e-9)
    #expect(balanced.value >= (try solver.evaluate(balanced.safest.choices)).value - 1e-12)
  }

  @Test("More slack is worth more")
  func monotone() throws {
    let solver = try PortfolioSolver(SampleProblem.make())
    var last: BalancedSolution?
    for slack in [0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 1] {
      let next = try solver.solveBalanced(slack: slack, effort: .light)
      #expect(next.list.brokenLimit == nil)
      #expect(next.chance >= next.requiredChance - 1e-9)
      // Very short lists of sure options need more branching than is tried here.
      #expect(next.gap < 0.01 || slack < 0.02, "slack \(slack): \(next.gap)")
      if let last { #expect(next.upperBound >= last.value - 1e-9) }
      last = next
    }
  }

  @Test("A large problem has a small gap, with and without a cap", arguments: [nil, 6] as [Int?])
  func large(cap: Int?) throws {
    var problem = SampleProblem.make(options: 160)
    problem.limits.budget = nil
    problem.limits.count = 20
    problem.limits.offerCap = cap
    let solver = try PortfolioSolver(problem)
    let found = try solver.solveBalanced(
      effort: SolverEffort(
        dynamicProgramCells: 0, relaxationSteps: 30, work: 1_500_000, targetGap: 1e-9))
    #expect(found.list.brokenLimit == nil)
    #expect(found.chance >= found.requiredChance - 1e-9)
    // The bound under a cap of few places is that of the plain problem: some percent.
    #expect(found.gap < (cap == nil ? 0.01 : 0.06), "\(found.gap)")
    // Mixed aims of the same chance are worth no more than the bound.
    for weight in [0.2, 0.5, 1, 2] {
      let mixed = try solver.weighting(matches: weight).solve(effort: .light)
      let other = try solver.evaluate(mixed.choices)
      if (mixed.value - other.value) / weight >= found.requiredChance {
        #expect(other.value <= found.upperBound + 1e-9)
      }
    }
  }

  @Test("Many independent options, with exact methods at every weight")
  func manyIndependent() throws {
    var problem = SampleProblem.independent(options: 80, seed: 7, budget: 120)
    for index in problem.options.indices where index % 2 == 0 {
      problem.options[index].utility *= 3
      problem.options[index].variants[0].chance[0] *= 0.7
    }
    let found = try PortfolioSolver(problem).solveBalanced(slack: 0.02)
    #expect(found.safest.proof == .dynamicProgram)
    #expect(found.chance >= found.requiredChance - 1e-9)
    #expect(found.matchWeight > 0 && found.gap < 0.01)
  }

  @Test("Equal utilities give the best chance")
  func equalUtilities() throws {
    for cap in [nil, 2] as [Int?] {
      var problem = SampleProblem.make(equalUtilities: true)
      problem.limits.offerCap = cap
      let solver = try PortfolioSolver(problem)
      let best = try solver.solve(effort: .light)
      let balanced = try solver.solveBalanced(effort: .light)
      #expect(balanced.safest.value == best.value)
      #expect(balanced.value >= best.value - 0.01)
      #expect(abs(balanced.value - balanced.chance) < 1e-12)
      #expect(balanced.value >= balanced.safest.value - 1e-9)
    }
  }

  @Test("The order of the options does not matter")
  func permutation() throws {
    let problem = SampleProblem.make(options: 24)
    let one = try PortfolioSolver(problem).solveBalanced(slack: 0.02, effort: .light)
    var random = CounterRandom(seed: 2)
    for _ in 0..<3 {
      var shuffled = problem
      random.shuffle(&shuffled.options)
      let other = try PortfolioSolver(shuffled).solveBalanced(slack: 0.02, effort: .light)
      if one.safest.proof.isExact, other.safest.proof.isExact {
        #expect(abs(one.requiredChance - other.requiredChance) < 1e-9)
        #expect(other.upperBound >= one.value - 1e-9 && one.upperBound >= other.value - 1e-9)
      }
      if one.proof.isExact, other.proof.isExact {
        #expect(abs(one.value - other.value) < 1e-9)
      }
    }
    #expect(try PortfolioSolver(problem).solveBalanced(slack: 0.02, effort: .light) == one)
  }

  @Test("A problem with a weight on matches adds just that to every list")
  func weighting() throws {
    for number in 65_000..<65_060 {
      let problem = RandomProblem.make(
        number, .init(largestVariantCount: 2, nodes: 3, isCapped: number % 2 == 0, options: 5))
      let solver = try PortfolioSolver(problem)
      let weighted = try solver.weighting(matches: 0.7)
      let list = problem.options.indices.filter { $0 % 2 == 0 }.map { PortfolioChoice(option: $0) }
      let value = try weighted.evaluate(list).value
      let plain = try solver.evaluate(list).value
      #expect(abs(value - plain - 0.7 * BruteForce.chance(list, problem)) < 1e-10)
      #expect(abs(value - BruteForce.value(list, weighted.problem)) < 1e-10)
    }
  }

  @Test("What cannot be worked with is refused")
  func refusals() throws {
    let solver = try PortfolioSolver(SampleProblem.make())
    #expect(throws: PortfolioError.invalidSlack(-0.1)) { try solver.solveBalanced(slack: -0.1) }
    #expect(throws: PortfolioError.self) { try solver.solveBalanced(slack: .nan) }
    #expect(throws: PortfolioError.invalidMatchWeight(-1)) { try solver.weighting(matches: -1) }
    #expect(throws: PortfolioError.invalidLimit(name: "budget", value: -1)) {
      try solver.solveBalanced(limits: PortfolioLimits(budget: -1))
    }
  }
}
