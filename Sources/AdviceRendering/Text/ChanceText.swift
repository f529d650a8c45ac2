public import Advising
import ApplicantFile
import MatchFacts
import MatchOdds
import ScoreReading

/// The first line and what stands beside it: a chance said as so many of a hundred people.
public enum ChanceText {
  /// A chance as a number of a hundred: "81 of 100", "more than 99 of 100", "fewer than 1 of 100".
  public static func hundred(_ chance: Double) -> String {
    if chance > 0.995 { return "more than 99 of 100" }
    if chance < 0.005 { return "fewer than 1 of 100" }
    return "\(ofHundred(chance)) of 100"
  }

  /// The whole number of a hundred that is nearest, never none and never all.
  public static func ofHundred(_ chance: Double) -> Int {
    guard chance.isFinite else { return 1 }
    return min(99, max(1, Int((chance * 100).rounded())))
  }

  /// The beginning of a sentence: "About 81 of 100", "More than 99 of 100".
  static func about(_ chance: Double) -> String {
    let chance = hundred(chance)
    return chance.first?.isNumber == true ? "About \(chance)" : PlainText.capitalized(chance)
  }

  /// The chance as a sentence, such as "About 81 of 100 applicants … match".
  ///
  /// - Parameters:
  ///   - odds: the odds of the list.
  ///   - isOwnList: whether the list is the one that the applicant sent.
  public static func headline(_ odds: Odds, isOwnList: Bool = false) -> String {
    let headline =
      "\(about(odds.match.estimate)) applicants with a file like this and this list match."
    guard odds.match.estimate < hard, !isOwnList else { return headline }
    return headline + " The programs below are the likeliest for it."
  }

  /// Of an exam without a score: what the chance counts, and what the rest is reckoned with; nil
  /// without one.
  public static func openExam(_ advice: Advice) -> String? {
    guard advice.scoreTrend == nil, let outlook = advice.examOutlook else { return nil }
    return
      "That counts all that \(outlook.exam) may still bring, a fail included. The rest of this advice "
      + "is reckoned with \(outlook.middle), the middle of what is likely."
  }

  /// From the rank order list deadline on: why no chance is told; nil before.
  public static func whyNone(_ advice: Advice) -> String? {
    guard let position = advice.position, position.stage >= .matchWeek else { return nil }
    return position.stage == .matchWeek
      ? "The rank order lists are certified: nothing changes the chance any more, so none is told here."
      : "This Match is over, so no chance is told here. What it takes next time is below."
  }

  /// Once applications are out and no list was brought: whose list the chance is of.
  static func whoseList(_ advice: Advice) -> String? {
    guard let position = advice.position, position.isPastApplying, !position.isOwnList else {
      return nil
    }
    return
      "That is with the list we would have recommended: your file does not name the programs you "
      + "applied to."
  }

  /// Below it a file is a hard one, and the headline says so.
  private static let hard = 0.1

  /// How sure that is, as the whole numbers of a hundred between which it may lie.
  public static func interval(_ odds: Odds) -> String {
    let low = ofHundred(odds.match.low)
    let high = ofHundred(odds.match.high)
    guard low < high else {
      return "The published figures and our model leave little open about that number."
    }
    return
      "The published figures, the year and our model leave open \(low) to \(high) (eight times in ten)."
  }

  /// How the newest rate moved the chance; nil where it hardly differs from the years of the fit.
  public static func newest(_ odds: Odds) -> String? {
    guard let rates = odds.newest, let specialty = odds.bySpecialty.first?.specialty,
      abs(rates.newest.rate - rates.fitted.rate) >= leastDifference, rates.share > 0
    else { return nil }
    let turn = rates.newest.rate < rates.fitted.rate ? "harder" : "easier"
    return
      "\(specialty) got \(turn) lately: of all US MD seniors \(NumberText.percent(rates.newest.rate)) "
      + "matched in \(rates.newest.years), \(NumberText.percent(rates.fitted.rate)) in "
      + "\(rates.fitted.years). Our chances count \(NumberText.percent(rates.share)) of that difference."
  }

