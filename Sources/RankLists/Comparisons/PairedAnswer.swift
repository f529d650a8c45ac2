/// What a person answered when asked which of two programs they would rather go to.
public struct PairedAnswer: Sendable, Hashable, Codable {
  /// The one preferred, by its position; of two alike the one named first.
  public var better: Int
  /// The other one.
  public var worse: Int
  /// Whether the person could not tell them apart.
  public var isTie: Bool

  /// An answer.
  public init(better: Int, worse: Int, isTie: Bool = false) {
    self.better = better
    self.worse = worse
    self.isTie = isTie
  }
}
