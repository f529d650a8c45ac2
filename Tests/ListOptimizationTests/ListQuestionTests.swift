import ListOptimization
import Testing

/// Questions about a list that one already has.
@Suite("Questions about a list")
struct ListQuestionTests {
  private let problem = SampleProblem.make()

  @Test func contributionsAndTokenValuesAreWhatTheyClaim() throws {
    for cap in [nil, 3] as [Int?] {
      var limits = problem.limits
      limits.offerCap = cap
      let solver = try PortfolioSolver(problem)
      let solution = try solver.solve(limits: limits, effort: .light)
      #expect(solution.members.contains { $0.choice.variant > 0 })
      for member in solution.members {
        let rest = solution.choices.filter { $0 != member.choice }
        let without = try solver.evaluate(rest, limits: limits)
        #expect(abs(solution.value - without.value - member.contribution) < 1e-12)
        let plain = solution.choices.map {
          $0 == member.choice ? PortfolioChoice(option: $0.option) : $0
        }
        let untokened = try solver.evaluate(plain, limits: limits)
        #expect(abs(solution.value - untokened.value - member.tokenValue) < 1e-12)
      }
    }
  }

  @Test func evaluationIsTheSameInAnyOrder() throws {
    let solver = try PortfolioSolver(problem)
    let list = [5, 2, 9, 30].map { PortfolioChoice(option: $0) }
    let one = try solver.evaluate(list)
    #expect(try solver.evaluate(list.reversed()) == one)
    #expect(abs(one.value - BruteForce.value(list, problem)) < 1e-12)
    #expect(one.fee == BruteForce.fee(list, problem))
    let utilities = one.choices.map { problem.options[$0.option].utility }
    #expect(utilities == utilities.sorted(by: >))
  }

  @Test func brokenLimitIsNamed() throws {
    let solver = try PortfolioSolver(problem)
    let many = (0..<20).map { PortfolioChoice(option: $0) }
    #expect(try solver.evaluate(many).brokenLimit == "budget (260)")
    let golds = [0, 1].map { PortfolioChoice(option: $0, variant: 2) }
    #expect(try solver.evaluate(golds).brokenLimit == "tokens of kind 2 in class 0 (1)")
    #expect(try solver.evaluate([]).brokenLimit == nil)
    #expect(try solver.evaluate([]).value == 0)
  }

  @Test func worstMembersComeFirst() throws {
    let solver = try PortfolioSolver(problem)
    let list = (0..<8).map { PortfolioChoice(option: $0) }
    let worst = try solver.worstMembers(of: list)
    #expect(worst.count == 8)
    #expect(worst.map(\.contribution) == worst.map(\.contribution).sorted())
    let whole = try solver.evaluate(list).value
    let rest = try solver.evaluate(list.filter { $0 != worst[0].choice }).value
    #expect(abs(whole - rest - worst[0].contribution) < 1e-12)
  }

  @Test func additionsAreTheBestOnesThatFit() throws {
    let solver = try PortfolioSolver(problem)
    let list = (0..<6).map { PortfolioChoice(option: $0) }
    let before = try solver.evaluate(list)
    let steps = try solver.bestAdditions(to: list, count: 4) { $0 >= 20 }
    #expect(steps.count == 4 && steps.allSatisfy { $0.choice.option >= 20 })
    var grown = list
    var value = before.value
    for step in steps {
      // No other single addition of an allowed option gains more.
      for option in 20..<problem.options.count
      where !grown.contains(where: { $0.option == option }) {
        let other = try solver.evaluate(grown + [PortfolioChoice(option: option)])
        #expect(other.value <= step.value + 1e-12)
      }
      grown.append(step.choice)
      let now = try solver.evaluate(grown)
      #expect(abs(now.value - step.value) < 1e-12)
      #expect(abs(now.value - value - step.gain) < 1e-12)
      #expect(now.fee == step.fee && now.members.count == step.count)
      value = now.value
    }
    #expect(try solver.evaluate(grown).brokenLimit == nil)
    let poor = PortfolioLimits(budget: before.fee)
    #expect(try solver.bestAdditions(to: list, count: 4, limits: poor).isEmpty)
  }

  @Test func growthPassesThroughTheListAndBeyond() throws {
    let solver = try PortfolioSolver(problem)
    let solution = try solver.solve(effort: .light)
    let path = try solver.growth(of: solution.choices, beyond: 5)
    let length = solution.members.count
    #expect(path.count == length + 5)
    #expect(path.map(\.count) == Array(1...(length + 5)))
    #expect(Set(path.prefix(length).map(\.choice)) == Set(solution.choices))
    #expect(abs(path[length - 1].value - solution.value) < 1e-12)
    #expect(path[length - 1].fee == solution.fee)
    let gains = path.prefix(length).map(\.gain)
    for (earlier, later) in zip(gains, gains.dropFirst()) { #expect(later <= earlier + 1e-12) }
    #expect(path[length].fee > 260)
  }

  @Test func growthReachesAListWhoseLastMembersAddNothing() throws {
    // One offer can be attended: a sure offer of the first choice leaves nothing for the others,
    // since it takes the only place among interviews.
    let options = [(1.0, 1.0, 0.9), (0.9, 0.5, 0.8), (0.8, 0.5, 0.1)].enumerated().map {
      index, option in
      PortfolioOption(
        id: "\(index)", utility: option.0, classIndex: 0,
        variants: [PortfolioVariant(offer: [option.1], successAfterOffer: [option.2])])
    }
    var limits = PortfolioLimits()
    limits.offerCap = 1
    let solver = try PortfolioSolver(
      PortfolioProblem(
        options: options, nodeWeights: [1], fees: [.flat(10)], limits: limits))
    let list = options.indices.map { PortfolioChoice(option: $0) }
    let path = try solver.growth(of: list, beyond: 2)
    #expect(path.map(\.count) == [1, 2, 3])
    #expect(Set(path.map(\.choice)) == Set(list))
    let whole = try solver.evaluate(list)
    #expect(abs((path.last?.value ?? 0) - whole.value) < 1e-12)
    #expect(path.dropFirst().allSatisfy { $0.gain <= 1e-12 })
  }

  @Test func unknownChoicesAreRefused() throws {
    let solver = try PortfolioSolver(problem)
    #expect(throws: PortfolioError.unknownChoice(option: 99, variant: 0)) {
      try solver.evaluate([PortfolioChoice(option: 99)])
    }
    #expect(throws: PortfolioError.unknownChoice(option: 2, variant: 2)) {
      try solver.evaluate([PortfolioChoice(option: 2, variant: 2)])
    }
    #expect(throws: PortfolioError.repeatedChoice(option: "option 4")) {
      try solver.evaluate([PortfolioChoice(option: 4), PortfolioChoice(option: 4, variant: 1)])
    }
  }
}
