/// What no two lists can exceed.
public struct CoupleBound: Sendable, Equatable, Codable {
  /// The bound on the joint value.
  public var value: Double
  /// The first partner's part: the weighted bound of that partner's own best list.
  public var first: Double
  /// The second partner's part.
  public var second: Double
  /// The largest togetherness times the most that both can match.
  public var togetherness: Double
}

extension CoupleSolver {
  /// A proven bound: each partner has that partner's own best list, both have the list most likely
  /// to match, and every match of both is as close as the closest pair of places.
  ///
  /// E[a·u + b·v + t] ≤ a·max E[u] + b·max E[v] + max t · max P(first matches) · max P(second
  /// matches), since the partners' luck is independent and one alone is worth no more than in a
  /// pair. Caps on offers are left out, which only raises it. No couple reaches it unless its two
  /// best lists and the places coincide, so the true distance is smaller than the gap says.
  public func bound(effort: SolverEffort = .quick) throws(CoupleError) -> CoupleBound {
    let own = try bound(problem.first, .first, effort)
    let other = try bound(problem.second, .second, effort)
    let closest = problem.togetherness.reduce(0) { max($0, $1.max() ?? 0) }
    let together = closest * own.match * other.match
    return CoupleBound(
      value: own.value + other.value + together, first: own.value, second: other.value,
      togetherness: together)
  }

  private func bound(
    _ partner: CoupleProblem.Partner, _ side: CoupleSide, _ effort: SolverEffort
  ) throws(CoupleError) -> (value: Double, match: Double) {
    var problem = partner.portfolio
    problem.limits.offerCap = nil
    do {
      let value = try PortfolioSolver(problem).solve(effort: effort).upperBound
      for index in problem.options.indices { problem.options[index].utility = 1 }
      let match = try PortfolioSolver(problem).solve(effort: effort).upperBound
      return (partner.weight * value, min(1, match))
    } catch {
      throw .partner(side, error)
    }
  }
}
