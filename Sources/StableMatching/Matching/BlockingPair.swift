/// Somebody and a program (or a couple and a pair) who would both rather have each other.
public struct BlockingPair: Sendable, Hashable {
  /// Who would leave their match.
  public enum Blocker: Sendable, Hashable {
    /// A single applicant.
    case applicant(Int)
    /// A couple.
    case couple(Int)
    /// An applicant on the supplemental list of the advanced program they hold.
    case supplement(of: Int, advancedProgram: Int)
  }

  /// Why a program would take somebody.
  public enum Welcome: Sendable, Hashable {
    /// The applicant is there already.
    case heldAlready
    /// A position is free, or becomes free by the move.
    case freePosition
    /// The program prefers the applicant to this one, the last of those it holds.
    case preferred(to: Int)
  }

  /// One side of the entry: who would go where, and why they would be taken.
  public struct Side: Sendable, Hashable {
    /// The applicant who would move.
    public let applicant: Int
    /// The program they would move to.
    public let program: Int
    /// Why the program would take them.
    public let welcome: Welcome
  }

  /// Who would leave their match.
  public let blocker: Blocker
  /// The 1-based place of the wanted entry on the blocker's list.
  public let rank: Int
  /// The place of what they have, `nil` if unmatched.
  public let presentRank: Int?
  /// One side for an applicant; for a couple one for each partner that would be matched.
  public let sides: [Side]
}
