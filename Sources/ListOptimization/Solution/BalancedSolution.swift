/// The worthiest list found among those that nearly reach the best chance there is, and how far
/// from the best such list it can be.
public struct BalancedSolution: Sendable, Equatable, Codable {
  /// The list and what it is worth.
  public var list: PortfolioEvaluation

  /// The list's chance of any success at all.
  public var chance: Double

  /// No list under the limits with at least ``requiredChance`` has a larger objective.
  public var upperBound: Double

  /// How ``upperBound`` was proven.
  ///
  /// Exact proofs say that no list of at least ``requiredChance`` is worth more.
  /// ``PortfolioProof/concaveRelaxation`` stands for a Lagrangian bound: the bound of the problem
  /// in which every place is worth ``matchWeight`` more, less ``matchWeight`` ·
  /// ``requiredChance``.
  public var proof: PortfolioProof

  /// The list of the best chance under the same limits: its value is that chance, and its bound
  /// the most that any list's chance could be.
  public var safest: PortfolioSolution

  /// The least chance asked for: the best one *found*, less the slack.
  ///
  /// Where ``safest`` was not proven best, a list of a better chance may exist, by no more than
  /// `safest.upperBound − safest.value`.
  public var requiredChance: Double

  /// What a success is worth by itself, beside what it is, so that the worthiest list has about
  /// the required chance: the Lagrange multiplier λ of the smallest bound.
  ///
  /// 0 if the worthiest list has the required chance anyway. See
  /// ``PortfolioSolver/weighting(matches:)``.
  public var matchWeight: Double

  /// Work done, in multiplications of one chance with one node: the same on every machine.
  public var work: Int

  /// The list with its bound, as other solutions state them.
  public var solution: PortfolioSolution {
    PortfolioSolution(list: list, upperBound: upperBound, proof: proof, work: work)
  }

  /// The options on the list, in order of preference.
  public var members: [PortfolioEvaluation.Member] { list.members }

  /// The chosen options and variants, in order of preference.
  public var choices: [PortfolioChoice] { list.choices }

  /// The expected worth of the list's best success.
  public var value: Double { list.value }

  /// What the list costs.
  public var fee: Int { list.fee }

  /// What was maximized: the value, less the fee times its weight.
  public var objective: Double { list.objective }

  /// How far the list can be from the best with the required chance, as a share of the bound; 0
  /// if it is proven best.
  public var gap: Double {
    upperBound > 0 ? max(0, (upperBound - objective) / upperBound) : 0
  }
}
