import MatchOdds
import SeasonSimulation

/// Counts of invitations against what applicants reported.
extension CalibrationReport {
  func countsSection() -> String {
    guard let counts else { return "" }
    let rows = counts.scores.map { score in
      "| \(score.name) | \(score.reports) | \(round1(score.meanReported)) | "
        + "\(round1(score.meanPredicted)) | \(percent(score.coverage)) | \(round2(score.rank)) | "
        + "\(round2(score.rankOfNumber)) |"
    }
    return """
      ## Counts of invitations: predicted and reported

      Of \(counts.given) reports of the season 2020-21 (self-selected; before there were signals), \
      those with a score, a type and both numbers. Each is predicted as a count under the list such \
      applicants usually send, of the length it names. Fitted: the log-odds fall by \
      \(round2(counts.rule.byNumber)) for each unit of the log of the number of applications, since \
      who sends more is on average a weaker applicant, and all programs of a list share a spread of \
      \(round2(counts.rule.spread)) log-odds beside the file's strength. Those who reported got more \
      or fewer invitations than these odds say of all, by \(round2(counts.rule.level)) log-odds: that \
      level was fitted beside the others and left out of what ships, since reports are no sample. \
      With it the 80 % range covers \(percent(counts.coverageWithLevel)) % of them.

      | type | reports | reported, mean | predicted, mean | within the 80 % range, % | \
      rank correlation | of the number alone |
      |---|--:|--:|--:|--:|--:|--:|
      \(rows.joined(separator: "\n"))

      """
  }
}
