public import MatchFacts

/// Everything a season's log says as of a day: what a belief about the file is reweighed with.
public struct SeasonState: Sendable, Hashable, Codable {
  /// The season's days.
  public var window: SeasonWindow
  /// Events after this day are left out.
  public var asOf: CalendarDate
  /// One entry for each program with an event, by code.
  public var programs: [ProgramProgress]

  /// What events amount to by the end of a day.
  ///
  /// - Complexity: O(*n* log *n*) in the number of events.
  public init(_ events: [CountedEvent], window: SeasonWindow, asOf: CalendarDate) {
    self.window = window
    self.asOf = asOf
    let known = events.filter { $0.event.day <= asOf }
      .sorted { ($0.event.day, $0.id) < ($1.event.day, $1.id) }
    programs = Dictionary(grouping: known.map(\.event), by: \.program)
      .map { ProgramProgress(code: $0.key, events: $0.value) }
      .sorted { $0.code < $1.code }
  }

  /// How many programs had each kind of event; a program counts once in each.
  ///
  /// An invitation counts where an answer to it is logged, and an application where anything is.
  public var counts: [SeasonEvent.Kind: Int] {
    var counts: [SeasonEvent.Kind: Int] = [:]
    for kind in SeasonEvent.Kind.allCases {
      counts[kind] =
        programs.count { program in
          switch kind {
          case .applied: program.state != .noted
          case .interview: program.wasInvited
          default: program.days[kind] != nil
          }
        }
    }
    return counts
  }
}
