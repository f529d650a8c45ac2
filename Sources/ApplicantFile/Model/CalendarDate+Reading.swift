public import Foundation
public import MatchFacts

extension CalendarDate {
  /// The day of an instant in a time zone; nil where the clock shows a year that the calendar does
  /// not cover.
  ///
  /// The library never asks for the time itself: faces of the program pass the day in, so that the
  /// same file and day give the same advice.
  public init?(_ date: Date, in zone: TimeZone = .current) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// A day as applicants write it, `YYYY-MM-DD` or `YYYY-MM`; a month is its first day.
  init?(fileText text: String) {
    if text.split(separator: "-", omittingEmptySubsequences: false).count == 2 {
      self.init("\(text)-01")
    } else {
      self.init(text)
    }
  }
}
