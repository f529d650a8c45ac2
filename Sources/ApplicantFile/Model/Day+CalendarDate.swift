public import MatchFacts

extension Day {
  /// The same day.
  public init(_ date: CalendarDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }
}

extension CalendarDate {
  /// The same day, or nil outside the years that the facts' calendar covers.
  public init?(_ day: Day) {
    self.init(year: day.year, month: day.month, day: day.day)
  }
}
