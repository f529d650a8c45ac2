/// Something that can be put on the list: its worth if it succeeds, its cost, and its chances.
public struct PortfolioOption: Sendable, Equatable, Codable {
  /// Whether the option must be on the list, must not, or may.
  public enum Requirement: Sendable, Equatable, Codable {
    /// The solver decides.
    case free

    /// On the list, in whichever variant serves best.
    case include

    /// On the list, in exactly this variant.
    case includeVariant(Int)

    /// Not on the list.
    case exclude
  }

  /// A name that no other option of the problem has.
  public var id: String

  /// What success here is worth, at least 0.
  ///
  /// Of several successes the worthiest counts.
  public var utility: Double

  /// The index of the option's class in ``PortfolioProblem/fees`` and the limits.
  public var classIndex: Int

  /// What this option costs by itself, beside the fee of its class.
  public var cost: Int

  /// The ways to choose it.
  ///
  /// The first needs no token; each further one uses up a token of its kind (see
  /// ``ClassLimits/tokens``).
  public var variants: [PortfolioVariant]

  /// Whether the choice is free.
  public var requirement: Requirement

  /// An option with its variants, the plain one first.
  public init(
    id: String, utility: Double, classIndex: Int = 0, cost: Int = 0,
    variants: [PortfolioVariant], requirement: Requirement = .free
  ) {
    self.id = id
    self.utility = utility
    self.classIndex = classIndex
    self.cost = cost
    self.variants = variants
    self.requirement = requirement
  }

  /// An option of one variant whose success does not depend on a common factor.
  public init(
    id: String, utility: Double, chance: Double, classIndex: Int = 0, cost: Int = 0,
    requirement: Requirement = .free
  ) {
    self.init(
      id: id, utility: utility, classIndex: classIndex, cost: cost,
      variants: [PortfolioVariant(chance: [chance])], requirement: requirement)
  }
}
