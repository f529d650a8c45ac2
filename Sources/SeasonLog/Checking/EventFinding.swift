/// Something about an event that cannot be, or that is worth a second look.
public struct EventFinding: Sendable, Hashable {
  /// What follows from it.
  public enum Weight: Sendable, Hashable {
    /// The event is not recorded.
    case refused
    /// The event is recorded, and the person told.
    case warned
  }

  /// What follows.
  public var weight: Weight
  /// What is odd, and how to mend it.
  public var message: String
}
