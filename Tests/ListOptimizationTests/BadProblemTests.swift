import ListOptimization
import Testing

/// Every kind of bad input is refused, and the message names the culprit.
@Suite("Problems that cannot be solved")
struct BadProblemTests {
  private func refusal(
    _ change: (inout PortfolioProblem) -> Void, solving: Bool = false
  ) -> PortfolioError? {
    var problem = PortfolioProblem(
      options: ["a", "b", "c"].map {
        PortfolioOption(
          id: $0, utility: 1,
          variants: [PortfolioVariant(chance: [0.2, 0.4]), PortfolioVariant(chance: [0.3, 0.5])])
      }, nodeWeights: [0.5, 0.5], limits: PortfolioLimits(classes: [ClassLimits(tokens: [1])]))
    change(&problem)
    do {
      let solver = try PortfolioSolver(problem)
      if solving { _ = try solver.solve() }
      return nil
    } catch {
      return error
    }
  }

  @Test func optionsAreChecked() {
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.options = [] } == .noOptions)
    #expect(refusal { $0.options[2].id = "a" } == .duplicateID("a"))
    #expect(refusal { $0.options[1].utility = -1 } == .invalidUtility(option: "b", value: -1))
    #expect(
      refusal { $0.options[1].utility = .infinity }
        == .invalidUtility(option: "b", value: .infinity))
    #expect(refusal { $0.options[1].cost = -5 } == .invalidCost(option: "b", value: -5))
    #expect(refusal { $0.options[1].cost = .max } == .invalidCost(option: "b", value: .max))
    #expect(refusal { $0.options[0].variants = [] } == .noVariant(option: "a"))
    #expect(
      refusal { $0.options[0].classIndex = 1 }
        == .unknownClass(option: "a", index: 1, classCount: 1))
    #expect(
      refusal { $0.options[0].requirement = .includeVariant(2) }
        == .unknownVariant(option: "a", variant: 2, variantCount: 2))
    let nan = refusal { $0.options[1].utility = .nan }
    #expect(nan?.description.contains("“b”") == true)
  }

  @Test func chancesAreChecked() {
    #expect(
      refusal { $0.options[1].variants[1].chance[0] = 1.2 }
        == .invalidChance(option: "b", variant: 1, node: 0, value: 1.2))
    #expect(
      refusal { $0.options[1].variants[0].chance[1] = -0.1 }
        == .invalidChance(option: "b", variant: 0, node: 1, value: -0.1))
    let nan = refusal { $0.options[2].variants[0].chance[0] = .nan }
    #expect(nan?.description.contains("“c”, variant 0, has the chance nan at node 0") == true)
    #expect(
      refusal { $0.options[1].variants[0].chance.removeLast() }
        == .wrongNodeCount(option: "b", variant: 0, found: 1, expected: 2))
    #expect(
      refusal { $0.options[1].variants[0].offer = [0.5, 0.3] }
        == .successWithoutOffer(option: "b", variant: 0, node: 1))
    #expect(
      refusal { $0.options[1].variants[0].offer = [0.5] }
        == .wrongNodeCount(option: "b", variant: 0, found: 1, expected: 2))
  }

  @Test func weightsFeesAndLimitsAreChecked() {
    #expect(refusal { $0.nodeWeights = [] } != nil)
    #expect(refusal { $0.nodeWeights = [0.5, 0.6] } != nil)
    #expect(refusal { $0.nodeWeights = [1.5, -0.5] } != nil)
    #expect(refusal { $0.nodeWeights = [.nan, 1] } != nil)
    #expect(refusal { $0.outsideValue = -1 } == .invalidOutsideValue(-1))
    #expect(refusal { $0.feeWeight = -0.1 } == .invalidFeeWeight(-0.1))
    #expect(
      refusal { $0.fees = [FeeSchedule(fixed: -1)] }
        == .invalidFees(classIndex: 0, reason: "the fixed part is -1"))
    #expect(refusal { $0.fees = [.flat(-3)] } != nil)
    #expect(
      refusal { $0.fees = [FeeSchedule(steps: [.init(each: 1), .init(each: 2)])] } != nil)
    #expect(
      refusal {
        $0.fees = [FeeSchedule(steps: [.init(through: 5, each: 1), .init(through: 2, each: 2)])]
      } != nil)
    #expect(refusal { $0.limits.budget = -1 } == .invalidLimit(name: "budget", value: -1))
    #expect(refusal { $0.limits.count = -1 } == .invalidLimit(name: "count", value: -1))
    #expect(refusal { $0.limits.offerCap = -1 } == .invalidLimit(name: "offerCap", value: -1))
    #expect(
      refusal { $0.limits.classes[0].tokens = [-2] }
        == .invalidLimit(name: "tokens of kind 1 in class 0", value: -2))
  }

  @Test func impossibleRequirementsAreNamed() {
    #expect(
      refusal(
        { problem in
          problem.limits.count = 1
          problem.options[0].requirement = .include
          problem.options[2].requirement = .include
        }, solving: true) == .impossibleRequirements(options: ["a", "c"], limit: "count (1)"))
    #expect(
      refusal(
        { problem in
          problem.options[0].requirement = .includeVariant(1)
          problem.options[1].requirement = .includeVariant(1)
        }, solving: true)
        == .impossibleRequirements(
          options: ["a", "b"], limit: "tokens of kind 1 in class 0 (1)"))
    #expect(
      refusal(
        { problem in
          problem.limits.classes = []
          problem.options[1].requirement = .includeVariant(1)
        }, solving: true) == .impossibleRequirements(options: ["b"], limit: "tokens"))
    let fees = refusal(
      { problem in
        problem.fees = [.flat(20)]
        problem.limits.budget = 30
        problem.options[0].requirement = .include
        problem.options[1].requirement = .include
      }, solving: true)
    #expect(fees?.description.contains("(a, b) break the limit of budget (30)") == true)
  }

  @Test func emptyLimitsGiveTheEmptyList() throws {
    let problem = SampleProblem.make(options: 6)
    let solver = try PortfolioSolver(problem)
    for limits in [
      PortfolioLimits(budget: 0), PortfolioLimits(count: 0), PortfolioLimits(offerCap: 0),
    ] {
      let solution = try solver.solve(limits: limits)
      #expect(solution.members.isEmpty && solution.value == 0 && solution.gap == 0)
    }
  }
}
