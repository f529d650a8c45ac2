import MatchFacts
import SeasonLog

/// What `season status --json` prints.
struct SeasonAnswer: Encodable {
  struct Entry: Encodable {
    var code: String
    var name: String?
    var institution: String?
    var specialty: String?
    var state: ProgramProgress.State
    var signal: String
    var days: [String: CalendarDate]
    var interviewDay: CalendarDate?
    var rating: Int?
  }
  /// A day to come.
  struct Next: Encodable {
    var date: CalendarDate
    var text: String
  }

  var format = 1
  var match: Int
  var asOf: CalendarDate
  var counts: [String: Int]
  var programs: [Entry]
  var next: [Next]

  init(_ state: SeasonState, dates: KeyDates, directory: ProgramDirectory) {
    match = state.window.match
    asOf = state.asOf
    counts = Dictionary(
      uniqueKeysWithValues: state.counts.map { ($0.key.rawValue, $0.value) })
    programs = state.programs.map { progress in
      let program = directory[progress.code]
      return Entry(
        code: progress.code, name: program?.name, institution: program?.institution,
        specialty: program?.specialty.name, state: progress.state,
        signal: progress.signal?.rawValue ?? "none",
        days: Dictionary(
          uniqueKeysWithValues: progress.days.map { ($0.key.rawValue, $0.value) }),
        interviewDay: progress.interviewDay, rating: progress.rating)
    }
    let official = dates.dates(match: state.window.match)
      .filter { $0.date >= state.asOf && $0.kind != .invitationsObserved }
      .map { Next(date: $0.date, text: $0.event + ($0.time.map { ", \($0)" } ?? "")) }
    let interviews = programs.compactMap { entry -> Next? in
      guard let day = entry.interviewDay, day >= state.asOf,
        entry.state == .accepted || entry.state == .interview
      else { return nil }
      return Next(date: day, text: "Interview: \(entry.institution ?? entry.code)")
    }
    next = (official + interviews).sorted { ($0.date, $0.text) < ($1.date, $1.text) }
  }
}
