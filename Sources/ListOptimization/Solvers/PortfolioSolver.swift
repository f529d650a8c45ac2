/// Solves a portfolio problem, under its own limits or others, and answers questions about lists.
///
/// The problem is checked and laid out once; every further question costs only its own work.
///
/// ```swift
/// let solver = try PortfolioSolver(problem)
/// let best = try solver.solve()
/// print(best.value, best.gap, best.proof)
/// ```
///
/// The method is chosen by the problem: marginal improvement where it is exact, a dynamic program
/// where its table is small enough, else greedy construction with exchange moves and a bound from
/// a concave relaxation, narrowed by branch and bound while work is left. See
/// <doc:ListsUnderLimits>.
public struct PortfolioSolver: Sendable {
  /// The problem as it was given.
  public let problem: PortfolioProblem

  let prepared: PreparedPortfolio

  /// Checks the problem and lays it out.
  ///
  /// - Throws: the first thing that is wrong with the problem, by name.
  /// - Complexity: O(variants · nodes + n log n).
  public init(_ problem: PortfolioProblem) throws(PortfolioError) {
    self.problem = problem
    prepared = try PreparedPortfolio(problem)
  }

  private init(checked problem: PortfolioProblem) {
    self.problem = problem
    prepared = PreparedPortfolio(checked: problem)
  }

  /// A solver of a problem that is laid out already.
  init(_ problem: PortfolioProblem, prepared: PreparedPortfolio) {
    self.problem = problem
    self.prepared = prepared
  }

  /// The same problem with every place worth one, so that a list's value is the chance of a match.
  ///
  /// - Complexity: O(variants · nodes + n log n).
  public func countingMatches() -> PortfolioSolver {
    var counting = problem
    for index in counting.options.indices { counting.options[index].utility = 1 }
    return PortfolioSolver(checked: counting)
  }

  /// Finds the best list under the limits, and a bound on how much better any list could be.
  ///
  /// - Parameters:
  ///   - limits: the limits to keep; those of the problem if `nil`. The problem need not be laid
  ///     out again for other limits.
  ///   - effort: how much work to put in.
  ///   - start: a list to improve on, such as the solution under slightly other limits; ignored
  ///     if it does not keep these.
  /// - Throws: ``PortfolioError`` if a limit is negative, or the required options cannot be had.
  public func solve(
    limits: PortfolioLimits? = nil, effort: SolverEffort = .standard,
    startingFrom start: [PortfolioChoice]? = nil
  ) throws(PortfolioError) -> PortfolioSolution {
    let given = limits ?? problem.limits
    try PortfolioValidation.check(given)
    let resources = ResourceLimits(given, of: prepared)
    let region = SearchRegion(prepared, resources)
    try checkRequirements(region, resources)
    if let exact = exactList(resources, region, effort) {
      return certify(exact.list, resources, proof: exact.proof, work: exact.work)
    }
    let startList = try start.map { choices throws(PortfolioError) in try state(of: choices) }
    let kept = DominatedOptions(prepared, resources, needed: startList?.members ?? []).kept
    let reduced = PreparedPortfolio(prepared, keeping: kept)
    let solver = GeneralSolver(
      problem: reduced, limits: ResourceLimits(given, of: reduced), effort: effort,
      isWhole: kept.count == prepared.count)
    guard
      let outcome = solver.solve(
        startingFrom: startList.map { Self.list($0, of: prepared, in: reduced) })
    else { throw .impossibleRequirements(options: requiredIDs, limit: "tokens") }
    let list = Self.list(outcome.list, of: reduced, in: prepared)
    var solution = certify(list, resources, proof: outcome.proof, work: outcome.work)
    if !outcome.proof.isExact {
      solution.upperBound = max(solution.objective, outcome.bound + prepared.outsideValue)
    }
    return solution
  }

  /// The best list by a method that finds it without a bound, if there is one for the problem.
  func exactList(
    _ resources: ResourceLimits, _ region: SearchRegion, _ effort: SolverEffort
  ) -> (list: ListState, proof: PortfolioProof, work: Int)? {
    if let list = solveByMarginalImprovement(resources, region) {
      return (list, .marginalImprovement, 0)
    }
    if let program = ResourceProgram(prepared, resources, region),
      program.cells <= effort.dynamicProgramCells, let list = program.solve()
    {
      return (list, .dynamicProgram, program.cells)
    }
    return nil
  }

