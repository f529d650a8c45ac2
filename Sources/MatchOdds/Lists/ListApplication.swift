#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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
    /// A waitlist for interviews: `reach` is how far below the bar of the invited, in log-odds, it
    /// goes, and `called` the share of it that is still to be invited, 0…1.
    case waitlisted(reach: Double, called: Double)
  }

  /// Position of the program in its specialty's odds.
  public var program: Int
  /// Position of the signal tier.
  public var tier: Int
  /// What a place there is worth, for the rank order; equal ones are ranked likeliest first.
  public var preference: Double
  /// What the program has answered.
  public var answer: Answer
  /// Whether a place there can still come of it: not after the applicant declined or withdrew.
  ///
  /// What the program has answered tells of the file all the same.
  public var isOpen: Bool

  /// An application.
  public init(
    program: Int, tier: Int, preference: Double = 1, answer: Answer = .awaited(out: 0),
    isOpen: Bool = true
  ) {
    self.program = program
    self.tier = tier
    self.preference = preference
    self.answer = answer
    self.isOpen = isOpen
  }
}

extension ListApplication {
  /// Whether anything is known of the answer, or of the lack of one.
  var isTold: Bool {
    if case .awaited(let out) = answer { return out > 0 || !isOpen }
    return true
  }

  /// The log-likelihood of what is known so far where an invitation has this chance.
  ///
  /// A chance of 0 everywhere, as of a program that its rules shut, says nothing of the file.
  func logLikelihood(_ chance: Double) -> Double {
    switch answer {
    case .awaited(let out): log(max(1 - min(max(out, 0), 1) * chance, Self.least))
    case .invited: log(max(chance, Self.least))
    case .refused: log(max(1 - chance, Self.least))
    case .waitlisted(let reach, _): log(max(Self.band(chance, reach), Self.least))
    }
  }

  /// The chance of an invitation once what is known is taken in.
  func open(_ chance: Double) -> Double {
    switch answer {
    case .awaited(let out):
      guard isOpen else { return 0 }
      guard out > 0 else { return chance }
      let silent = 1 - min(out, 1) * chance
      return silent > 0 ? chance * (1 - min(out, 1)) / silent : 0
    case .invited: return 1
    case .refused: return 0
    case .waitlisted(_, let called): return isOpen ? min(max(called, 0), 1) : 0
    }
  }

  private static let least = 1e-12

  /// The chance to lie below the bar of the invited and above one that is lower by `reach`.
  private static func band(_ chance: Double, _ reach: Double) -> Double {
    guard chance > 0, chance < 1 else { return 0 }
    let odds = chance / (1 - chance) * exp(reach)
    return odds / (1 + odds) - chance
  }
}
