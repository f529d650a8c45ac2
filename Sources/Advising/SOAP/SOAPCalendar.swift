import Foundation
import MatchFacts

/// The week of SOAP to the minute.
struct SOAPCalendar {
  /// The zone that the published times are in.
  private static let published = "America/New_York"
  private let eastern: TimeZone
  private let own: TimeZone?

  /// - Throws: `AdviceError.data` for a zone that this machine does not know.
  init(zone: String?) throws(AdviceError) {
    guard let eastern = TimeZone(identifier: Self.published) else {
      throw .data("this machine has no time zone data (\(Self.published)); install tzdata")
    }
    self.eastern = eastern
    guard let zone else {
      own = nil
      return
    }
    guard let own = TimeZone(identifier: zone) else {
      throw .data(
        "zone '\(zone)' is not known; accepted are names such as America/Los_Angeles or Asia/Karachi"
      )
    }
    self.own = own
  }

  /// The moments of SOAP in a season's calendar.
  func moments(_ dates: [KeyDate]) -> [SOAPAdvice.Moment] {
    let kinds: [KeyDate.Kind] = [
      .matchStatus, .soapPrepare, .soapReview, .soapRound, .soapEnds, .matchDay,
    ]
    return dates.filter { kinds.contains($0.kind) }.map { date in
      let times = Self.times(date.time)
      let start = times.first.flatMap { instant(date.date, $0) }
      return SOAPAdvice.Moment(
        event: date.event, date: date.date, time: date.time,
        start: start.map { stamp($0, eastern) },
        end: times.count > 1 ? instant(date.date, times[1]).map { stamp($0, eastern) } : nil,
        yourStart: own.flatMap { zone in start.map { stamp($0, zone) } })
    }.sorted { ($0.start ?? $0.date.description) < ($1.start ?? $1.date.description) }
  }

  /// The hours and minutes of "09:00-11:00 ET"; empty for what is not printed so.
  static func times(_ text: String?) -> [(hour: Int, minute: Int)] {
    guard let text, text.hasSuffix(" ET") else { return [] }
    let parts = text.dropLast(3).split(separator: "-").map { part -> (hour: Int, minute: Int)? in
      let numbers = part.split(separator: ":").map { Int($0) }
      guard numbers.count == 2, let hour = numbers[0], let minute = numbers[1],
        (0...23).contains(hour), (0...59).contains(minute)
      else { return nil }
      return (hour, minute)
    }
    let known = parts.compactMap(\.self)
    return known.count == parts.count ? known : []
  }

  private func instant(_ day: CalendarDate, _ time: (hour: Int, minute: Int)) -> Date? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = eastern
    return calendar.date(
      from: DateComponents(
        year: day.year, month: day.month, day: day.day, hour: time.hour, minute: time.minute))
  }

  private func stamp(_ instant: Date, _ zone: TimeZone) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
    let offset = zone.secondsFromGMT(for: instant) / 60
    func two(_ value: Int?) -> String {
      let text = String(value ?? 0)
      return text.count < 2 ? "0" + text : text
    }
    let sign = offset < 0 ? "-" : "+"
    return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))T\(two(parts.hour)):"
      + "\(two(parts.minute)):00\(sign)\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
  }
}