  /// The same list over more or fewer options.
  static func list(
    _ list: ListState, of old: PreparedPortfolio, in new: PreparedPortfolio
  ) -> ListState {
    var result = ListState(new)
    for position in list.members {
      let here = new.positionOf[old.order[position]]
      result.insert(here, variant: list.variantAt[position], new)
    }
    return result
  }

  private func certify(
    _ list: ListState, _ limits: ResourceLimits, proof: PortfolioProof, work: Int
  ) -> PortfolioSolution {
    let evaluation = evaluation(of: list, limits)
    return PortfolioSolution(
      list: evaluation, upperBound: evaluation.objective, proof: proof, work: work)
  }

  private var requiredIDs: [String] {
    (0..<prepared.count).filter { position in
      switch prepared.requirement[position] {
      case .include, .includeVariant: true
      case .free, .exclude: false
      }
    }.map { prepared.ids[prepared.order[$0]] }
  }

  private func checkRequirements(
    _ region: SearchRegion, _ limits: ResourceLimits
  ) throws(PortfolioError) {
    var list = ListState(prepared)
    for position in 0..<prepared.count where region.isRequired[position] {
      guard region.choices(position, prepared) > 0 else {
        let id = prepared.ids[prepared.order[position]]
        throw .impossibleRequirements(options: [id], limit: "tokens")
      }
      var variant = 0
      if case .includeVariant(let only) = prepared.requirement[position] { variant = only }
      list.insert(position, variant: variant, prepared)
    }
    if let broken = list.brokenLimit(prepared, limits) {
      throw .impossibleRequirements(options: requiredIDs, limit: broken)
    }
  }

  /// Whether all candidates cost the same and are chosen in one way only; then the exact list.
  private func solveByMarginalImprovement(
    _ limits: ResourceLimits, _ region: SearchRegion
  ) -> ListState? {
    guard let chance = prepared.independentChance, limits.offerCap == nil else { return nil }
    var candidates: [Int] = []
    for position in 0..<prepared.count {
      let choices = region.choices(position, prepared)
      guard choices <= 1, choices == 0 || region.isAllowed[prepared.firstRow[position]] else {
        return nil
      }
      if choices == 1 { candidates.append(position) }
    }
    guard let first = candidates.first else { return ListState(prepared) }
    let index = prepared.classOf[first]
    let isOneClass = candidates.allSatisfy { prepared.classOf[$0] == index }
    var most = limits.count
    if limits.hasBudget || prepared.feeWeight > 0 {
      let own = prepared.cost[first]
      guard candidates.allSatisfy({ prepared.cost[$0] == own }), isOneClass else { return nil }
      let table = limits.fee[index]
      let fits = table.indices.filter { table[$0] + $0 * own <= limits.budget }
      most = min(most, fits.last ?? 0)
      if prepared.feeWeight > 0 {
        // Gains fall as the list grows; only if prices do not fall, too, is the first loss final.
        let prices = zip(table.dropFirst(), table).map { $0 - $1 }
        guard zip(prices.dropFirst(), prices).allSatisfy({ $0 >= $1 }) else { return nil }
      }
    }
    if isOneClass {
      most = min(most, limits.classCount[index])
    } else if zip(limits.classCount.indices, limits.classCount).contains(where: { index, limit in
      candidates.filter { prepared.classOf[$0] == index }.count > limit && limit < most
    }) {
      return nil
    }
    let required = candidates.indices.filter { region.isRequired[candidates[$0]] }
    let method = MarginalImprovement(
      utilities: candidates.map { prepared.utility[$0] },
      chances: candidates.map { chance[prepared.firstRow[$0]] }, count: most,
      required: required)
    var list = ListState(prepared)
    var value = 0.0
    for (step, item) in method.order.enumerated() {
      let position = candidates[item]
      let gain = method.values[step] - value
      value = method.values[step]
      if step >= required.count {
        guard let extra = list.extraFee(position, prepared, limits),
          gain > prepared.feeWeight * Double(extra)
        else { break }
      }
      list.insert(position, variant: 0, prepared)
    }
    return list
  }
}
