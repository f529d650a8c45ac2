import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading

/// Builds a couple's joint list from two lists of their own.
struct RankCoupleBuilder: Sendable {
  let first: RankBuilder
  let second: RankBuilder
  private let solver: CoupleSolver

  init(
    _ advisor: Advisor, _ first: RankBuilder, _ second: RankBuilder
  ) throws(AdviceError) {
    self.first = first
    self.second = second
    let assumptions = advisor.rules.assumptions
    let terms = CoupleTerms(
      first.season.applicant.coupleWishes, second.season.applicant.coupleWishes, assumptions)
    let cities: Cities
    do {
      cities = try advisor.facts.cities()
    } catch {
      throw .data("\(error)")
    }
    let programs = [first, second].map { $0.season.candidates($0.order.primary).map(\.program) }
    let places = CouplePlaces(
      programs[0], programs[1], cities: cities, commuteMiles: terms.commuteMiles)
    let problem = CoupleProblem(
      first: .init(
        portfolio: Self.portfolio(first), places: places.first, weight: terms.firstWeight),
      second: .init(
        portfolio: Self.portfolio(second), places: places.second, weight: 1 - terms.firstWeight),
      togetherness: places.togetherness(terms), togetherFrom: terms.togetherFrom,
      worthAlone: terms.alone)
    do {
      solver = try CoupleSolver(
        problem,
        effort: .init(
          searchScenarios: 64, finalScenarios: 4 * max(64, Int(assumptions[.coupleScenarios])),
          leastGain: 0))
    } catch {
      throw .limits("\(error)")
    }
  }

  /// Each rank as an option that is had already but for the program's decision.
  private static func portfolio(_ builder: RankBuilder) -> PortfolioProblem {
    let candidates = builder.season.candidates(builder.order.primary)
    let last = builder.assumptions[.rankLastWorth]
    let steps = Double(max(candidates.count - 1, 1))
    return PortfolioProblem(
      options: candidates.enumerated().map { rank, candidate in
        PortfolioOption(
          id: candidate.program.code, utility: 1 - (1 - last) * Double(rank) / steps,
          variants: [PortfolioVariant(chance: builder.odds.success(candidate.place))])
      }, nodeWeights: builder.odds.belief.weights)
  }

  func couple() throws(AdviceError) -> RankCouple {
    do {
      return try joint()
    } catch {
      throw .limits("\(error)")
    }
  }

  private func joint() throws(CoupleError) -> RankCouple {
    let lists = CoupleLists(
      first: first.order.primary.indices.map { PortfolioChoice(option: $0) },
      second: second.order.primary.indices.map { PortfolioChoice(option: $0) })
    var list = try solver.allPairs(of: lists)
    let most = first.rules.mostRanks
    // Pairs cost nothing by themselves, so that only the NRMP's limit shortens the list.
    if list.pairs.count > most { list = try pruned(list, to: most) }
    let outcome = try solver.outcome(of: list)
    let pairs = list.pairs.enumerated().map { index, pair in
      RankCouple.Pair(
        rank: index + 1, first: pair.first.map { first.order.primary[$0] },
        second: pair.second.map { second.order.primary[$0] }, isTogether: pair.isTogether,
        landing: outcome.landing[index])
    }
    let own = partner(
      first, name: first.file.name ?? "You", match: outcome.both + outcome.firstOnly,
      codes: pairs.compactMap(\.first))
    let other = partner(
      second, name: second.file.name ?? "Your partner", match: outcome.both + outcome.secondOnly,
      codes: pairs.compactMap(\.second))
    var couple = RankCouple(
      first: own, second: other, pairs: pairs, possiblePairs: list.possible, mostPairs: most,
      both: outcome.both, together: outcome.together,
      onlyOne: outcome.firstOnly + outcome.secondOnly, neither: outcome.neither,
      standardError: outcome.standardError(ofChance: outcome.both), summary: [])
    couple.summary = RankCoupleSentences(couple).summary
    return couple
  }

  /// The list cut to so many pairs: those with No Match on one side stay, which catch what no drawn
  /// season shows, then those one is likeliest to land on, then the best of the rest.
  private func pruned(_ list: JointList, to most: Int) throws(CoupleError) -> JointList {
    var kept = Set(
      list.pairs.indices.filter { list.pairs[$0].first == nil || list.pairs[$0].second == nil }
        .prefix(most))
    let whole = list.pairs.indices.filter { !kept.contains($0) }
    let likely = try solver.worthRanking(
      JointList(
        lists: list.lists, pairs: whole.map { list.pairs[$0] }, possible: list.possible),
      tolerance: 0, most: most - kept.count)
    let chosen = Set(likely.pairs)
    kept.formUnion(whole.filter { chosen.contains(list.pairs[$0]) })
    for index in whole where kept.count < most { kept.insert(index) }
    return JointList(
      lists: list.lists, pairs: kept.sorted().map { list.pairs[$0] }, possible: list.possible)
  }

  private func partner(
    _ builder: RankBuilder, name: String, match: Double, codes: [String]
  ) -> RankCouple.Partner {
    let programs = Set(codes).count
    return RankCouple.Partner(
      name: name, matchAlone: builder.odds.atOrAbove.last?.estimate ?? 0, matchInCouple: match,
      programs: programs, rankFees: builder.rankFees(programs))
  }
}

/// What a joint list comes to, in words.
struct RankCoupleSentences: Sendable {
  let couple: RankCouple

  init(_ couple: RankCouple) { self.couple = couple }

  var summary: [String] {
    var lines = [
      "By the joint list you both match with a chance of \(Format.about(couple.both)), near each "
        + "other with \(Format.about(couple.together)); one of you alone with "
        + "\(Format.about(couple.onlyOne)), neither with \(Format.about(couple.neither))."
    ]
    for partner in [couple.first, couple.second] {
      let change = 100 * (partner.matchInCouple - partner.matchAlone)
      lines.append(
        "\(partner.name): \(Format.about(partner.matchInCouple)) in the couple, "
          + "\(Format.about(partner.matchAlone)) alone"
          + (abs(change) < 0.5
            ? "; ranking together costs next to nothing."
            : change < 0
              ? ": ranking together costs \(Format.points(-change, digits: 1))."
              : "."))
    }
    let alone = couple.pairs.count { $0.first == nil || $0.second == nil }
    lines.append(
      couple.possiblePairs > couple.pairs.count
        ? "\(couple.pairs.count) of \(couple.possiblePairs) pairs are ranked, \(alone) of them with "
          + "No Match on one side; the NRMP takes \(couple.mostPairs). The pairs left out are those "
          + "you would least likely land on."
        : "All \(couple.pairs.count) pairs are ranked, \(alone) of them with No Match on one side.")
    return lines
  }
}
