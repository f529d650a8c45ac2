public import MatchFacts

/// The days between which events of one season can lie.
public struct SeasonWindow: Sendable, Hashable, Codable {
  /// The Match year.
  public var match: Int
  /// The first day on which applications can be sent.
  public var opens: CalendarDate
  /// Match Day.
  public var closes: CalendarDate

  /// A window.
  public init(match: Int, opens: CalendarDate, closes: CalendarDate) {
    self.match = match
    self.opens = opens
    self.closes = closes
  }

  /// The window of a Match year by the published calendar; nil where its days are not known.
  public init?(match: Int, dates: KeyDates) {
    guard let opens = dates.date(.applicationsOpen, match: match)?.date,
      let closes = dates.date(.matchDay, match: match)?.date, opens <= closes
    else { return nil }
    self.init(match: match, opens: opens, closes: closes)
  }
}
