import ListOptimization
import SmartPickNumerics
import Testing

/// Two lists for a couple: as good as enumeration where that can be done, within all limits.
struct CoupleSolverTests {
  private let effort = CoupleSolver.Effort(searchScenarios: 2048, finalScenarios: 4096)

  @Test("The lists are worth what the best of all lists are, within the sample's error")
  func agreesWithEnumeration() throws {
    var exact = 0
    for number in 0..<16 {
      let problem = RandomCouple.make(number)
      let solver = try CoupleSolver(problem, effort: effort)
      let lists = try solver.solve()
      let best = CoupleBruteForce.best(problem)
      let found = CoupleBruteForce.value(lists, problem)
      #expect(found >= 0.98 * best.value, "couple \(number)")
      if found >= best.value - 1e-9 { exact += 1 }
      #expect(try solver.bound().value >= best.value - 1e-9, "couple \(number)")
    }
    #expect(exact >= 10)
  }

  @Test("What is measured is the exact value, with and without a cap on offers")
  func measures() throws {
    for number in 0..<8 {
      let problem = RandomCouple.make(number, cap: number % 2 == 0 ? 1 : nil)
      let solver = try CoupleSolver(problem, effort: effort)
      let lists = try solver.solve()
      let outcome = try solver.outcome(of: try solver.allPairs(of: lists))
      let exact = CoupleBruteForce.value(lists, problem)
      #expect(abs(outcome.value - exact) < 4.5 * outcome.standardError + 1e-9, "couple \(number)")
      let parts = outcome.both + outcome.firstOnly + outcome.secondOnly + outcome.neither
      #expect(abs(parts - 1) < 1e-9)
      #expect(outcome.together <= outcome.both)
      #expect(abs(outcome.landing.reduce(0, +) + outcome.neither - 1) < 1e-9)
    }
  }

  @Test("Under a cap the lists stay close to the best of all lists")
  func capped() throws {
    for number in 20..<26 {
      let problem = RandomCouple.make(number, cap: 1)
      let found = CoupleBruteForce.value(
        try CoupleSolver(problem, effort: effort).solve(), problem)
      #expect(found >= 0.95 * CoupleBruteForce.best(problem).value, "couple \(number)")
    }
  }

  @Test("Each partner's own limits are kept", arguments: [nil, 1, 2] as [Int?])
  func limits(cap: Int?) throws {
    for number in 40..<60 {
      let problem = RandomCouple.make(number, cap: cap, options: 7)
      let lists = try CoupleSolver(problem, effort: .init(searchScenarios: 512)).solve()
      #expect(CoupleBruteForce.keepsLimits(lists.first, problem.first.portfolio))
      #expect(CoupleBruteForce.keepsLimits(lists.second, problem.second.portfolio))
    }
  }

  @Test("A required option is on the list and an excluded one is not")
  func requirements() throws {
    var problem = RandomCouple.make(3, options: 6)
    problem.first.portfolio.options[5].requirement = .include
    problem.second.portfolio.options[0].requirement = .exclude
    problem.second.portfolio.options[1].requirement = .includeVariant(1)
    let lists = try CoupleSolver(problem, effort: effort).solve()
    #expect(lists.first.contains { $0.option == 5 })
    #expect(!lists.second.contains { $0.option == 0 })
    #expect(lists.second.contains(PortfolioChoice(option: 1, variant: 1)))
  }

