import MatchFacts
import SeasonLog

/// An event's fields as typed or as they stand in a CSV file, checked.
struct SeasonEventText {
  private let kind: SeasonEvent.Kind
  private let day: CalendarDate?
  private let signal: SeasonEvent.Signal?
  private let rating: Int?
  private let text: String?
  private let interviewDay: CalendarDate?

  /// - Parameter place: where the fields stand (`answers.csv:3: `), for errors.
  init(
    kind: String, day: String?, signal: String? = nil, rating: String? = nil, text: String? = nil,
    interviewDay: String? = nil, place: String = ""
  ) throws(CommandFailure) {
    func refuse(_ field: String, _ value: String, _ accepted: String) -> CommandFailure {
      CommandFailure(
        "\(place)\(field) '\(PageText.harmless(value))': \(accepted)", .badData)
    }
    func date(_ field: String, _ value: String?) throws(CommandFailure) -> CalendarDate? {
      guard let value, !value.isEmpty else { return nil }
      guard let date = CalendarDate(value) else {
        throw refuse(field, value, "a day is written YYYY-MM-DD, as in 2026-10-12")
      }
      return date
    }
    guard let known = SeasonEvent.Kind(word: kind) else {
      throw refuse(
        "event", kind,
        "accepted are " + SeasonEvent.Kind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self.kind = known
    self.day = try date("date", day)
    self.interviewDay = try date("interview day", interviewDay)
    if let signal, !signal.isEmpty {
      guard let tier = SeasonEvent.Signal(rawValue: signal) else {
        throw refuse("signal", signal, "accepted are single, silver, gold")
      }
      guard known == .signaled else {
        throw refuse("signal", signal, "a strength goes with the event 'signaled' alone")
      }
      self.signal = tier
    } else {
      self.signal = known == .signaled ? .single : nil
    }
    if let rating, !rating.isEmpty {
      guard let number = Int(rating), (1...10).contains(number), known == .rating else {
        throw refuse("rating", rating, "a whole number from 1 to 10, with the event 'rating'")
      }
      self.rating = number
    } else {
      guard known != .rating else {
        throw refuse("rating", "", "give --rating with a whole number from 1 to 10")
      }
      self.rating = nil
    }
    self.text = text.flatMap { $0.isEmpty ? nil : $0 }
    if known == .note, self.text == nil {
      throw refuse("text", "", "a note needs its words: --text \"kind residents\"")
    }
    if let interview = self.interviewDay, known != .interview, known != .accepted {
      throw refuse(
        "interview day", interview.description, "it goes with 'interview' or 'accepted' alone")
    }
  }

  func event(program: String, today: CalendarDate) -> SeasonEvent {
    SeasonEvent(
      kind, program: program, day: day ?? today, signal: signal, rating: rating, text: text,
      interviewDay: interviewDay)
  }
}
