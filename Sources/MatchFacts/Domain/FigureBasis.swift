/// How a number of a model came to be.
public enum FigureBasis: String, Sendable, Codable, Hashable, CaseIterable {
  /// Taken from a publication.
  case published
  /// Fitted to published tables by `smartpick calibrate`.
  case fitted
  /// Nowhere published; a judgement that a user may change.
  case assumption
}
