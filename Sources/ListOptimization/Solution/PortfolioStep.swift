/// A point of a path on which a list grows one option at a time.
public struct PortfolioStep: Sendable, Equatable, Codable {
  /// The option added, and its variant.
  public var choice: PortfolioChoice

  /// The option's id.
  public var id: String

  /// The number of options so far, this one included.
  public var count: Int

  /// The value so far.
  public var value: Double

  /// What this option added to the value.
  public var gain: Double

  /// The fee so far.
  public var fee: Int
}
