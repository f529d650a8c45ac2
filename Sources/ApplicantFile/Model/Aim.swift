/// What a list is for.
public enum Aim: Sendable, Hashable, Codable {
  /// The best expected place among the lists whose chance of matching is nearly the best there is.
  case balanced
  /// A mix of the chance of matching (0) and of expected preference (1).
  case mix(Double)

  /// The chance of matching, whatever the place.
  public static let match = Aim.mix(0)
  /// Expected preference, whatever the risk.
  public static let preference = Aim.mix(1)

  /// The words a file may use instead of a number.
  static let words: [String: Aim] = [
    "balanced": .balanced, "match": .match, "preference": .preference,
  ]

  /// The mix, 0…1; nil where the aim is balanced.
  public var mix: Double? {
    if case .mix(let share) = self { return min(1, max(0, share)) }
    return nil
  }
}
