/// One step of a procedure, in the order in which it happened.
public enum MatchEvent: Sendable, Equatable {
  /// Who acts on a list of their own.
  public enum Proposer: Sendable, Hashable {
    /// A single applicant on the primary list.
    case applicant(Int)
    /// A couple on its joint list.
    case couple(Int)
    /// An applicant on the supplemental list of the advanced program they hold.
    case supplement(of: Int, advancedProgram: Int)
  }

  /// One entry of a proposer's list.
  public struct Choice: Sendable, Hashable {
    /// The place on the list, 1 for the best.
    public let rank: Int
    /// The program, of the first partner if the proposer is a couple.
    public let first: Int?
    /// The program of the second partner of a couple.
    public let second: Int?
  }

  /// Why a program does not take a proposer.
  public enum Refusal: Sendable, Hashable {
    /// The applicant is not on the program's list.
    case notRanked
    /// The program has no positions at all.
    case noPositions
    /// Every position is held by somebody the program prefers; the last of them is named.
    case full(lastHeld: Int)
    /// The program could take one partner but not both.
    case notBoth
  }

  /// Why somebody gives up a seat of their own accord.
  public enum Withdrawal: Sendable, Hashable {
    /// A better program, or pair, came within reach.
    case better
    /// The partner lost the other seat of the pair.
    case partnerLostSeat
    /// The advanced position that needed this preliminary one is gone.
    case advancedLost
  }

  /// A proposer asks for the next entry of its list.
  case proposed(Proposer, Choice)
  /// The entry takes the proposer for now.
  case held(Proposer, Choice)
  /// The entry does not take the proposer: `applicant` fails at `program`.
  case rejected(Proposer, Choice, applicant: Int, program: Int, Refusal)
  /// An applicant loses a seat to one whom the program prefers.
  case displaced(applicant: Int, program: Int, by: Int)
  /// An applicant gives a seat back.
  case withdrew(applicant: Int, program: Int, Withdrawal)
  /// The list is over without a seat.
  case exhausted(Proposer)
  /// Positions became free, so the program looks again at those it had turned away.
  case reconsidered(program: Int)
  /// A proposer that goes round in a circle is set aside, to be tried again last.
  case setAside(Proposer)
  /// Unfilled positions moved from one program to another.
  case reverted(from: Int, to: Int, positions: Int)
  /// Program-proposing: a program offers a position to the entry `rank` of its list.
  case offered(program: Int, rank: Int, applicant: Int)
  /// Program-proposing: the applicant holds the offer for now.
  case accepted(program: Int, applicant: Int)
  /// Program-proposing: the applicant turns the offer, or a held one, down for a better one.
  case declined(program: Int, applicant: Int, holding: Int?)
}
