extension PortfolioSolver {
  /// Finds the worthiest list among those whose chance of any success is within `slack` of the
  /// best chance there is under the same limits, and a bound on how much better any could be.
  ///
  /// Objective: value − fee weight · fee. With c the best chance found less the slack, the bound is
  /// Lagrangian (H. Everett, "Generalized Lagrange Multiplier Method for Solving Problems of
  /// Optimum Allocation of Resources", *Operations Research* 11, 1963): for any λ ≥ 0 no list whose
  /// chance is at least c is worth more than the most that value + λ · chance can be, less λ · c;
  /// and that most is the plain problem of this type with λ added to the worth of every place
  /// (see Chade & Smith 2006). Exchange moves close the duality gap as far as they can; small
  /// problems are branched until the list is proven best. See
  /// <doc:WorthAtNearlyTheBestChance>.
  ///
  /// The best chance counts every success, also of places worth no more than the outside value.
  /// Under a cap on offers, those beyond it are declined in the same order of preference for the
  /// chance as for the worth.
  ///
  /// - Parameters:
  ///   - slack: how much of the best chance may be given up, as a chance: 0.01 is one point. With
  ///     0, the worthiest list of the best chance; with 1, the worthiest list of all.
  ///   - limits: the limits to keep; those of the problem if `nil`.
  ///   - effort: how much work to put in, for the best chance and for the worth each. Of more than
  ///     48 options, and with no more than the standard work, the best chance is not narrowed
  ///     beyond a twentieth of the slack, and the gap in worth not beyond a thousandth.
  /// - Throws: ``PortfolioError`` if the slack or a limit is negative, or the required options
  ///   cannot be had.
  /// - Complexity: that of two to four calls of ``solve(limits:effort:startingFrom:)``.
  public func solveBalanced(
    slack: Double = 0.01, limits: PortfolioLimits? = nil, effort: SolverEffort = .standard
  ) throws(PortfolioError) -> BalancedSolution {
    guard slack.isFinite, slack >= 0 else { throw .invalidSlack(slack) }
    let given = limits ?? problem.limits
    // Hazards do not depend on what places are worth: laid out once, they serve both aims.
    var prepared = prepared
    prepared.layOutHazards()
    let counting = PortfolioSolver(problem, prepared: prepared.countingMatches())
    var enough = effort
    if !BalancedSearch.wantsProof(options: prepared.count, effort) {
      // The last twentieth of the slack is not worth branching for.
      enough.targetGap = max(effort.targetGap, min(BalancedSearch.smallGap, slack / 20))
    }
    let safest = try counting.solve(limits: given, effort: enough)
    let required = max(0, safest.value - slack)
    let start = try state(of: safest.choices)
    guard required > 0 else {
      let best = try solve(limits: given, effort: effort)
      return BalancedSolution(
        list: best.list, chance: try counting.evaluate(best.choices, limits: given).value,
        upperBound: best.upperBound, proof: best.proof, safest: safest, requiredChance: 0,
        matchWeight: 0, work: safest.work + best.work)
    }
    let whole = ResourceLimits(given, of: prepared)
    // Whoever dominates is worth no less and succeeds no less often, so may stand in under any
    // weight of the chance, and under the floor.
    let kept = DominatedOptions(prepared, whole, needed: start.members).kept
    let reduced =
      kept.count == prepared.count ? prepared : PreparedPortfolio(prepared, keeping: kept)
    let resources = ResourceLimits(given, of: reduced)
    let list = Self.list(start, of: prepared, in: reduced)
    let problem = problem
    var search = BalancedSearch(
      worth: reduced, limits: resources, effort: effort,
      // Sums in another order must not make a list miss the chance that it is the measure of.
      floor: required - 1e-12, isWhole: kept.count == prepared.count, safest: list
    ) { weighted in
      PortfolioSolver(problem, prepared: weighted).exactList(
        resources, SearchRegion(weighted, resources), effort)
    }
    let outcome = search.solve(safest: list)
    let found = evaluation(of: Self.list(outcome.best.list, of: reduced, in: prepared), whole)
    return BalancedSolution(
      list: found, chance: outcome.best.chance,
      upperBound: outcome.proof.isExact
        ? found.objective : max(found.objective, outcome.bound + prepared.outsideValue),
      proof: outcome.proof, safest: safest, requiredChance: required,
      matchWeight: outcome.weight, work: safest.work + outcome.work)
  }

  /// The same problem with every place worth `weight` more than it is: every list is then worth
  /// its value and `weight` times its chance of any success.
  ///
  /// Worth is counted from the outside value up. With the ``BalancedSolution/matchWeight`` of a
  /// balanced solution, the way this problem's list grows says how long a balanced list should be.
  ///
  /// - Throws: ``PortfolioError/invalidMatchWeight(_:)`` if the weight is negative or not finite.
  /// - Complexity: O(n); the tables of chances are shared.
  public func weighting(matches weight: Double) throws(PortfolioError) -> PortfolioSolver {
    guard weight.isFinite, weight >= 0 else { throw .invalidMatchWeight(weight) }
    var weighted = problem
    for index in weighted.options.indices {
      weighted.options[index].utility =
        max(weighted.options[index].utility, problem.outsideValue) + weight
    }
    return PortfolioSolver(weighted, prepared: prepared.weighting(matches: weight))
  }
}
