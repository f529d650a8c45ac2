/// One application of a list: where it goes and how much its place is wanted.
public struct ListApplication: Sendable, Hashable {
  /// What the program has answered so far.
  public enum Answer: Sendable, Hashable {
    /// Nothing; `out` is the share of the program's invitations that were out by now, 0…1.
    case awaited(out: Double)
    /// An invitation.
    case invited
    /// A refusal.
    case refused
  }

  /// Position of the program in its specialty's odds.
  public var program: Int
  /// Position of the signal tier.
  public var tier: Int
  /// What a place there is worth, for the rank order; equal ones are ranked likeliest first.
  public var preference: Double
  /// What the program has answered.
  public var answer: Answer

  /// An application.
  public init(
    program: Int, tier: Int, preference: Double = 1, answer: Answer = .awaited(out: 0)
  ) {
    self.program = program
    self.tier = tier
    self.preference = preference
    self.answer = answer
  }
}
