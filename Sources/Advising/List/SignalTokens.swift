import ApplicantFile
import MatchFacts
import MatchOdds

/// How many signals of each tier a specialty has, in the order of the odds' tiers.
enum SignalTokens {
  /// Signals by tier; a specialty that shares its pool with an earlier target gets none, since
  /// the pool is spent once.
  static func tokens(
    rule: SignalRule?, tiers: [ListedProgram.Signal], poolIsTaken: Bool
  ) -> [Int] {
    guard let rule, !poolIsTaken else { return tiers.map { _ in 0 } }
    let direct = tiers.map { tier in
      switch tier {
      case .none: 0
      case .single: rule.single
      case .silver: rule.silver
      case .gold: rule.gold
      }
    }
    guard direct.allSatisfy({ $0 == 0 }), rule.total > 0, tiers.count > 1 else { return direct }
    // The season's rule has other tiers than the rates were measured with: all its signals count
    // as the strongest tier whose effect is known for one tier, the weakest for two.
    var mapped = tiers.map { _ in 0 }
    mapped[rule.kind == .single ? tiers.count - 1 : 1] = rule.total
    return mapped
  }
}