  /// A difference of rates below it is not worth a sentence.
  private static let leastDifference = 0.02

  /// The published rate of files like this one; nil where there is none.
  public static func published(_ odds: Odds) -> String? {
    guard let published = odds.published else { return nil }
    let band = published.band.map { " with a Step 2 CK score of \(scores($0))" } ?? ""
    let specialty = published.specialty.name
    let (who, place) =
      switch published.basis {
      case .preferred: (" who wanted \(specialty)", "in it")
      case .rankedAlone: (" who ranked \(specialty) alone", "in it")
      case .rankedAnywhere: (" who had \(specialty) on their list", "in it")
      case .anySpecialty: ("", "to a first year, whatever the specialty")
      }
    return
      "Published: of \(NumberText.grouped(published.n)) \(published.type)\(band)\(who), "
      + "\(NumberText.percent(published.rate)) matched \(place) (\(published.year))."
      + against(odds, published)
  }

  /// Why the chance lies far from the published rate, in a sentence that follows it; empty where it does
  /// not.
  private static func against(_ odds: Odds, _ published: Odds.Published) -> String {
    let chance = odds.bySpecialty.first?.match.estimate ?? odds.match.estimate
    guard abs(chance - published.rate) >= farFromPublished else { return "" }
    switch (chance > published.rate, published.hasMore) {
    case (true, true):
      return
        " Yours is higher for what your file tells beside the score, and for a list and signals "
        + "made for it."
    case (true, false):
      return " Yours is higher because the list and its signals are made for you: with a list as "
        + "people send it, expect the published rate."
    case (false, true):
      return " Yours is lower for what your file tells beside the score, and for your limits."
    case (false, false): return " Yours is lower for your limits."
    }
  }

  /// A distance from the published rate that asks for a word.
  private static let farFromPublished = 0.1

  private static func scores(_ band: String) -> String {
    band.hasSuffix("+") ? "\(band.dropLast()) or more" : band
  }

  /// Where the unseen rest of the file may put this applicant; nil where it hardly matters.
  public static func unseen(_ odds: Odds) -> String? {
    let low = ofHundred(odds.unseen.low)
    let high = ofHundred(odds.unseen.high)
    guard high - low >= 3 else { return nil }
    return
      "What programs see and this file does not say yet could put you anywhere from \(low) to \(high) "
      + "of 100."
  }

  /// What stands after it: whether anything the applicant could still tell would help.
  static func whatTells(_ odds: Odds) -> String {
    telling(odds).isEmpty
      ? " You have told all that we ask for; the rest shows in how programs read it."
      : " What would tell:"
  }

  /// What would tell: one line an answer.
  public static func telling(_ odds: Odds) -> [String] {
    guard unseen(odds) != nil else { return [] }
    return odds.telling.filter { $0.good.match - $0.poor.match >= 0.005 }.map {
      "\(PlainText.capitalized($0.ask)): \($0.poor.text) would make it \(ofHundred($0.poor.match)), "
        + "\($0.good.text) \(ofHundred($0.good.match))."
    }
  }

  /// What such an applicant gets with the usual list, or with the one brought.
  ///
  /// Empty where no usual number of applications is published.
  public static func interviews(_ odds: Odds, isOwnList: Bool) -> String {
    guard odds.countedApplications > 0 else { return "" }
    let applications = NumberText.count(odds.countedApplications, "application")
    guard odds.interviews.high > 0 else {
      return isOwnList
        ? "Your own list of \(applications) usually brings no invitation."
        : "Applicants with such a file who send \(applications) to programs as they come usually "
          + "get no invitation."
    }
    let range = numbers(odds.interviews.low, odds.interviews.high)
    return isOwnList
      ? "Your own list of \(applications) brings \(range), eight times in ten."
      : "Applicants with such a file who send \(applications) to programs as they come get "
        + "\(range), eight times in ten."
  }

  private static func numbers(_ low: Int, _ high: Int) -> String {
    guard low < high else { return NumberText.count(low, "invitation") }
    return "\(low) to \(NumberText.count(high, "invitation"))"
  }
}
