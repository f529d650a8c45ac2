import SmartPickNumerics
import Testing

@testable import ListOptimization

/// What makes the search quick must not change what it finds.
@Suite("Options left out, and tables brought up to date")
struct ReducedProblemTests {
  private func problem(
    count: Int?, cap: Int? = nil, budget: Int? = 150
  ) throws -> (PortfolioProblem, PreparedPortfolio, ResourceLimits) {
    var problem = SampleProblem.make(options: 240, equalUtilities: true)
    problem.limits.budget = budget
    problem.limits.count = count
    problem.limits.offerCap = cap
    let prepared = try PreparedPortfolio(problem)
    return (problem, prepared, ResourceLimits(problem.limits, of: prepared))
  }

  @Test("An option is left out only if as many are better in every way as the list can hold")
  func dominators() throws {
    let (problem, prepared, limits) = try problem(count: 9)
    let kept = DominatedOptions(prepared, limits).kept
    #expect(kept.count < 120)
    for position in Set(0..<prepared.count).subtracting(kept) {
      let own = problem.options[prepared.order[position]]
      let better = problem.options.indices.count { index in
        let other = problem.options[index]
        return index != prepared.order[position] && other.classIndex == own.classIndex
          && other.utility >= own.utility && other.cost <= own.cost
          && zip(other.variants, own.variants).allSatisfy { first, second in
            zip(first.chance, second.chance).allSatisfy { $0 >= $1 }
          }
      }
      #expect(better >= 9, "\(own.id): \(better)")
    }
  }

  @Test("Required options stay, and the problem that remains is the same one")
  func requirements() throws {
    var (problem, _, _) = try problem(count: 9)
    let weakest = problem.options.indices.min {
      problem.options[$0].variants[0].chance[0] < problem.options[$1].variants[0].chance[0]
    }
    let required = try #require(weakest)
    problem.options[required].requirement = .include
    let solver = try PortfolioSolver(problem)
    let solution = try solver.solve(effort: .light)
    #expect(solution.choices.contains { $0.option == required })
    let value = try solver.evaluate(solution.choices).value
    #expect(abs(solution.value - value) < 1e-12)
  }

  @Test("The bound holds for lists of any options, left out or not", arguments: [nil, 3] as [Int?])
  func bound(cap: Int?) throws {
    let (problem, prepared, limits) = try problem(count: 12, cap: cap)
    #expect(DominatedOptions(prepared, limits).kept.count < 240)
    let solver = try PortfolioSolver(problem)
    let solution = try solver.solve(effort: .light)
    var random = CounterRandom(seed: 11)
    var options = Array(problem.options.indices)
    for _ in 0..<60 {
      random.shuffle(&options)
      let list = options.prefix(12).map { PortfolioChoice(option: $0) }
      let other = try solver.evaluate(Array(list))
      if other.brokenLimit == nil { #expect(other.value <= solution.upperBound) }
    }
    // The best single options of all, whether they were kept or not.
    let growth = try solver.growth(of: [], beyond: 12)
    let greedy = try solver.evaluate(growth.map(\.choice))
    if greedy.brokenLimit == nil { #expect(greedy.value <= solution.upperBound) }
    #expect(solution.list.brokenLimit == nil && solution.members.count <= 12)
  }

  @Test(
    "Tables after a hundred changes are those of a fresh start", arguments: [nil, 1, 4] as [Int?])
  func tables(cap: Int?) throws {
    let prepared = try PreparedPortfolio(SampleProblem.make(options: 30))
    var random = CounterRandom(seed: 3)
    var list = ListState(prepared)
    var updated = MarginalTables(prepared, cap: cap)
    for _ in 0..<100 {
      let position = random.integer(below: prepared.count)
      let variant = random.integer(below: prepared.variantCount(at: position))
      if !list.contains(position) {
        list.insert(position, variant: variant, prepared)
      } else if random.bernoulli(0.5) {
        list.remove(position, prepared)
      } else {
        list.change(position, to: variant, prepared)
      }
      updated.rebuild(prepared, list)
      var fresh = MarginalTables(prepared, cap: cap)
      fresh.rebuild(prepared, list)
      #expect(updated.value == fresh.value)
      for gap in [0, list.members.count / 2, list.members.count] {
        #expect(
          updated.gain(prepared, row: 5, utility: 0.5, gap: gap)
            == fresh.gain(prepared, row: 5, utility: 0.5, gap: gap))
      }
      for index in list.members.indices {
        #expect(
          updated.replacementGain(prepared, row: 7, utility: 0.4, index: index)
            == fresh.replacementGain(prepared, row: 7, utility: 0.4, index: index))
      }
    }
  }

  @Test("A growing list ends where it is told to")
  func growth() throws {
    let (problem, _, _) = try problem(count: 30, budget: nil)
    let solver = try PortfolioSolver(problem)
    let all = try solver.growth { _ in false }
    #expect(all.count == 30)
    let some = try solver.growth { $0.count == 7 }
    #expect(some == Array(all.prefix(7)))
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.value <= $1.value })
  }
}
