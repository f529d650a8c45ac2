import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading

/// Turns the engine's answer into what the couple reads.
struct CoupleResult: Sendable {
  var builder: CoupleBuilder
  /// Every pair of the two lists, which the chances are of.
  var joint: JointList
  /// The pairs worth ranking.
  var ranked: JointList
  var outcome: JointOutcome
  var apart: JointOutcome
  var bound: CoupleBound

  private var lists: CoupleLists { joint.lists }

  func advice() -> CoupleAdvice {
    let chances = self.chances(outcome)
    let separate = self.chances(apart)
    let first = partner(
      builder.first, lists.first, others: lists.second, isFirst: true,
      preference: outcome.firstUtility)
    let second = partner(
      builder.second, lists.second, others: lists.first, isFirst: false,
      preference: outcome.secondUtility)
    let places = CouplePlaceTable(result: self).places()
    let value = outcome.value
    let top = max(bound.value, value)
    return CoupleAdvice(
      first: first, second: second, chances: chances, apart: separate,
      summary: CoupleSentences(
        chances: chances, apart: separate, first: first, second: second, places: places,
        pairs: ranked.pairs.count, possible: joint.possible
      ).summary,
      pairs: pairs(), possiblePairs: joint.possible, places: places, value: value,
      standardError: outcome.standardError, bound: top,
      gap: top > 0 ? (top - value) / top : 0, method: method(), facts: builder.facts)
  }

  private func chances(_ outcome: JointOutcome) -> CoupleAdvice.Chances {
    let doubt = builder.doubt
    return CoupleAdvice.Chances(
      both: doubt.interval(outcome, \.both), together: doubt.interval(outcome, \.together),
      onlyOne: doubt.interval(outcome) { $0.firstOnly + $0.secondOnly },
      neither: doubt.interval(outcome, \.neither))
  }

  // MARK: Partners

  private func partner(
    _ member: CoupleBuilder.Member, _ list: [PortfolioChoice], others: [PortfolioChoice],
    isFirst: Bool, preference: Double
  ) -> CoupleAdvice.Partner {
    let inputs = member.builder.inputs
    let own = Set(member.builder.solution.choices.map(\.option))
    var landing = list.map { _ in 0.0 }
    for (pair, chance) in zip(joint.pairs, outcome.landing) {
      if let index = isFirst ? pair.first : pair.second { landing[index] += chance }
    }
    let entries = list.indices.map { index in
      entry(
        member, list[index], landing: landing[index], others: others, isFirst: isFirst,
        isOnOwnList: own.contains(list[index].option))
    }
    var counts = inputs.targets.map { _ in 0 }
    for choice in list { counts[inputs.origins[choice.option].target] += 1 }
    return CoupleAdvice.Partner(
      name: member.name, specialties: member.applicant.specialties.map(\.specialty),
      matchAlone: member.builder.listed.match,
      matchInCouple: builder.doubt.interval(outcome) {
        $0.both + (isFirst ? $0.firstOnly : $0.secondOnly)
      },
      preferenceAlone: member.builder.solution.value, preferenceInCouple: preference,
      programs: entries.sorted { ($1.landing, $0.code) < ($0.landing, $1.code) },
      fees: member.builder.fees.total(counts),
      expectedInterviews: list.reduce(0) { $0 + inputs.problem.expectedOffers($1) },
      limits: ListLimits(member.applicant, targets: inputs.targets).words)
  }

  private func entry(
    _ member: CoupleBuilder.Member, _ choice: PortfolioChoice, landing: Double,
    others: [PortfolioChoice], isFirst: Bool, isOnOwnList: Bool
  ) -> CoupleAdvice.Entry {
    let inputs = member.builder.inputs
    let origin = inputs.origins[choice.option]
    let odds = inputs.targets[origin.target].odds
    let program = inputs.program(choice.option)
    let places = builder.places
    let own = isFirst ? places.first[choice.option] : places.second[choice.option]
    let near = others.count { other in
      let place = isFirst ? places.second[other.option] : places.first[other.option]
      return [.sameCity, .commute].contains(places.nearness(own, place))
    }
    return CoupleAdvice.Entry(
      code: program.code, program: program.name, institution: program.institution,
      city: program.city, state: program.state, specialty: program.specialty,
      signal: inputs.signal(choice),
      interview: Interval(
        odds.interviewChance(program: origin.program, tier: choice.variant)),
      match: Interval(odds.matchChance(program: origin.program, tier: choice.variant)),
      landing: landing, partnerProgramsNear: near, isOnOwnList: isOnOwnList)
  }

  // MARK: Pairs

  private func pairs() -> [CoupleAdvice.Pair] {
    let places = builder.places
    var sum = 0.0
    let landings = Dictionary(
      zip(joint.pairs.map { [$0.first, $0.second] }, outcome.landing),
      uniquingKeysWith: { first, _ in first })
    return ranked.pairs.enumerated().map { index, pair in
      let landing = landings[[pair.first, pair.second]] ?? 0
      sum += landing
      let own = pair.first.map { lists.first[$0].option }
      let other = pair.second.map { lists.second[$0].option }
      var nearness = CoupleAdvice.Nearness.alone
      var miles: Int?
      if let own, let other {
        nearness = places.nearness(places.first[own], places.second[other])
        miles = places.miles(places.first[own], places.second[other]).map { Int($0.rounded()) }
      }
      return CoupleAdvice.Pair(
        rank: index + 1, first: own.map { side(builder.first, $0, places.first[$0]) },
        second: other.map { side(builder.second, $0, places.second[$0]) }, nearness: nearness,
        miles: miles, worth: pair.worth, landing: landing, cumulative: min(1, sum))
    }
  }

  private func side(
    _ member: CoupleBuilder.Member, _ option: Int, _ place: Int
  ) -> CoupleAdvice.Side {
    let program = member.builder.inputs.program(option)
    return CoupleAdvice.Side(
      code: program.code, institution: program.institution,
      place: builder.places.places[place].name)
  }

  private func method() -> [String] {
    let sample = outcome
    let error = Format.number(
      100 * sample.standardError(ofChance: sample.together), digits: 1)
    return [
      "The chance that a pair is open to both has no closed form; it is counted over "
        + "\(sample.scenarios) drawn seasons that the search never saw, so the chance of being "
        + "together carries a sampling error of ±\(error) points beside the ranges shown, and the "
        + "joint value one of ±\(Format.number(sample.standardError, digits: 3)).",
      "The lists were improved in turn on \(solverScenarios) other drawn seasons, from each one's "
        + "own best list and from lists drawn together in the places that promise most to both. "
        + "This is not proven best: no two lists can be worth more than "
        + "\(Format.number(bound.value, digits: 3)) (each partner's own best list at once, and "
        + "together whenever both match), and that bound is loose, since the two best lists do not "
        + "lie in the same places.",
      "The partners' luck is taken as independent of each other. The ranges carry over what the "
        + "published figures, the year and the model leave open of each one's own chance.",
    ]
  }

  private var solverScenarios: Int { builder.solver.effort.searchScenarios }
}
