/// A program's wish that its unfilled positions go to another program.
public struct Reversion: Sendable, Equatable {
  /// The program that gives up positions it could not fill.
  public let donor: Int
  /// The program that receives them.
  public let recipient: Int
  /// The most positions that may move; `nil` means all that are unfilled.
  public let limit: Int?

  /// Creates a reversion; of several with one donor, the first is served first.
  public init(from donor: Int, to recipient: Int, limit: Int? = nil) {
    self.donor = donor
    self.recipient = recipient
    self.limit = limit
  }
}
