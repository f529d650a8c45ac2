import ListOptimization

/// The places of a couple's lists, grouped by the commute, and what each gives the two.
struct CouplePlaceTable: Sendable {
  var result: CoupleResult

  func places() -> [CoupleAdvice.Place] {
    let map = result.builder.places
    let lists = result.joint.lists
    let first = lists.first.map { map.first[$0.option] }
    let second = lists.second.map { map.second[$0.option] }
    var together = [Double](repeating: 0, count: map.places.count)
    for (pair, landing) in zip(result.joint.pairs, result.outcome.landing)
    where pair.isTogether {
      // A pair of two cities counts half for each, whichever is the centre in the end.
      if let p = pair.first { together[first[p]] += landing / 2 }
      if let q = pair.second { together[second[q]] += landing / 2 }
    }
    var left = Set(first + second)
    let order = left.sorted {
      (together[$1], map.places[$0].name, $0) < (together[$0], map.places[$1].name, $1)
    }
    var rows: [CoupleAdvice.Place] = []
    for centre in order where left.contains(centre) {
      let members = order.filter {
        left.contains($0)
          && ($0 == centre || [.sameCity, .commute].contains(map.nearness(centre, $0)))
      }
      left.subtract(members)
      let inside = Set(members)
      let own = lists.first.indices.filter { inside.contains(first[$0]) }
      let other = lists.second.indices.filter { inside.contains(second[$0]) }
      rows.append(
        CoupleAdvice.Place(
          name: map.places[centre].name,
          includes: members.filter { $0 != centre }.sorted { a, b in
            let programs = [a, b].map { place in (first + second).count { $0 == place } }
            return programs[0] == programs[1]
              ? map.places[a].name < map.places[b].name : programs[0] > programs[1]
          }.map { map.places[$0].name },
          firstPrograms: own.count, secondPrograms: other.count,
          firstOpen: open(result.builder.first, own.map { lists.first[$0] }),
          secondOpen: open(result.builder.second, other.map { lists.second[$0] }),
          together: members.reduce(0) { $0 + together[$1] }))
    }
    return rows.filter { $0.firstPrograms > 0 && $0.secondPrograms > 0 }
      .sorted { ($1.together, $0.name) < ($0.together, $1.name) }
  }

  /// Chance that at least one of the programs would take the applicant.
  private func open(_ member: CoupleBuilder.Member, _ choices: [PortfolioChoice]) -> Double {
    let problem = member.builder.inputs.problem
    return 1
      - problem.nodeWeights.indices.reduce(0) { sum, node in
        sum + problem.nodeWeights[node]
          * choices.reduce(1) {
            $0 * (1 - problem.options[$1.option].variants[$1.variant].chance[node])
          }
      }
  }
}
