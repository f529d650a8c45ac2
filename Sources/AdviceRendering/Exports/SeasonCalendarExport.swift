public import Advising
import MatchFacts

/// The dates of a season, interviews among them, as an iCalendar file (RFC 5545).
///
/// A date with a time of day stands in Eastern time, with that zone's rules in the file; one without is
/// a whole day. Identifiers depend on the season and on what is to happen, so that importing a later
/// file moves an event.
public struct SeasonCalendarExport: Sendable {
  let answer: SeasonAnswer

  /// An export of the dates to come.
  public init(_ answer: SeasonAnswer) { self.answer = answer }

  /// The file's text, lines ending in CRLF and folded at 75 bytes.
  public var text: String {
    let dates = answer.next.filter { $0.kind == .date && $0.date != nil }
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SmartPick//Residency season//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + CalendarExport.escape("SmartPick: \(answer.match) Match"),
    ]
    if dates.contains(where: { Self.times($0.time) != nil }) { lines += Self.easternTime }
    var seen: [String: Int] = [:]
    for date in dates {
      let what = date.codes.isEmpty ? date.text : "interview \(date.codes.joined())"
      let count = seen[what, default: 0]
      seen[what] = count + 1
      lines += event(date, key: "\(answer.match)\u{1F}\(what)\u{1F}\(count)")
    }
    lines.append("END:VCALENDAR")
    return lines.map { CalendarExport.folded($0) + "\r\n" }.joined()
  }

  private func event(_ next: SeasonAnswer.Next, key: String) -> [String] {
    guard let day = next.date else { return [] }
    let digits = CalendarExport.digits(day)
    var lines = [
      "BEGIN:VEVENT", "UID:\(CalendarExport.hash(key))@smartpick",
      "DTSTAMP:\(CalendarExport.digits(answer.asOf))T000000Z",
    ]
    if let times = Self.times(next.time) {
      lines.append("DTSTART;TZID=\(Self.zone):\(digits)T\(times.start)00")
      if let end = times.end { lines.append("DTEND;TZID=\(Self.zone):\(digits)T\(end)00") }
    } else {
      lines += [
        "DTSTART;VALUE=DATE:\(digits)",
        "DTEND;VALUE=DATE:\(CalendarExport.digits(day.adding(days: 1)))",
      ]
    }
    let isInterview = !next.codes.isEmpty
    lines += [
      "SUMMARY:\(CalendarExport.escape(next.text))",
      "CATEGORIES:\(isInterview ? "INTERVIEW" : "OFFICIAL DATE")",
      "TRANSP:\(isInterview ? "OPAQUE" : "TRANSPARENT")", "BEGIN:VALARM", "ACTION:DISPLAY",
      "TRIGGER:-P1D", "DESCRIPTION:\(CalendarExport.escape(next.text))", "END:VALARM",
      "END:VEVENT",
    ]
    return lines
  }

  private static let zone = "America/New_York"

  /// Eastern time since 2007: Energy Policy Act of 2005, section 110.
  private static let easternTime = [
    "BEGIN:VTIMEZONE", "TZID:\(zone)", "BEGIN:DAYLIGHT", "DTSTART:20070311T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400",
    "TZNAME:EDT", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20071104T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500",
    "TZNAME:EST", "END:STANDARD", "END:VTIMEZONE",
  ]

  /// "12:00 ET" and "09:00-11:00 ET" as four digits each; nil for any other text.
  private static func times(_ text: String?) -> (start: String, end: String?)? {
    guard let text, text.hasSuffix(" ET") else { return nil }
    let parts = text.dropLast(3).split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.compactMap { part -> String? in
      let numbers = part.split(separator: ":", omittingEmptySubsequences: false)
      guard numbers.count == 2, numbers.allSatisfy({ $0.count == 2 }), let hour = Int(numbers[0]),
        let minute = Int(numbers[1]), (0...23).contains(hour), (0...59).contains(minute)
      else { return nil }
      return numbers.joined()
    }
    guard digits.count == parts.count, let start = digits.first, digits.count <= 2 else {
      return nil
    }
    return (start, digits.count == 2 ? digits[1] : nil)
  }
}
