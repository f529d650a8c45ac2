public import ApplicantFile
public import MatchFacts

extension Season {
  /// Where a day stands in the season of an application service.
  ///
  /// Interviewing begins on the day by which nine in ten invitations were out in the latest season
  /// with an observed calendar, moved to this one; every other border is a date of the calendar.
  public func stage(
    on day: CalendarDate, through service: ApplicationService = .eras
  ) -> SeasonStage {
    func isReached(_ kind: KeyDate.Kind) -> Bool {
      date(kind, of: service).map { $0 <= day } ?? false
    }
    func isPast(_ kind: KeyDate.Kind) -> Bool {
      date(kind, of: service).map { $0 < day } ?? false
    }
    if isPast(.matchDay) { return .after }
    if isPast(.rankListDeadline) { return .matchWeek }
    if isReached(.rankingOpens) { return .ranking }
    let most = invitations.first { ($0.share ?? 0) >= 0.9 }
    if let most, most.date <= day { return .interviewing }
    return isReached(.programsReview) ? .applied : .preparing
  }

  /// The calendar of applicants through some services: theirs, and what concerns all.
  public func dates(through services: Set<ApplicationService>) -> [KeyDate] {
    dates.filter { $0.service.map(services.contains) ?? true }
  }

  /// The first date of a kind for applicants through a service: the service's own or one of all,
  /// else one reckoned by another season's, else another service's.
  public func date(
    _ kind: KeyDate.Kind, of service: ApplicationService = .eras
  ) -> CalendarDate? {
    let rows = dates.filter { $0.kind == kind }
    let own = rows.first { $0.service == nil || $0.service == service }
    let near = reckoned.first { $0.kind == kind && $0.service == service }
    return (own ?? near ?? rows.first ?? reckoned.first { $0.kind == kind })?.date
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
