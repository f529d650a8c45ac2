/// A two-sided market: applicants and programs with strict preferences over each other.
///
/// Lists may be incomplete and one-sided: a program that an applicant ranks but that does not
/// rank the applicant rejects every proposal; an applicant ranked by a program that they do not
/// rank never proposes there. All ids are 0-based and dense.
///
/// A market is checked once, in ``init(applicants:programs:quotas:couples:supplements:reversions:)``;
/// whatever has a `Market` in hand need not check again.
public struct Market: Sendable, Equatable {
  /// The applicants' lists of program ids, best first; empty for members of couples.
  public let applicantLists: PreferenceLists
  /// The programs' lists of applicant ids, best first.
  public let programLists: PreferenceLists
  /// Positions offered by each program, before reversions.
  public let quotas: [Int32]
  /// The 0-based place of the applicant on the program's list, for each applicant's entry.
  ///
  /// Parallel to `applicantLists.items`; ``notRanked`` where the program does not rank the
  /// applicant. This is what makes a proposal a comparison of two numbers.
  public let ranksAtPrograms: [Int32]
  /// Couples with their joint lists.
  public let couples: CoupleTable
  /// Supplemental lists of applicants to advanced positions.
  public let supplements: SupplementTable
  /// Reversions of unfilled positions, in the order given.
  public let reversions: [Reversion]

  /// Stands for "no program" in compact arrays.
  static let none: Int32 = -1
  /// Stands for "this program does not rank this applicant"; worse than any rank.
  public static let notRanked = Int32.max
  /// The largest quota accepted, far above any program's, so that sums stay within `Int32`.
  public static let maximumQuota = 1_000_000

  /// Checks the lists and computes every applicant's place on every program's list.
  ///
  /// - Parameters:
  ///   - applicants: program ids, best first; the list of a couple's member must be empty.
  ///   - programs: applicant ids, best first.
  ///   - quotas: positions of each program; 0 is allowed.
  ///   - couples: joint lists.
  ///   - supplements: preliminary programs for the case of a match to an advanced program.
  ///   - reversions: where unfilled positions go.
  /// - Throws: ``MarketError`` with the first fault found.
  /// - Complexity: O(entries), with no hashing.
  public init(
    applicants: PreferenceLists,
    programs: PreferenceLists,
    quotas: [Int],
    couples: [Couple] = [],
    supplements: [SupplementalList] = [],
    reversions: [Reversion] = []
  ) throws(MarketError) {
    guard quotas.count == programs.count else {
      throw .quotaCount(quotas: quotas.count, programs: programs.count)
    }
    for (program, quota) in quotas.enumerated() where !(0...Self.maximumQuota).contains(quota) {
      throw .quotaOutOfRange(program: program, quota: quota)
    }
    let index = try RankIndex(applicants: applicants, programs: programs)
    self.ranksAtPrograms = try index.ranks(of: applicants)
    self.couples = try CoupleTable(couples, applicants: applicants, index: index)
    self.supplements = try SupplementTable(
      supplements, applicants: applicants, couples: self.couples, index: index)
    self.reversions = try Self.checked(reversions, programCount: programs.count)
    self.applicantLists = applicants
    self.programLists = programs
    self.quotas = quotas.map { Int32($0) }
  }

  /// The number of applicants, members of couples included.
  public var applicantCount: Int { applicantLists.count }
  /// The number of programs.
  public var programCount: Int { programLists.count }
  /// The positions of all programs together.
  public var positionCount: Int { quotas.reduce(0) { $0 + Int($1) } }
  /// Entries on applicants' lists whose program does not rank the applicant.
  ///
  /// - Complexity: O(entries).
  public var oneSidedEntryCount: Int {
    ranksAtPrograms.reduce(0) { $0 + ($1 == Self.notRanked ? 1 : 0) }
  }
}