  @Test("The more being together is worth, the likelier it is, up to the sample's error")
  func togetherness() throws {
    for number in 60..<66 {
      var before = -1.0
      for worth in [0.0, 0.2, 0.5, 1, 3] {
        var problem = RandomCouple.make(number, options: 6)
        problem.togetherness = [[1, 0, 0], [0, 1, 0], [0, 0, 1]].map { $0.map { $0 * worth } }
        problem.togetherFrom = 0
        let solver = try CoupleSolver(problem, effort: effort)
        let outcome = try solver.outcome(of: try solver.allPairs(of: try solver.solve()))
        if worth > 0 {
          #expect(
            outcome.together >= before - 4 * outcome.standardError(ofChance: 0.5),
            "couple \(number), worth \(worth)")
        }
        before = outcome.together
      }
    }
  }

  @Test("Without togetherness each partner gets the best list of their own")
  func apart() throws {
    for number in 70..<76 {
      var problem = RandomCouple.make(number)
      problem.togetherness = problem.togetherness.map { $0.map { _ in 0 } }
      problem.worthAlone = 1
      let found = CoupleBruteForce.value(
        try CoupleSolver(problem, effort: effort).solve(), problem)
      let own = try PortfolioSolver(problem.first.portfolio).solve().value
      let other = try PortfolioSolver(problem.second.portfolio).solve().value
      #expect(found <= 0.5 * (own + other) + 1e-9)
      #expect(found >= 0.98 * 0.5 * (own + other))
    }
  }

  @Test("A shortened joint list loses no more than it may and keeps the order")
  func shortened() throws {
    var problem = RandomCouple.make(5, options: 8)
    problem.first.portfolio.limits = PortfolioLimits(count: 6)
    problem.second.portfolio.limits = PortfolioLimits(count: 6)
    let solver = try CoupleSolver(problem, effort: effort)
    let all = try solver.allPairs(of: try solver.solve())
    #expect(zip(all.pairs, all.pairs.dropFirst()).allSatisfy { $0.worth >= $1.worth })
    let short = try solver.worthRanking(all, tolerance: 0.01, most: 300)
    #expect(short.pairs.count < all.pairs.count)
    #expect(short.possible == all.pairs.count)
    #expect(zip(short.pairs, short.pairs.dropFirst()).allSatisfy { $0.worth >= $1.worth })
    let whole = try solver.outcome(of: all)
    let cut = try solver.outcome(of: short)
    #expect(cut.value >= whole.value - 0.01 - 4 * whole.standardError)
    #expect(try solver.worthRanking(all, tolerance: 0, most: 3).pairs.count <= 3)
  }

  @Test("The same problem gives the same lists and figures")
  func reproducible() throws {
    let problem = RandomCouple.make(9, options: 6)
    let first = try CoupleSolver(problem, effort: effort)
    let second = try CoupleSolver(problem, effort: effort)
    let lists = try first.solve()
    #expect(try second.solve() == lists)
    #expect(
      try first.outcome(of: try first.allPairs(of: lists))
        == second.outcome(of: try second.allPairs(of: lists)))
  }

  @Test("A broken problem is named")
  func errors() throws {
    func error(_ change: (inout CoupleProblem) -> Void) throws -> CoupleError? {
      var problem = RandomCouple.make(1)
      change(&problem)
      return #expect(throws: CoupleError.self) { _ = try CoupleSolver(problem) }
    }
    #expect(
      try error { $0.first.places.removeLast() }
        == .wrongPlaceCount(.first, found: 3, expected: 4))
    #expect(
      try error { $0.second.places[1] = 7 }
        == .unknownPlace(.second, option: "option 1", place: 7))
    #expect(try error { $0.togetherness[1].removeLast() } == .raggedTogetherness(row: 1))
    #expect(
      try error { $0.worthAlone = 1.5 } == .invalidWorth(name: "worth alone", value: 1.5))
    #expect(
      try error { $0.second.portfolio.options = [] }
        == .wrongPlaceCount(
          .second, found: 4, expected: 0))
    #expect(
      try error { $0.first.portfolio.feeWeight = 1 } == .unsupported(.first, name: "a fee weight"))
    let limit = try error { $0.first.portfolio.limits.budget = -1 }
    #expect(limit == .partner(.first, .invalidLimit(name: "budget", value: -1)))
    #expect(limit?.description.contains("first partner") == true)
    let solver = try CoupleSolver(RandomCouple.make(1))
    #expect(throws: CoupleError.partner(.second, .unknownChoice(option: 9, variant: 0))) {
      _ = try solver.allPairs(
        of: CoupleLists(first: [], second: [PortfolioChoice(option: 9)]))
    }
  }
}
