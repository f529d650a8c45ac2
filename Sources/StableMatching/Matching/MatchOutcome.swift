/// A matching, how it was found, and what can be said about it.
public struct MatchOutcome: Sendable, Equatable {
  /// What is known about stability.
  public enum Status: String, Sendable {
    /// Nothing blocks the matching.
    case stable
    /// This market has no stable matching: all possibilities were examined.
    case noneExists
    /// No stable matching was found within the effort allowed; one may exist.
    case noneFound
  }

  /// The procedure that gave the matching.
  public enum Method: Sendable, Equatable {
    /// Deferred acceptance with the applicants proposing.
    case deferredAcceptance
    /// Deferred acceptance with the programs proposing.
    case programProposing
    /// Roth–Peranson, with the couples in the order of the given attempt (1 is the given order).
    case rothPeranson(attempt: Int)
    /// The exact search over couples' assignments, after Roth–Peranson failed.
    case exactSearch
  }

  /// The matching; if it is not stable, the one with the fewest blocking pairs that was met.
  public let matching: Matching
  /// What is known about stability.
  public let status: Status
  /// The procedure that gave the matching.
  public let method: Method
  /// Proposals made in the attempt that gave the matching (offers, if programs propose).
  public let proposalCount: Int
  /// Orders of couples that were tried; 0 in a market without couples and supplemental lists.
  public let attempts: Int
  /// Joint assignments of the couples that the exact search examined; 0 if it did not run.
  public let assignmentsExamined: Int
  /// The blocking pairs of a matching that is not stable; empty if it is.
  public let blockingPairs: [BlockingPair]
}
