/// What an auditor found in a matching.
public struct Audit: Sendable, Equatable {
  /// Which seats a couple may count on when it looks for a better pair.
  ///
  /// The two definitions differ only where a couple could block with the help of a seat that it
  /// holds itself; see <doc:Couples>.
  public enum CoupleSeats: String, Sendable, CaseIterable {
    /// Seats the couple holds count as taken (Kojima, Pathak and Roth 2013). The default.
    case countAsTaken
    /// Seats the couple holds count as free, so a couple may also block by swapping its seats.
    case countAsFree
  }

  /// An assignment that the lists do not allow.
  public enum Violation: Sendable, Hashable {
    /// The applicant does not rank the program they are assigned to.
    case notRankedByApplicant(applicant: Int, program: Int)
    /// The program does not rank the applicant it is assigned.
    case notRankedByProgram(applicant: Int, program: Int)
    /// More applicants than positions.
    case overQuota(program: Int, assigned: Int, quota: Int)
    /// The couple does not rank the pair it is assigned.
    case pairNotRanked(couple: Int, first: Int?, second: Int?)
    /// A preliminary position without a supplemental list that allows it.
    case supplementNotRanked(applicant: Int, program: Int)
  }

  /// Assignments that the lists do not allow.
  public let violations: [Violation]
  /// Every blocking pair: singles by program, then couples, then supplemental lists.
  public let blockingPairs: [BlockingPair]

  /// Whether the matching is allowed by all lists and nothing blocks it.
  public var isStable: Bool { violations.isEmpty && blockingPairs.isEmpty }
}

extension Market {
  /// Examines a matching from scratch.
  ///
  /// The auditor shares no code and no precomputed ranks with the procedures: it walks the
  /// programs' lists where they walk the applicants', so a fault in one does not hide in the other.
  ///
  /// - Parameters:
  ///   - matching: of this market, from anywhere.
  ///   - coupleSeats: the definition of a blocking couple.
  /// - Complexity: O(entries × mean length of an applicant's list) at worst, in practice a few
  ///   times one pass over the entries.
  public func audit(
    _ matching: Matching, coupleSeats: Audit.CoupleSeats = .countAsTaken
  ) -> Audit {
    var auditor = Auditor(market: self, matching: matching, coupleSeats: coupleSeats)
    auditor.examineAssignments()
    auditor.examineSingles()
    auditor.examineCouples()
    auditor.examineSupplements()
    return Audit(violations: auditor.violations, blockingPairs: auditor.blockingPairs)
  }
}
