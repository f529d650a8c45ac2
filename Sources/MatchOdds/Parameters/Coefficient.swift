public import MatchFacts

/// One number of the odds model with its uncertainty and where it comes from.
public struct Coefficient: Sendable, Hashable, Codable {
  /// The value, in the unit its name states.
  public var value: Double
  /// Standard deviation of what is not known about the value; 0 means taken as exact.
  public var standardDeviation: Double
  /// How the value came to be.
  public var basis: FigureBasis
  /// The publication, table or reason.
  public var source: String

  /// A number with its uncertainty and origin.
  public init(_ value: Double, standardDeviation: Double = 0, basis: FigureBasis, source: String) {
    self.value = value
    self.standardDeviation = standardDeviation
    self.basis = basis
    self.source = source
  }
}
