import ApplicantFile
import MatchFacts
import MatchOdds
import ScoreReading
import SeasonLog

/// Which interviews to keep where there are more than one can attend.
struct SeasonKeep {
  let list: SeasonList
  let now: ListOdds
  let attend: Int?
  let rules: SeasonRules
  let lengths: [RankListLength]

  /// The prices of the interviews to come, found by giving up the cheapest first; nil with fewer than
  /// two interviews.
  ///
  /// Giving one up makes the next dearer; that order is what a greedy search over a submodular worth
  /// gives (Nemhauser, Wolsey, Fisher 1978). O(interviews² · applications · nodes).
  func keep() -> SeasonAnswer.Keep? {
    let kept = list.rows.filter(\.isKept)
    guard kept.count > 1 else { return nil }
    // With a cap the odds decline from the bottom of the order by themselves: prices are those of a
    // list without one.
    let free = ListOdds(now.parts, years: list.years)
    var open = kept.filter { $0.progress.state != .interviewed }
    var closed: [ListOdds.Place] = []
    var before = free.outcome
    let all = before
    var prices: [SeasonAnswer.Keep.Price] = []
    var enough = kept.count
    while !open.isEmpty {
      var best: (index: Int, outcome: ListOdds.Outcome)?
      for index in open.indices {
        let outcome = free.closing(closed + [open[index].place])
        if outcome.worth > best?.outcome.worth ?? -1 { best = (index, outcome) }
      }
      guard let best else { break }
      let row = open.remove(at: best.index)
      closed.append(row.place)
      prices.append(
        SeasonAnswer.Keep.Price(
          code: row.code, points: 100 * (before.match - best.outcome.match),
          worth: before.worth > 0 ? 100 * (before.worth - best.outcome.worth) / before.worth : 0))
      before = best.outcome
      if 100 * (all.match - before.match) < rules[.enoughPoints] {
        enough = kept.count - closed.count
      }
    }
    let over = attend.map { max(0, kept.count - $0) } ?? 0
    let points = Format.number(rules[.enoughPoints], digits: 1)
    return SeasonAnswer.Keep(
      prices: prices, held: kept.count, attend: attend,
      decline: prices.prefix(over).map(\.code), enough: enough,
      sentence: enough < kept.count
        ? "You hold \(kept.count) interviews. For this file \(max(enough, 1)) of them are enough: "
          + "giving up the rest, cheapest first, costs less than \(points) "
          + (points == "1" ? "point" : "points") + " of the chance of matching."
        : "You hold \(kept.count) interviews, and each of them still counts: giving up any costs "
          + "\(points) \(points == "1" ? "point" : "points") or more of the chance of matching.",
      published: published)
  }

  /// What is published of how many are enough, in sentences.
  private var published: [String] {
    let specialties = Set(list.applicant.specialties.map(\.specialty))
    let own = lengths.filter { $0.specialty.map(specialties.contains) ?? true }
    return own.compactMap { row in
      let whose = row.specialty.map { " in \($0.name)" } ?? ""
      let value = Format.number(row.value, digits: 1)
      switch (row.measure, row.cohort) {
      case ("mean_ROL_length", "matched"), ("mean_contiguous_ranks", "matched"):
        return "Those who matched\(whose) ranked \(value) programs on average (\(row.year))."
      case ("mean_contiguous_ranks", "not_matched"):
        return "Those who did not match\(whose) ranked \(value) (\(row.year))."
      default:
        guard row.measure.hasPrefix("match_pct_at_"),
          let number = row.measure.split(separator: "_").compactMap({ Int($0) }).first
        else { return nil }
        return "With \(number) ranks\(whose), \(value)% matched (\(row.year))."
      }
    }
  }
}
