import MatchFacts
import RankLists

/// The order of a season's programs: by hand, or found from marks and paired answers.
struct RankOrder: Sendable {
  /// Codes of the primary list, best first.
  let primary: [String]
  /// Codes of supplemental lists by the advanced program's code.
  let supplemental: [String: [String]]
  /// Codes left off.
  let leftOff: [String]
  let finding: RankAdvice.Finding

  init(_ season: RankSeason, _ request: RankRequest, _ assumptions: AssumptionTable) {
    let isDeclined = { (code: String) in season.candidates[code]?.sheet?.dealBreaker != nil }
    if let order = request.order {
      let primary = order.primary.map(\.code)
      let supplemental = order.supplemental.mapValues { $0.map(\.code) }
      let used = Set(primary + supplemental.values.flatMap(\.self))
      self.primary = primary
      self.supplemental = supplemental
      leftOff = season.codes.filter { !used.contains($0) }
      finding = RankAdvice.Finding(
        basis: .byHand, answers: 0, isSettled: true, question: nil, contradictions: [])
      return
    }
    let wanted = season.codes.filter { !isDeclined($0) }
    let answers = request.comparisons.answers(about: wanted)
    let questions = OrderQuestions(
      Self.priors(season.candidates(wanted), assumptions), answers: answers,
      enough: assumptions[.rankSettled])
    let ordered = questions.order.map { wanted[$0] }
    let hasAdvanced = season.candidates(wanted).contains { $0.program.track == .advanced }
    let firstYears =
      hasAdvanced ? ordered.filter { season.candidates[$0]?.isFirstYear == true } : []
    primary = ordered.filter { !firstYears.contains($0) }
    var lists: [String: [String]] = [:]
    for code in primary where season.candidates[code]?.program.track == .advanced {
      if !firstYears.isEmpty { lists[code] = firstYears }
    }
    supplemental = lists
    leftOff = season.codes.filter(isDeclined)
    let isOwn = !answers.isEmpty || season.candidates(wanted).contains { $0.mark != nil }
    finding = RankAdvice.Finding(
      basis: isOwn ? .answers : .guess, answers: answers.count, isSettled: questions.isSettled,
      question: questions.next.map {
        RankAdvice.Question(first: wanted[$0.first], second: wanted[$0.second])
      },
      contradictions: questions.contradictions.map { $0.map { wanted[$0] } })
  }

  /// What is thought of each program before it is compared: its mark, or the mean of all with what
  /// the file wishes for as a hint.
  private static func priors(
    _ candidates: [RankSeason.Candidate], _ assumptions: AssumptionTable
  ) -> [BradleyTerry.Prior] {
    let marks = candidates.compactMap(\.mark).map(Double.init)
    let middle = marks.isEmpty ? 5.5 : marks.reduce(0, +) / Double(marks.count)
    let wishes = candidates.map(\.wish)
    let mean = wishes.reduce(0, +) / Double(max(wishes.count, 1))
    let variance =
      wishes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(wishes.count, 1))
    return candidates.map { candidate in
      if let mark = candidate.mark {
        return BradleyTerry.Prior(
          mean: assumptions[.rankRatingScale] * Double(mark),
          deviation: assumptions[.rankRatingSpread])
      }
      let hint = variance > 0 ? (candidate.wish - mean) / variance.squareRoot() : 0
      return BradleyTerry.Prior(
        mean: assumptions[.rankRatingScale] * (middle + hint / 2),
        deviation: assumptions[.rankUnratedSpread])
    }
  }
}
