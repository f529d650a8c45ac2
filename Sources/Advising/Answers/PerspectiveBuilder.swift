import MatchFacts
import ScoreReading

/// True and computed sentences for the bad hour of the night.
struct PerspectiveBuilder: Sendable {
  var trend: ScoreTrend?
  var standing: [Standing]
  var survey: DirectorSurvey
  var odds: Odds
  /// Whether the chances are those of the applicant's own list.
  var isOwnList = false
  /// Whether the applicant has graduated, so that no rotation is left to do.
  var isGraduate = false
  /// Whether the rank lists are closed: what interviews would bring is decided.
  var isDecided = false
  /// Chance of matching below which a comparison with those who matched would mock.
  var leastChance = 0.0

  /// The line of help, said quietly and last.
  var support: String?

  func sentences() -> [String] {
    [matchedAtOrBelow, howCommon, whatProgramsCite, oneIsEnough, support].compactMap { $0 }
  }

  private var matchedAtOrBelow: String? {
    guard let standing = standing.first, let matched = standing.matched, let count = matched.count
    else { return nil }
    let share = matched.percentile / 100
    let number = Int((share * Double(count)).rounded())
    // No comfort above the middle, under a small chance, or from people of another type.
    guard number >= 5, share <= 0.5, standing.population.contains("Match"), standing.isOwnType,
      odds.matchInFirstChoice.estimate >= leastChance
    else { return nil }
    return
      "About \(number) of the \(count) people who matched in \(standing.specialty) "
      + "(\(standing.population)) had \(standing.exam) \(standing.score) or less. They are "
      + "residents now."
  }

  private var howCommon: String? {
    guard let trend, let change = trend.change, change < 0 else { return nil }
    let drops = trend.shares.filter { $0.band == .down5to9 || $0.band == .down10plus }
    let share = drops.compactMap(\.tablePercent).reduce(0, +)
    // Rarity is no comfort: below one in twenty the sentence would do harm.
    guard (trend.change ?? 0) < 0, let chance = trend.probabilityChangeAtMost, chance >= 0.05 else {
      return nil
    }
    var text =
      "With this first score, a drop at least this large happens to "
      + "\(Format.about(chance)) of people who did become residents."
    if share > 0.5 {
      text +=
        " Over all scores, about \(Format.number(share)) in 100 of them went down by five points "
        + "or more."
    }
    return text
  }

  private var whatProgramsCite: String? {
    let specialty = standing.first?.specialty
    let own = survey.factors(for: specialty, stage: .interview)
    let rows = own.isEmpty ? survey.factors(for: nil, stage: .interview) : own
    let others = rows.filter { $0.importance != nil && ($0.shareCiting ?? 0) >= 0.4 }
      .filter { !isGraduate || !$0.isOfStudents }
      .filter { !$0.factor.contains("USMLE") && !$0.factor.contains("COMLEX") && !$0.isWarning }
      .sorted { ($1.importance ?? 0, $0.factor) < ($0.importance ?? 0, $1.factor) }.prefix(3)
    guard others.count == 3, let respondents = others.first?.respondents else { return nil }
    let names = others.map {
      "\($0.factor.lowercasedFirst) (\(Format.number($0.importance ?? 0, digits: 1)) of 5)"
    }
    return
      "What \(respondents) program directors\(own.isEmpty ? ", in all fields," : " in your field") rated highest in "
      + "the survey of \(others.first?.citation.year ?? "2020") "
      + "beside scores when choosing whom to interview: \(names.joined(separator: "; ")). This "
      + "number says nothing about any of them."
  }

  private var oneIsEnough: String? {
    let interviews = odds.expectedInterviews
    guard !isDecided, interviews.estimate >= 1, odds.match.estimate >= leastChance else {
      return nil
    }
    return
      "You need one program. With \(isOwnList ? "your" : "the recommended") list the model expects "
      + "\(Format.number(interviews.low)) to \(Format.number(interviews.high)) interviews."
  }
}

extension DirectorFactor {
  /// Whether only a student can still do it.
  fileprivate var isOfStudents: Bool {
    let name = factor.lowercased()
    return ["rotation", "elective", "clerkship"].contains { name.contains($0) }
  }

  /// Whether the factor is something held against an applicant rather than looked for.
  fileprivate var isWarning: Bool {
    let name = factor.lowercased()
    return ["violation", "flag", "fail", "gap", "attempt"].contains { name.contains($0) }
  }
}
