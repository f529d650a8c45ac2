public import ApplicantFile
public import ScoreReading

/// A chance at one program for each signal that its specialty knows.
public struct ChancesBySignal: Sendable, Hashable, Codable {
  /// Without a signal.
  public var none: Interval
  /// With the signal of a specialty of one tier; nil where there is no such tier.
  public var single: Interval?
  /// With the lower of two tiers.
  public var silver: Interval?
  /// With the higher of two tiers.
  public var gold: Interval?

  /// The chance with a signal; nil where the specialty has no such tier.
  public subscript(signal: ListedProgram.Signal) -> Interval? {
    switch signal {
    case .none: none
    case .single: single
    case .silver: silver
    case .gold: gold
    }
  }

  /// The chance with the strongest signal; nil where the specialty has none.
  public var signaled: Interval? { gold ?? silver ?? single }

  init(_ tiers: [ListedProgram.Signal], chance: (Int) -> Interval) {
    none = Interval(estimate: 0, low: 0, high: 0)
    for (position, tier) in tiers.enumerated() {
      switch tier {
      case .none: none = chance(position)
      case .single: single = chance(position)
      case .silver: silver = chance(position)
      case .gold: gold = chance(position)
      }
    }
  }
}
