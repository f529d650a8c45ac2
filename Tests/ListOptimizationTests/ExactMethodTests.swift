import ListOptimization
import SmartPickNumerics
import Testing

@Suite("Exact methods for independent successes")
struct ExactMethodTests {
  private func draw(_ count: Int, _ seed: UInt64) -> (t: [Double], f: [Double], g: [Int]) {
    var random = CounterRandom(seed: seed)
    let t = (0..<count).map { _ in (10 * random.exponential()).rounded(.up) }
    let f = t.map { min(1, 1 / ($0 + 10 * random.uniform())) }
    return (t, f, t.map { _ in 5 + random.integer(below: 6) })
  }

  private func value(_ list: some Collection<Int>, _ t: [Double], _ f: [Double]) -> Double {
    list.sorted { t[$0] < t[$1] }.reduce(0) { f[$1] * t[$1] + (1 - f[$1]) * $0 }
  }

  @Test(arguments: [1, 7, 47, 48, 49, 160])
  func marginalImprovementAgreesWithPlainGreedy(count: Int) {
    let (t, f, _) = draw(count, UInt64(count))
    let method = MarginalImprovement(utilities: t, chances: f, count: count)
    #expect(method.order.sorted() == Array(0..<count))
    var list: [Int] = []
    for (option, reached) in zip(method.order, method.values) {
      let others = (0..<count).filter { !list.contains($0) }
      let best = others.map { value(list + [$0], t, f) }.max() ?? 0
      list.append(option)
      #expect(abs(value(list, t, f) - reached) < 1e-10)
      #expect(abs(best - reached) < 1e-10)
      if list.count > 40 { break }
    }
  }

  @Test func marginalImprovementTakesRequiredOptionsFirst() {
    let (t, f, _) = draw(60, 2)
    let method = MarginalImprovement(utilities: t, chances: f, count: 10, required: [50, 3, 50])
    #expect(method.order.prefix(2) == [50, 3])
    #expect(Set(method.order).count == 10)
    #expect(abs((method.values.last ?? 0) - value(method.order, t, f)) < 1e-10)
    let none = MarginalImprovement(utilities: [], chances: [], count: 5)
    #expect(none.order.isEmpty)
  }

  @Test func publishedExample() {
    // Kapur & Hong, arXiv 2205.01869, table of eight schools.
    let method = MarginalImprovement(
      utilities: [200, 250, 300, 350, 400, 450, 500, 550],
      chances: [0.39, 0.33, 0.24, 0.24, 0.05, 0.03, 0.1, 0.12], count: 8)
    #expect(method.order == [3, 1, 7, 0, 6, 2, 4, 5])
    let published = [84.0, 146.7, 195.1, 230.0, 257.7, 281.5, 288.8, 294.1]
    for (found, printed) in zip(method.values, published) { #expect(abs(found - printed) < 0.06) }
  }

  @Test func costProgramAgreesWithTheGeneralOne() throws {
    for seed in 0..<8 as Range<UInt64> {
      let (t, f, g) = draw(24, seed)
      let budget = g.reduce(0, +) / 2
      let program = CostProgram(utilities: t, chances: f, costs: g, budget: budget)
      #expect(program.chosen.map { g[$0] }.reduce(0, +) <= budget)
      #expect(abs(value(program.chosen, t, f) - program.value) < 1e-10)
      let problem = PortfolioProblem(
        options: t.indices.map {
          PortfolioOption(id: "\($0)", utility: t[$0], chance: f[$0], cost: g[$0])
        })
      let solver = try PortfolioSolver(problem)
      for limit in [0, 4, 11, budget / 2, budget] {
        let solution = try solver.solve(limits: PortfolioLimits(budget: limit))
        #expect(abs(solution.value - program.valueByBudget[limit]) < 1e-10)
      }
      #expect(program.valueByBudget == program.valueByBudget.sorted())
    }
  }

  @Test func costProgramLeavesOutWhatCannotBePaid() {
    let program = CostProgram(
      utilities: [5, 9, 1], chances: [0.5, 1, 1], costs: [3, 100, -1], budget: 10)
    #expect(program.chosen == [0] && program.value == 2.5)
    #expect(CostProgram(utilities: [1], chances: [1], costs: [1], budget: -4).value == 0)
  }

  /// The example on the documentation's first page.
  @Test func documentedExample() throws {
    let problem = PortfolioProblem(
      options: [
        PortfolioOption(id: "reach", utility: 10, chance: 0.1, cost: 30),
        PortfolioOption(id: "target", utility: 7, chance: 0.4, cost: 20),
        PortfolioOption(id: "safety", utility: 4, chance: 0.9, cost: 20),
      ], limits: PortfolioLimits(budget: 50))
    let best = try PortfolioSolver(problem).solve()
    #expect(abs(best.value - 4.96) < 1e-12)
    #expect(best.members.map(\.id) == ["target", "safety"])
    #expect(best.proof == .dynamicProgram)
  }

  @Test func feesByPosition() {
    let schedule = FeeSchedule(
      fixed: 4, steps: [.init(through: 2, each: 11), .init(through: 3, each: 20), .init(each: 30)])
    #expect((0...6).map { schedule.fee(count: $0) } == [0, 15, 26, 46, 76, 106, 136])
    #expect(FeeSchedule.flat(7).fee(count: 3) == 21)
    #expect(FeeSchedule.free.fee(count: 9) == 0)
    // Past the end of the last run its price goes on.
    #expect(FeeSchedule(steps: [.init(through: 1, each: 2)]).fee(count: 4) == 8)
  }

  @Test func factorKeepsOverallChances() {
    let rule = QuadratureRule.gaussHermite(count: 64)
    for correlation in [0, 0.2, 0.6] {
      let factor = OneFactorGaussian(correlation: correlation, rule: rule)
      for p in [0, 0.03, 0.5, 0.9, 1] {
        let chances = factor.chances(overall: p)
        let mean = zip(chances, rule.weights).map { $0 * $1 }.reduce(0, +)
        #expect(abs(mean - p) < 1e-9, "ρ = \(correlation), p = \(p)")
        if correlation == 0 { #expect(Set(chances).count == 1) }
      }
    }
  }
}
