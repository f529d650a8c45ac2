public import MatchFacts

/// Events that come from somewhere else than a log, checked as a log would.
public struct SeasonEvents: Sendable {
  /// An event that cannot be.
  public struct Refused: Sendable, Hashable {
    /// Its position among those given.
    public var index: Int
    /// Why.
    public var findings: [EventFinding]
  }

  /// The events that count, numbered from 1 in the order given.
  public private(set) var counted: [CountedEvent] = []
  /// Those that cannot be.
  public private(set) var refused: [Refused] = []

  /// Checks events one after the other, each beside those before it.
  ///
  /// - Parameter today: The last day on which things can have happened.
  /// - Complexity: O(events · events of one program).
  public init(_ events: [SeasonEvent], window: SeasonWindow, today: CalendarDate) {
    var byProgram: [String: [CountedEvent]] = [:]
    for (index, event) in events.enumerated() {
      let findings = EventCheck.findings(
        event, beside: byProgram[event.program] ?? [], window: window, today: today
      ).filter { $0.weight == .refused }
      guard findings.isEmpty else {
        refused.append(Refused(index: index, findings: findings))
        continue
      }
      let new = CountedEvent(id: Int64(index + 1), event: event)
      counted.append(new)
      byProgram[event.program, default: []].append(new)
    }
  }
}
