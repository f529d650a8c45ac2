/// Two applicants who rank pairs of programs together.
public struct Couple: Sendable, Equatable {
  /// One line of a joint rank order list: where each partner would go.
  public struct Pair: Sendable, Hashable {
    var firstID: Int32
    var secondID: Int32

    /// Creates a pair; `nil` (or a negative number) means that this partner would go unmatched.
    public init(_ first: Int?, _ second: Int?) {
      firstID = Self.compact(first)
      secondID = Self.compact(second)
    }

    private static func compact(_ program: Int?) -> Int32 {
      guard let program, program >= 0 else { return Market.none }
      return Int32(clamping: program)
    }

    /// The program of the first partner, `nil` if unmatched.
    public var first: Int? { firstID < 0 ? nil : Int(firstID) }
    /// The program of the second partner, `nil` if unmatched.
    public var second: Int? { secondID < 0 ? nil : Int(secondID) }
  }

  /// The 0-based id of one partner.
  public let first: Int
  /// The 0-based id of the other partner.
  public let second: Int
  /// The joint list, best first; at its end both go unmatched.
  public let ranking: [Pair]

  /// Creates a couple from its joint list, best first.
  public init(first: Int, second: Int, ranking: [Pair]) {
    self.first = first
    self.second = second
    self.ranking = ranking
  }
}
