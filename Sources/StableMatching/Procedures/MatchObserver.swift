/// Sees every step of a procedure.
///
/// Procedures are generic over it, so that without an observer the calls vanish from the compiled
/// inner loop. What is costly to say is said only if ``isRecording``.
protocol MatchObserver {
  /// Whether anybody listens.
  static var isRecording: Bool { get }
  mutating func record(_ event: MatchEvent)
}

/// Looks away, at no cost.
struct NoObserver: MatchObserver {
  static var isRecording: Bool { false }

  @inline(__always)
  mutating func record(_ event: MatchEvent) {}
}

/// Keeps every step in order.
struct EventRecorder: MatchObserver {
  static var isRecording: Bool { true }
  private(set) var events: [MatchEvent] = []

  mutating func record(_ event: MatchEvent) {
    events.append(event)
  }
}
