/// An event that still counts: not undone, and as last edited.
public struct CountedEvent: Sendable, Hashable, Identifiable {
  /// The line that recorded it first; undo and edit name this number.
  public let id: Int64
  /// The event as it now reads.
  public let event: SeasonEvent
}

extension [LogEntry] {
  /// The events that count, in order of their day, then of their line.
  public var countedEvents: [CountedEvent] {
    var events: [Int64: SeasonEvent] = [:]
    for entry in self {
      switch entry.action {
      case .record(let event): events[entry.id] = event
      case .undo(let target): events[target] = nil
      case .edit(let target, let event): if events[target] != nil { events[target] = event }
      case .file: break
      }
    }
    return events.map { CountedEvent(id: $0.key, event: $0.value) }
      .sorted { ($0.event.day, $0.id) < ($1.event.day, $1.id) }
  }

  /// The applicant's file as last taken in.
  public var currentFile: FileSnapshot? {
    for entry in reversed() {
      if case .file(let file) = entry.action { return file }
    }
    return nil
  }
}
