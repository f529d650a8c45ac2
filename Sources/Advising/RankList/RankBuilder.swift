import ApplicantFile
import MatchFacts
import MatchOdds
import RankLists
import ScoreReading

/// Builds the advice on one person's rank order list.
struct RankBuilder: Sendable {
  let advisor: Advisor
  let file: Applicant
  let request: RankRequest
  let season: RankSeason
  let order: RankOrder
  let odds: RankedOdds
  let rules: RankingRules

  init(
    _ advisor: Advisor, _ file: Applicant, _ request: RankRequest
  ) throws(AdviceError) {
    self.advisor = advisor
    self.file = file
    self.request = request
    season = try RankSeason(advisor, file, request)
    order = RankOrder(season, request, advisor.rules.assumptions)
    guard !order.primary.isEmpty else {
      throw .noPrograms(
        "there is no program to rank: log interviews ('smartpick season add PROGRAM interviewed') or "
          + "give the order as CSV (--order)")
    }
    do {
      rules = try advisor.facts.rankingRules()
    } catch {
      throw .data("\(error)")
    }
    odds = RankedOdds(
      season.parts, ranked: season.candidates(order.primary).map(\.place),
      reachDeviation: advisor.rules.assumptions[.rankReachSpread])
  }

  var assumptions: AssumptionTable { advisor.rules.assumptions }

  /// Dollars for so many ranked programs beyond those in the registration fee; nil where no fee is
  /// known.
  func rankFees(_ programs: Int) -> Int? {
    guard let fee = advisor.feeRows.schedule(season: season.season)?.extraRank else { return nil }
    return max(0, programs - (fee.fromCount ?? 21) + 1) * fee.dollars
  }

  func advice() throws(AdviceError) -> RankAdvice {
    let candidates = season.candidates(order.primary)
    let entries = candidates.indices.map { index in
      let candidate = candidates[index]
      return RankAdvice.Entry(
        code: candidate.program.code, rank: index + 1, program: candidate.program.name,
        institution: candidate.program.institution, city: candidate.program.city,
        state: candidate.program.state, specialty: candidate.program.specialty,
        track: candidate.program.track, landing: Interval(odds.landing[index]),
        atOrAbove: Interval(odds.atOrAbove[index]), takes: odds.takes[index],
        mark: candidate.mark, words: candidate.words, isToCome: candidate.entry.isToCome)
    }
    let truth: TruthTest
    do {
      truth = try TruthTest(
        programs: min(entries.count, 5), markets: Int(assumptions[.rankMarkets]))
    } catch {
      throw .data("the algorithm could not be run on a drawn market: \(error)")
    }
    let beyond = addsNothingBeyond
    let supplements = supplements
    let leftOff = leftOff
    let programs = Set(order.primary + order.supplemental.values.flatMap(\.self)).count
    let sentences = RankSentences(
      entries: entries, unmatched: Interval(odds.unmatched), beyond: beyond,
      independent: odds.matchIfIndependent, supplements: supplements, leftOff: leftOff,
      finding: order.finding, truth: truth)
    return RankAdvice(
      format: 1, version: Advisor.version, asOf: request.asOf, order: entries,
      unmatched: Interval(odds.unmatched), addsNothingBeyond: beyond,
      matchIfIndependent: odds.matchIfIndependent, supplemental: supplements, leftOff: leftOff,
      finding: order.finding, truth: truth, whyTrueOrder: sentences.whyTrueOrder,
      summary: sentences.summary, rankFees: rankFees(programs), published: try published(),
      couple: nil, rules: rules.rules(.ranking).map(\.text), sources: sources(),
      assumptions: assumptions.listed(
        [
          .rankRatingScale, .rankRatingSpread, .rankUnratedSpread, .rankSettled, .rankImpression,
          .rankReach, .rankReachSpread, .rankNothing,
        ]), warnings: warnings(programs))
  }

  /// The fewest ranks after which the others together add less than the set amount.
  private var addsNothingBeyond: Int {
    let least = assumptions[.rankNothing]
    let all = odds.atOrAbove.last?.estimate ?? 0
    let first = odds.atOrAbove.firstIndex { all - $0.estimate < least }
    return (first ?? odds.atOrAbove.count - 1) + 1
  }

  private var supplements: [RankAdvice.Supplement] {
    order.primary.enumerated().compactMap { rank, code in
      guard let list = order.supplemental[code] else { return nil }
      let candidates = season.candidates(list)
      let chances = odds.firstYear(at: rank, candidates.map(\.place))
      return RankAdvice.Supplement(
        with: code,
        order: candidates.indices.map { index in
          RankAdvice.FirstYear(
            code: candidates[index].program.code, rank: index + 1,
            program: candidates[index].title, landing: Interval(chances.landing[index]))
        }, none: Interval(chances.none))
    }
  }

  private var leftOff: [RankAdvice.LeftOff] {
    let ranked = season.candidates(order.primary).map(\.place)
    let match = odds.match(ranked)
    return season.candidates(order.leftOff).map { candidate in
      // Where it would stand does not matter: the chance of a match is that of the set.
      RankAdvice.LeftOff(
        code: candidate.program.code, program: candidate.title,
        reason: candidate.sheet?.dealBreaker ?? "not in the order that you gave",
        price: max(0, odds.match(ranked + [candidate.place]) - match))
    }
  }

  private func sources() -> [Source] {
    [
      "ranking_and_soap_rules", "rank_list_length", "rank_list_extra",
      "director_survey_activity_2020", "main_match_overall", "fees",
    ].compactMap { name in
      advisor.facts.table(name).map {
        Source(
          title: "\($0.rights): \($0.what)", year: $0.year, url: "", trust: $0.trust,
          usedFor: $0.usedFor)
      }
    }
  }

  private func warnings(_ programs: Int) -> [String] {
    var warnings: [String] = []
    if order.primary.count > rules.mostRanks {
      warnings.append(
        "The list has \(order.primary.count) ranks; the NRMP takes \(rules.mostRanks).")
    }
    for candidate in season.candidates(order.primary + order.leftOff) where !candidate.isEligible {
      warnings.append(
        "\(candidate.title) is ruled out by what is known of its requirements, yet it is on your "
          + "list: its chance counts as 0 here. If it interviewed you, correct the file or the "
          + "program's figures.")
    }
    let advanced = season.candidates(order.primary).filter { $0.program.track == .advanced }
    if !advanced.isEmpty, order.supplemental.isEmpty {
      warnings.append(
        "You rank advanced programs without a first year: rank preliminary or transitional programs "
          + "on a supplemental list, or you will have to find a first year after the Match.")
    }
    let toCome = season.candidates(order.primary).count { $0.entry.isToCome }
    if toCome > 0 {
      warnings.append(
        "\(toCome) of these interviews \(toCome == 1 ? "is" : "are") still to come; the chances "
          + "count them as held.")
    }
    return warnings
  }
}
