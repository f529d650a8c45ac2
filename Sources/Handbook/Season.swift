public import MatchFacts

/// The Match that a file and a day belong to.
public struct Season: Sendable, Hashable {
  /// Match year.
  public let year: Int
  /// Its calendar, earliest first, without the dates that single specialties were observed to keep.
  public let dates: [KeyDate]
  /// Dates of application services that are not published for this season, by another season's day
  /// of the year.
  public let reckoned: [KeyDate]
  /// Invitations as observed in the latest season with such a record, moved to this one; earliest
  /// first, empty where there is none.
  public let invitations: [KeyDate]
  /// Whether the calendar covers the day; false after the last Match with published dates.
  public let coversDay: Bool

  /// The Match that a file names, or else the first one whose calendar ends on or after the day, or
  /// else the last one published.
  ///
  /// - Parameters:
  ///   - day: the day the advice is for.
  ///   - calendar: the published calendars.
  ///   - named: the Match year that the file names.
  /// - Throws: ``SeasonError`` where the file names a Match without a published calendar.
  public init(on day: CalendarDate, calendar: KeyDates, named: Int?) throws(SeasonError) {
    let years = Self.years(of: calendar)
    if let named, !years.contains(named) { throw SeasonError(named: named, known: years) }
    let ends = { (year: Int) in calendar.dates(match: year).map(\.date).max() }
    let current = years.first { year in ends(year).map { $0 >= day } ?? false }
    let match = named ?? current ?? years.last ?? day.year
    year = match
    coversDay = ends(match).map { $0 >= day } ?? false
    // Dates that a table itself doubts are left out.
    let known = calendar.rows.filter {
      $0.kind != .invitationsObserved && Trust(code: $0.citation.trust ?? "") != .d
    }
    dates = known.filter { $0.match == match }
    let services = Set(known.compactMap(\.service))
    reckoned = services.flatMap { service in
      KeyDate.Kind.allCases.compactMap { kind -> KeyDate? in
        let rows = known.filter { $0.service == service && $0.kind == kind }
        guard !rows.contains(where: { $0.match == match }) else { return nil }
        return rows.max { $0.match < $1.match }?.moved(toMatch: match)
      }
    }.sorted { ($0.date, $0.event) < ($1.date, $1.event) }
    let observed = calendar.rows.filter { $0.kind == .invitationsObserved && $0.match <= match }
    let latest = observed.map(\.match).max()
    invitations = observed.filter { $0.match == latest }.map { $0.moved(toMatch: match) }
  }

  /// "2027 Match".
  public var name: String { "\(year) Match" }

  /// The Match years with a published calendar, earliest first.
  public static func years(of calendar: KeyDates) -> [Int] {
    Set(calendar.rows.map(\.match)).sorted()
  }
}

/// A file names a Match of which nothing is published here.
public struct SeasonError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The Match year in the file.
  public let named: Int
  /// The Match years with a calendar.
  public let known: [Int]

  /// What is wrong and what is accepted.
  public var description: String {
    "season: the \(named) Match has no published calendar here; accepted: "
      + known.map(String.init).joined(separator: ", ")
  }
}
