import ApplicantFile
import MatchFacts
import ScoreReading
import Words

/// Answers the article's five questions with this applicant's figures.
struct QuestionsBuilder: Sendable {
  var trend: ScoreTrend?
  var standing: [Standing]
  var reading: [Reading]
  var odds: Odds
  var list: ProgramList
  var decision: ExplanationDecision
  var words: ComposedWords
  var releaseAdvice: String
  /// Where the applicant stands in the season.
  var position: SeasonPosition
  /// The second exam whose score is still to come, by name; nil where it is there.
  var openExam: String?
  /// Whether an exam is failed and not passed since.
  var hasOpenFail = false
  /// Chance in the first choice over all that an open exam may bring; nil where none is open.
  var chanceOverall: Double?
  /// From which chances the answers change.
  var thresholds: (yes: Double, backup: Double, longShot: Double)

  func answers() -> [Answer] {
    guard let reading = reading.first else { return [] }
    switch position.stage {
    case .preparing: break
    case .applied, .interviewing:
      guard let openExam else {
        return [chances(reading), lateApplication(), interview(reading), aboveMean(reading)]
          .compactMap(\.self) + [thisMonth(reading)]
      }
      return [chances(reading), pending(openExam), thisMonth(reading)]
    case .ranking: return [chances(reading), thisMonth(reading)]
    case .matchWeek, .after: return [thisMonth(reading)]
    }
    if let openExam { return [dreamSpecialty(reading), pending(openExam), thisMonth(reading)] }
    return [
      dreamSpecialty(reading), release(), interview(reading), aboveMean(reading),
      thisMonth(reading),
    ]
  }

  private func dreamSpecialty(_ reading: Reading) -> Answer {
    let specialty = reading.specialty
    let chance = odds.matchInFirstChoice
    let range = "\(Format.percent(chance.low)) to \(Format.percent(chance.high))"
    var answer =
      openExam.map { "Over all that \($0) may bring: " } ?? ""
    answer +=
      "With the recommended list the chance of matching in \(specialty) is "
      + "\(Format.about(chance.estimate)) (80% interval \(range))."
    let likely = min(chance.estimate, chanceOverall ?? 1)
    let short: String
    if likely >= thresholds.yes {
      short = "Yes"
    } else if likely >= thresholds.backup {
      short = "Yes, with a wide list and a backup"
      answer +=
        " Settle the backup before you need it, and give real places to programs of every kind."
    } else if likely >= thresholds.longShot {
      short = "Only beside another field"
      answer +=
        " More often than not such an application does not match: apply to another field in earnest as "
        + "well, and compare the routes."
    } else {
      short = "Not to this alone"
      answer +=
        " That is a long shot. Apply if you would regret not having tried, and put the greater part of "
        + "money and time where the chance is better."
    }
    answer += place
    return Answer(
      question: "Should I still apply to my dream specialty?", short: short, answer: answer)
  }

  /// Where the score stands among those who matched, where that is published; empty where it is not.
  private var place: String {
    guard openExam == nil, let standing = standing.first, let place = standing.place else {
      return ""
    }
    switch place {
    case .above: return " The score itself is in the upper half of those who matched."
    case .within: return " The score itself is within the range of those who matched."
    case .edge, .below:
      return " \(standing.exam) \(standing.score) is below the middle of those who matched."
    }
  }

  /// The chances once applications are out.
  private func chances(_ reading: Reading) -> Answer {
    let chance = odds.matchInFirstChoice
    let whose =
      position.isOwnList
      ? "With the applications you sent" : "With the list we would have recommended"
    let after =
      position.stage == .ranking
      ? " From here on your rank list decides, in your true order."
      : " It does not know yet who has invited you: a season log of invitations (smartpick season) "
        + "keeps count."
    return Answer(
      question: "What are my chances now?", short: Format.about(chance.estimate).uppercasedFirst,
      answer: "\(whose) the chance of matching in \(reading.specialty) is "
        + "\(Format.about(chance.estimate)) (80% interval \(Format.percent(chance.low)) to "
        + "\(Format.percent(chance.high)))." + after)
  }

  /// What one more application is worth now.
  private func lateApplication() -> Answer? {
    position.lateApplication.map { worth in
      Answer(
        question: "Is it worth applying to more programs now?",
        short: position.stage == .applied ? "To few" : "Hardly", answer: worth)
    }
  }

