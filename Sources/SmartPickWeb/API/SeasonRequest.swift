import ApplicantFile
import MatchFacts
import SeasonLog

/// The body of `POST /api/v1/season`: a file, what happened, and the day.
///
/// Nothing of it is kept: the season lives with whoever sends it.
struct SeasonRequest {
  /// Most events in one request.
  static let mostEvents = 3000

  let fileText: String
  let events: [SeasonEvent]
  let asOf: CalendarDate?
  let attend: Int?

  init(_ value: JSONValue) throws(WebError) {
    var reader = try JSONReader(value)
    let applicant = reader.require("applicant", "the applicant's file")
    let list = reader.require("events", "a list of {program, event, date}")
    let day = reader.text("asOf")
    let asOf = day.flatMap { CalendarDate($0) }
    if day != nil, asOf == nil { reader.report("asOf", "not a day written YYYY-MM-DD") }
    var attend: Int?
    switch reader.take("attend") {
    case nil: break
    case .integer(let number)? where (0...1000).contains(number): attend = number
    default: reader.report("attend", "not a whole number from 0 to 1000")
    }
    if let applicant, applicant.members == nil { reader.report("applicant", "not an object") }
    var events: [SeasonEvent] = []
    switch list {
    case .array(let items)?:
      if items.count > Self.mostEvents {
        reader.report("events", "\(items.count) events; at most \(Self.mostEvents) are read")
      }
      for (index, item) in items.prefix(Self.mostEvents).enumerated() {
        if let event = Self.event(item, at: "events[\(index)]", &reader) { events.append(event) }
      }
    case nil: break
    default: reader.report("events", "not a list")
    }
    try reader.finish(accepted: "applicant, events, asOf, attend")
    fileText = applicant?.json ?? "{}"
    self.events = events
    self.asOf = asOf
    self.attend = attend
  }

  private static let fields = [
    "program", "event", "date", "signal", "rating", "text", "interviewDay",
  ]

  private static func event(
    _ item: JSONValue, at field: String, _ reader: inout JSONReader
  ) -> SeasonEvent? {
    guard let members = item.members else {
      reader.report(field, "not an object; accepted: " + fields.joined(separator: ", "))
      return nil
    }
    for name in members.keys.sorted() where !fields.contains(name) {
      reader.report("\(field).\(name)", "unknown; accepted: " + fields.joined(separator: ", "))
    }
    guard let program = members["program"]?.text, !program.isEmpty, program.count <= 40 else {
      reader.report("\(field).program", "missing; the program's code is required")
      return nil
    }
    guard let kind = members["event"]?.text.flatMap(SeasonEvent.Kind.init(word:)) else {
      let accepted = SeasonEvent.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      reader.report("\(field).event", "accepted: \(accepted)")
      return nil
    }
    guard let day = members["date"]?.text.flatMap({ CalendarDate($0) }) else {
      reader.report("\(field).date", "not a day written YYYY-MM-DD")
      return nil
    }
    var event = SeasonEvent(kind, program: program.uppercased(), day: day)
    if let value = members["signal"], value != .null {
      event.signal = value.text.flatMap(SeasonEvent.Signal.init(rawValue:))
      if event.signal == nil || kind != .signaled {
        reader.report("\(field).signal", "accepted: single, silver, gold, with signaled")
      }
    } else if kind == .signaled {
      event.signal = .single
    }
    if case .integer(let rating)? = members["rating"], (1...10).contains(rating), kind == .rating {
      event.rating = rating
    } else if kind == .rating || (members["rating"] ?? .null) != .null {
      reader.report("\(field).rating", "a whole number from 1 to 10, with rating")
    }
    if let value = members["interviewDay"], value != .null {
      event.interviewDay = value.text.flatMap { CalendarDate($0) }
      if event.interviewDay == nil || (kind != .interview && kind != .accepted) {
        reader.report(
          "\(field).interviewDay", "a day written YYYY-MM-DD, with interview or accepted")
      }
    }
    event.text = members["text"]?.text
    return event
  }
}
