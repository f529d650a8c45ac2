/// How one kind of evidence in the file moves the belief about its strength.
///
/// The strength θ is N(0, 1) over the applicants of a type and specialty. A kind of evidence that
/// explains the share r² of its variance moves the mean by r·z, where z is the standardized
/// position of what the file says among applicants, and takes r² off the variance. Over all
/// applicants z has mean 0 and variance 1, so that knowing more never changes the average.
public struct EvidenceRule: Sendable, Hashable, Codable {
  /// The kinds of evidence that can be read off a file.
  public enum Kind: String, Sendable, CaseIterable {
    case letters, comments, targetClerkship, otherClerkships, shelf, alphaOmegaAlpha, goldHumanism
    case topTierSchool, redFlags, publications, usClinicalMonths
  }

  /// Name of the evidence, one of ``Kind``.
  public var id: String
  /// What to call it in reasons.
  public var label: String
  /// r, the correlation of the evidence with θ.
  public var correlation: Coefficient
  /// z by level; numeric evidence has none and is standardized by its own rule.
  public var levels: [String: Double]
  /// What it takes to know this, for "what would sharpen the advice".
  public var ask: String
  /// Further figures of the rule by name, as what each further unmatched season adds; nil for none.
  public var detail: [String: Double]?

  /// Memberwise.
  public init(
    id: String, label: String, correlation: Coefficient, levels: [String: Double], ask: String,
    detail: [String: Double]? = nil
  ) {
    self.id = id
    self.label = label
    self.correlation = correlation
    self.levels = levels
    self.ask = ask
    self.detail = detail
  }
}
