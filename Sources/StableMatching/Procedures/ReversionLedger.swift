/// Quotas as they stand after positions have reverted.
///
/// In a market of singles more positions only improve what applicants have, so a donor that could
/// not fill a position will not miss it later; with couples it may, which is why positions move
/// only forward along reversions that form no circle, and the rounds end.
struct ReversionLedger {
  struct Move: Equatable {
    let from: Int
    let to: Int
    let positions: Int
  }

  private let reversions: [Reversion]
  /// What each reversion may still move.
  private var remaining: [Int]
  private(set) var quotas: [Int32]

  init(market: Market) {
    reversions = market.reversions
    remaining = market.reversions.map { $0.limit ?? Int.max }
    quotas = market.quotas
  }

  /// Moves unfilled positions once along every reversion, in the order given.
  mutating func revert(unfilledIn matching: Matching) -> [Move] {
    guard !reversions.isEmpty else { return [] }
    var moves: [Move] = []
    var unfilled = quotas.indices.map { max(0, Int(quotas[$0] - matching.filled[$0])) }
    for (index, reversion) in reversions.enumerated() {
      let positions = min(unfilled[reversion.donor], remaining[index])
      guard positions > 0 else { continue }
      unfilled[reversion.donor] -= positions
      remaining[index] -= positions
      quotas[reversion.donor] -= Int32(positions)
      quotas[reversion.recipient] += Int32(positions)
      moves.append(Move(from: reversion.donor, to: reversion.recipient, positions: positions))
    }
    return moves
  }
}
