/// How programs read a drop from Step 1 to Step 2 CK: the shares of three readings, summing to 1.
///
/// The effect of such a drop on interviews is nowhere published; the shares come from an expert
/// rule and the size of their effect is an assumption in the parameter file.
public struct ScoreReading: Sendable, Hashable, Codable {
  /// Share of programs that see noise.
  public var blip: Double
  /// Share that sees a sign to look closer.
  public var signal: Double
  /// Share that sees a problem.
  public var problem: Double

  /// Shares of the three readings.
  public init(blip: Double, signal: Double, problem: Double) {
    self.blip = blip
    self.signal = signal
    self.problem = problem
  }

  /// Nothing to read: no drop, or none that a program can see.
  public static let nothing = ScoreReading(blip: 1, signal: 0, problem: 0)
}
