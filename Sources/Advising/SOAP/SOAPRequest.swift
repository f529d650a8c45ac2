public import MatchFacts
public import RankLists

/// What advice on SOAP is made of beside the applicant's file.
public struct SOAPRequest: Sendable {
  /// The day.
  public var asOf: CalendarDate
  /// The season's programs, which say what has failed already.
  public var entries: [RankRequest.Entry]
  /// The programs that were ranked, best first; empty for all that invited.
  public var ranked: RankOrderFile?
  /// The List of Unfilled Programs; nil before it is out.
  public var unfilled: UnfilledList?
  /// Specialties to consider beside those of the file and those with many unfilled positions.
  public var specialties: [Specialty]
  /// The applicant's own time zone, by its name in the time zone database; nil for Eastern alone.
  public var zone: String?

  /// A request.
  public init(
    asOf: CalendarDate, entries: [RankRequest.Entry] = [], ranked: RankOrderFile? = nil,
    unfilled: UnfilledList? = nil, specialties: [Specialty] = [], zone: String? = nil
  ) {
    self.asOf = asOf
    self.entries = entries
    self.ranked = ranked
    self.unfilled = unfilled
    self.specialties = specialties
    self.zone = zone
  }
}
