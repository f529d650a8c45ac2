public import Advising
public import MatchFacts

/// The plan's dated steps as an iCalendar file (RFC 5545): one whole-day event each.
///
/// Identifiers depend on season and title only, so importing a later plan moves an event instead of
/// adding it again. Official dates carry a reminder a day ahead.
public struct CalendarExport: Sendable {
  let plan: Plan
  let stamp: CalendarDate

  /// An export of this plan, stamped with a day (by default the plan's own) so that the same plan
  /// gives the same bytes.
  public init(_ plan: Plan, stamp: CalendarDate? = nil) {
    self.plan = plan
    self.stamp = stamp ?? plan.asOf
  }

  /// The file's text, lines ending in CRLF and folded at 75 bytes.
  public var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SmartPick//Residency plan//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + Self.escape("SmartPick: \(plan.season)"),
    ]
    var seen: [String: Int] = [:]
    for step in plan.steps {
      let count = seen[step.title, default: 0]
      seen[step.title] = count + 1
      lines += event(step, occurrence: count)
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func event(_ step: Plan.Step, occurrence: Int) -> [String] {
    let key = "\(plan.season)\u{1F}\(step.title)\u{1F}\(occurrence)"
    var lines = [
      "BEGIN:VEVENT", "UID:\(Self.hash(key))@smartpick",
      "DTSTAMP:\(Self.digits(stamp))T000000Z",
      "DTSTART;VALUE=DATE:\(Self.digits(step.by))", "SUMMARY:\(Self.escape(step.title))",
    ]
    if !step.why.isEmpty { lines.append("DESCRIPTION:\(Self.escape(step.why))") }
    lines += [
      "CATEGORIES:\(step.isOfficial ? "OFFICIAL DATE" : "ADVICE")", "TRANSP:TRANSPARENT",
    ]
    if step.isOfficial {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D",
        "DESCRIPTION:\(Self.escape(step.title))", "END:VALARM",
      ]
    }
    lines.append("END:VEVENT")
    return lines
  }

  /// `20260902`.
  static func digits(_ day: CalendarDate) -> String {
    day.description.filter { $0 != "-" }
  }

  /// Text of a property: backslash, comma, semicolon and line end have an escape of their own.
  static func escape(_ text: String) -> String {
    var result = ""
    for character in PlainText.multiline(text) {
      switch character {
      case "\\": result += "\\\\"
      case ",": result += "\\,"
      case ";": result += "\\;"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  /// The line in pieces of at most 75 bytes, each but the first after a line end and a space, cut
  /// between characters.
  static func folded(_ line: String) -> String {
    var result = ""
    var used = 0
    for character in line {
      let length = character.utf8.count
      if used + length > 75 {
        result += "\r\n "
        used = 1
      }
      result.append(character)
      used += length
    }
    return result
  }

  /// FNV-1a of 64 bits, as 16 hexadecimal digits.
  static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
