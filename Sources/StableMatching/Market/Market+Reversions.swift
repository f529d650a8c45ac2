extension Market {
  /// Checks that reversions name programs of the market and form no circle.
  static func checked(
    _ reversions: [Reversion], programCount: Int
  ) throws(MarketError) -> [Reversion] {
    guard !reversions.isEmpty else { return [] }
    let programs = 0..<programCount
    var recipients: [Int: [Int]] = [:]
    for (index, reversion) in reversions.enumerated() {
      guard programs.contains(reversion.donor), programs.contains(reversion.recipient) else {
        throw .reversion(index: index, reason: .unknownProgram)
      }
      guard reversion.limit ?? 0 >= 0 else {
        throw .reversion(index: index, reason: .negativeLimit)
      }
      guard !reaches(from: reversion.recipient, to: reversion.donor, through: recipients) else {
        throw .reversion(index: index, reason: .cycle)
      }
      recipients[reversion.donor, default: []].append(reversion.recipient)
    }
    return reversions
  }

  /// Whether positions that leave `start` could arrive at `goal`.
  private static func reaches(from start: Int, to goal: Int, through edges: [Int: [Int]]) -> Bool {
    var stack = [start]
    var seen: Set<Int> = []
    while let program = stack.popLast() {
      if program == goal { return true }
      if seen.insert(program).inserted { stack += edges[program] ?? [] }
    }
    return false
  }
}
