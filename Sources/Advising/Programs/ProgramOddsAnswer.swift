/// The answer of `smartpick programs odds`: every program of a file's specialties.
public struct ProgramOddsAnswer: Sendable, Hashable, Encodable {
  /// Layout version of this value; 1.
  public var format = 1
  /// The applicant.
  public var applicant: Advice.Summary
  /// One entry for every program, ruled out or not.
  public var programs: [ProgramOdds]

  /// An answer in an order.
  public func sorted(by order: ProgramOdds.Order) -> ProgramOddsAnswer {
    var sorted = self
    sorted.programs = order.sorted(programs)
    return sorted
  }
}
