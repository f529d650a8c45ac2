import MatchFacts

/// The Match that a day belongs to.
struct Season: Sendable {
  /// Match year.
  var year: Int
  /// Its calendar.
  var dates: [KeyDate]
  /// Whether the calendar covers the day; false after the last Match with published dates.
  var coversDay: Bool

  /// The first Match whose calendar ends on or after the day, or the last one published.
  init(on day: CalendarDate, calendar: KeyDates) {
    let years = Set(calendar.rows.map(\.match)).sorted()
    let ends = { (year: Int) in calendar.dates(match: year).map(\.date).max() }
    let current = years.first { year in ends(year).map { $0 >= day } ?? false }
    coversDay = current != nil
    year = current ?? years.last ?? day.year
    dates = calendar.dates(match: year).filter { $0.kind != .invitationsObserved }
  }

  /// "2027 Match".
  var name: String { "\(year) Match" }
}
