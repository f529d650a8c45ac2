public import MatchFacts

/// The Match that a file and a day belong to.
public struct Season: Sendable, Hashable {
  /// Match year.
  public let year: Int
  /// Its calendar, earliest first, without the dates that single specialties were observed to keep.
  public let dates: [KeyDate]
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
    year = named ?? current ?? years.last ?? day.year
    coversDay = ends(year).map { $0 >= day } ?? false
    dates = calendar.dates(match: year).filter { $0.kind != .invitationsObserved }
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
