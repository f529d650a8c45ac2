public import Foundation

extension Day {
  /// The day of an instant in a time zone.
  ///
  /// The library never asks for the time itself: faces of the program pass the day in, so that the
  /// same file and day give the same advice.
  public init(_ date: Date, in zone: TimeZone = .current) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    self.init(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
  }
}
