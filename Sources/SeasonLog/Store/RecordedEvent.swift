/// An event that is on disk.
public struct RecordedEvent: Sendable, Hashable {
  /// Number of its line.
  public var id: Int64
  /// The event.
  public var event: SeasonEvent
  /// What is odd about it.
  public var warnings: [EventFinding]
}
