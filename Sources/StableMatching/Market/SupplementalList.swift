/// The preliminary programs an applicant ranks in case of a match to one advanced program.
///
/// An advanced position begins in the second postgraduate year; the first is found through a
/// supplemental list, which is in play only while the applicant holds that advanced position and
/// never decides about it (Roth and Peranson 1999, section II).
public struct SupplementalList: Sendable, Equatable {
  /// The applicant, single or member of a couple.
  public let applicant: Int
  /// The advanced program whose match brings this list into play.
  public let advancedProgram: Int
  /// Preliminary programs, best first.
  public let ranking: [Int]

  /// Creates a supplemental list.
  public init(applicant: Int, advancedProgram: Int, ranking: [Int]) {
    self.applicant = applicant
    self.advancedProgram = advancedProgram
    self.ranking = ranking
  }
}
