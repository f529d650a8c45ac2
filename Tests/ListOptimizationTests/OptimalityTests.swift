import ListOptimization
import Testing

/// The solvers against every list there is.
@Suite("Optimality")
struct OptimalityTests {
  static let cases = 1000

  private func check(
    _ number: Int, _ features: RandomProblem.Features, effort: SolverEffort
  ) throws -> PortfolioSolution? {
    let problem = RandomProblem.make(number, features)
    let best = BruteForce.solve(problem)
    let solver = try PortfolioSolver(problem)
    guard best.lists > 0 else {
      #expect(throws: PortfolioError.self, "case \(number)") { try solver.solve(effort: effort) }
      return nil
    }
    let solution = try solver.solve(effort: effort)
    let tolerance = 1e-9 * max(1, abs(best.objective))
    #expect(
      BruteForce.keepsLimits(solution.choices, problem) && solution.list.brokenLimit == nil,
      "case \(number)")
    #expect(
      abs(BruteForce.value(solution.choices, problem) - solution.value) < tolerance,
      "case \(number)")
    #expect(BruteForce.fee(solution.choices, problem) == solution.fee, "case \(number)")
    #expect(solution.objective <= best.objective + tolerance, "case \(number)")
    #expect(solution.upperBound >= best.objective - tolerance, "case \(number)")
    if solution.proof.isExact {
      #expect(abs(solution.objective - best.objective) < tolerance, "case \(number)")
    }
    return solution
  }

  private static let branching = SolverEffort(
    dynamicProgramCells: 0, relaxationSteps: 30, work: 20_000_000, targetGap: 1e-9)

  @Test func correlatedProblemsAreSolvedToOptimality() throws {
    for number in 0..<Self.cases {
      let solution = try check(
        number, .init(largestVariantCount: 2, nodes: 4, options: 6), effort: Self.branching)
      #expect(solution?.proof.isExact ?? true, "case \(number)")
    }
  }

  @Test func problemsWithSeveralTokensAreSolvedToOptimality() throws {
    for number in 10_000..<(10_000 + Self.cases / 2) {
      let solution = try check(
        number, .init(largestVariantCount: 3, nodes: 3, options: 5), effort: Self.branching)
      #expect(solution?.proof.isExact ?? true, "case \(number)")
    }
  }

  @Test func independentProblemsByDynamicProgram() throws {
    var methods: [PortfolioProof: Int] = [:]
    for number in 20_000..<(20_000 + Self.cases) {
      let solution = try check(
        number, .init(largestVariantCount: 3, nodes: 1, options: 5), effort: .standard)
      if let solution { methods[solution.proof, default: 0] += 1 }
    }
    #expect((methods[.dynamicProgram] ?? 0) > Self.cases / 3)
    #expect((methods[.marginalImprovement] ?? 0) > 10)
    #expect(methods[.concaveRelaxation] == nil && methods[.branchAndBound] == nil)
  }

  @Test func independentProblemsByBranching() throws {
    for number in 30_000..<(30_000 + Self.cases / 2) {
      let solution = try check(
        number, .init(largestVariantCount: 3, nodes: 1, options: 5), effort: Self.branching)
      #expect(solution?.proof.isExact ?? true, "case \(number)")
    }
  }

  @Test func cappedOffersAreBoundedAndUsuallySolved() throws {
    var exact = 0
    var total = 0
    for number in 40_000..<(40_000 + Self.cases / 2) {
      let solution = try check(
        number, .init(largestVariantCount: 2, nodes: 3, isCapped: true, options: 5),
        effort: Self.branching)
      guard let solution else { continue }
      total += 1
      if solution.proof.isExact { exact += 1 }
    }
    #expect(exact == total)
  }

  @Test func littleEffortStillKeepsTheCertificate() throws {
    for number in 50_000..<(50_000 + Self.cases / 2) {
      _ = try check(
        number, .init(largestVariantCount: 3, nodes: 3, options: 5),
        effort: SolverEffort(
          dynamicProgramCells: 0, relaxationSteps: 1, work: 0, targetGap: 0.1))
    }
  }
}
