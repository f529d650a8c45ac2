/// An option on the list, and the variant in which it is chosen.
public struct PortfolioChoice: Sendable, Hashable, Codable {
  /// The option's index in ``PortfolioProblem/options``.
  public var option: Int

  /// The variant: 0 is the plain one.
  public var variant: Int

  /// A choice of an option by index, plain unless said otherwise.
  public init(option: Int, variant: Int = 0) {
    self.option = option
    self.variant = variant
  }
}
