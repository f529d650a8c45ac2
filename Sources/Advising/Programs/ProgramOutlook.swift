/// One applicant's chances at one program, and what makes them.
public struct ProgramOutlook: Sendable, Hashable {
  /// The chances.
  public var odds: ProgramOdds
  /// What raised and lowered the chance of an interview without a signal.
  public var reasons: [ProgramList.Reason]
  /// Requirements that are not known, or that the file does not answer.
  public var unknown: [String]
  /// Whether the file applies in the program's specialty.
  public var isTarget: Bool
}
