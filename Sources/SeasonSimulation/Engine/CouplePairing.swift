import StableMatching

/// Pairs applicants into couples and writes their joint lists.
enum CouplePairing {
  /// Longest part of each partner's list that enters the pairs.
  private static let depth = 10

  /// Couples among US seniors with interviews, the same people whatever the rule.
  static func couples(
    people: SeasonPeople, starts: [Int], lists: [Int32], applications: SeasonApplications,
    world: SeasonWorld, effects: SeasonEffects
  ) -> [Couple] {
    guard effects.couples > 0 else { return [] }
    var candidates: [(luck: UInt64, applicant: Int)] = []
    for applicant in 0..<people.count
    where people.group[applicant] <= 1 && starts[applicant + 1] - starts[applicant] >= 3 {
      candidates.append((mix(UInt64(people.identity[applicant])), applicant))
    }
    candidates.sort { ($0.luck, $0.applicant) < ($1.luck, $1.applicant) }
    let pairs = min(effects.couples, candidates.count / 2)
    return (0..<pairs).map { index in
      couple(
        candidates[2 * index].applicant, candidates[2 * index + 1].applicant, starts: starts,
        lists: lists, applications: applications, world: world, effects: effects)
    }
  }

  private static func couple(
    _ first: Int, _ second: Int, starts: [Int], lists: [Int32],
    applications: SeasonApplications, world: SeasonWorld, effects: SeasonEffects
  ) -> Couple {
    func programs(_ applicant: Int) -> [Int] {
      lists[starts[applicant]..<starts[applicant + 1]].map {
        Int(applications.program[Int($0)])
      }
    }
    let ofFirst = programs(first)
    let ofSecond = programs(second)
    var scored: [(value: Double, pair: Couple.Pair)] = []
    for (i, a) in ofFirst.prefix(depth).enumerated() {
      for (j, b) in ofSecond.prefix(depth).enumerated() {
        let isTogether = world.states[a] == world.states[b] && world.states[a] != 255
        scored.append(
          (Double(i + j) - (isTogether ? effects.coupleTogether : 0), Couple.Pair(a, b)))
      }
    }
    var order = Array(scored.indices)
    order.sort { (scored[$0].value, $0) < (scored[$1].value, $1) }
    var ranking = order.map { scored[$0].pair }
    for (i, a) in ofFirst.enumerated() {
      for (j, b) in ofSecond.enumerated() where i >= depth || j >= depth {
        ranking.append(Couple.Pair(a, b))
      }
    }
    for a in ofFirst { ranking.append(Couple.Pair(a, nil)) }
    for b in ofSecond { ranking.append(Couple.Pair(nil, b)) }
    return Couple(first: first, second: second, ranking: ranking)
  }

  /// The finalizer of SplitMix64, to order identities without trend.
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
