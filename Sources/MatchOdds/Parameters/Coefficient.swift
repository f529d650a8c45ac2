/// One number of the odds model with its uncertainty and where it comes from.
public struct Coefficient: Sendable, Hashable, Codable {
  /// How a number came to be.
  public enum Basis: String, Sendable, Codable, Hashable {
    /// Taken from a publication.
    case published
    /// Fitted to published tables by `smartpick calibrate`.
    case fitted
    /// Nowhere published; a judgement that a user may change.
    case assumption
  }

  /// The value, in the unit its name states.
  public var value: Double
  /// Standard deviation of what is not known about the value; 0 means taken as exact.
  public var standardDeviation: Double
  /// How the value came to be.
  public var basis: Basis
  /// The publication, table or reason.
  public var source: String

  /// A number with its uncertainty and origin.
  public init(_ value: Double, standardDeviation: Double = 0, basis: Basis, source: String) {
    self.value = value
    self.standardDeviation = standardDeviation
    self.basis = basis
    self.source = source
  }
}