  private func pending(_ exam: String) -> Answer {
    Answer(
      question: "Should I hold my \(exam) score back when it comes?", short: "No",
      answer: releaseAdvice)
  }

  private func release() -> Answer {
    Answer(
      question: "Should I delay releasing my \(standing.first?.exam ?? "Step 2 CK") score?",
      short: "No",
      answer: releaseAdvice)
  }

  private func interview(_ reading: Reading) -> Answer {
    let asked = reading.shares.against
    let question = "Will interviewers bring up my score, and what do I say?"
    let share = asked < 0.25 ? "Few will" : asked < 0.6 ? "Some will" : "Many may"
    let hasDrop = (trend?.change ?? 0) < 0
    if !hasDrop, let matter = decision.matters.first {
      // What is asked about is the matter, whatever the number.
      let spoken = words.interviewAnswer
      let say = spoken.text.map { "If it comes up, say: “\($0)”" } ?? spoken.note
      return Answer(
        question: question, short: "Not a drop, but something else",
        answer: "There is no drop to ask about; \(matter.title) may be. \(say)")
    }
    if let text = words.interviewAnswer.text {
      let who =
        hasDrop
        ? "By our rule \(Format.about(asked)) of programs see more than a blip; those are the ones "
          + "that may ask."
        : "There is no drop to ask about, but by our rule \(Format.about(asked)) of programs hold the "
          + "number itself against you and may ask."
      return Answer(
        question: question, short: share, answer: "\(who) Then say, calmly: “\(text)”")
    }
    if hasDrop {
      return Answer(
        question: question, short: share,
        answer: "By our rule \(Format.about(asked)) of programs see more than a blip. "
          + words.interviewAnswer.note)
    }
    return Answer(
      question: question, short: asked < 0.25 ? "Hardly" : share,
      answer:
        "There is no drop to ask about. If the number itself comes up, say what it is and turn to your "
        + "clinical work.")
  }

  private func aboveMean(_ reading: Reading) -> Answer {
    guard let standing = standing.first else {
      return Answer(
        question: "My score is near the national mean. Does it still hurt me?",
        short: "It depends on the field",
        answer: "No figures are published for this specialty and type of applicant.")
    }
    let points = Format.number(abs(standing.aboveNationalMean))
    let side =
      points == "0" ? "at" : standing.aboveNationalMean > 0 ? "above" : "below"
    let distance = points == "0" ? "" : points == "1" ? "1 point " : "\(points) points "
    var answer =
      "\(standing.exam) \(standing.score) is \(distance)\(side) the national mean."
    if let matched = standing.matched {
      answer +=
        " Programs compare with their own applicants: "
        + "\(Format.about(matched.percentile / 100)) of those who matched in "
        + "\(standing.specialty) (\(standing.population)) had this score or less."
    }
    if let band = standing.bandRate {
      answer +=
        " Of \(band.count) US MD seniors in the band \(band.band) in \(band.years), "
        + "\(Format.rate(band.rate)) matched."
    }
    return Answer(
      question: "My score is \(side) the national mean. Does it still hurt me?",
      short: standing.place == nil
        ? "Not known for this field"
        : standing.place == .above || standing.place == .within ? "Little" : "Somewhat",
      answer: answer)
  }

  private func thisMonth(_ reading: Reading) -> Answer {
    let lever = reading.levers.first {
      $0.isInReach && $0.shares.whole.blip - reading.shares.whole.blip >= 0.03
    }
    var answer = position.month
    // Before an exam is passed no letter moves the reading.
    if position.stage == .preparing, openExam == nil, !hasOpenFail, let lever {
      answer +=
        " By our rule what moves your reading most is: \(lever.text.lowercasedFirst). It would "
        + "bring the share of programs that see a blip from "
        + "\(Format.percent(reading.shares.whole.blip)) to \(Format.percent(lever.shares.whole.blip))."
    }
    return Answer(
      question: "What is the one thing to do this month?", short: position.monthShort,
      answer: answer)
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text with its first letter in lower case.
  var lowercasedFirst: String {
    // Abbreviations such as MSPE keep their capitals.
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
