public import ApplicantFile
public import MatchFacts

extension Season {
  /// Where a day stands in the season.
  ///
  /// Interviewing begins on the day by which nine in ten invitations were out in the latest season
  /// with an observed calendar, moved to this one; every other border is a date of the calendar.
  public func stage(on day: CalendarDate) -> SeasonStage {
    func isPast(_ kind: KeyDate.Kind) -> Bool { date(kind).map { $0 < day } ?? false }
    func isReached(_ kind: KeyDate.Kind) -> Bool { date(kind).map { $0 <= day } ?? false }
    if isPast(.matchDay) { return .after }
    if isPast(.rankListDeadline) { return .matchWeek }
    if isReached(.rankingOpens) { return .ranking }
    let most = invitations.first { ($0.share ?? 0) >= 0.9 }
    if let most, most.date <= day { return .interviewing }
    return readingBegins.map { $0 <= day } ?? false ? .applied : .preparing
  }

  /// The first date of a kind.
  public func date(_ kind: KeyDate.Kind) -> CalendarDate? {
    dates.first { $0.kind == kind }?.date
  }
}

extension KeyDate {
  /// The same day of the year in another season.
  func moved(toMatch year: Int) -> KeyDate {
    var moved = self
    moved.match = year
    let day = CalendarDate(year: date.year + year - match, month: date.month, day: date.day)
    moved.date = day ?? date.adding(days: 365 * (year - match))
    return moved
  }
}
