import MatchFacts
import ApplicantFile

/// Scores, differences, dates and attempts.
extension ClaimChecker {
  private struct Exam {
    var name: String
    var phrases: [String]
    var score: Int?
    var isPass: Bool
    var date: CalendarDate?
    var attempts: Int?
  }

  private var exams: [Exam] {
    [
      Exam(
        name: "Step 1", phrases: ["step 1", "step one"], score: applicant.step1?.score,
        isPass: applicant.step1?.outcome == .passed,
        date: applicant.step1?.date, attempts: applicant.step1?.attempts),
      Exam(
        name: "Step 2 CK", phrases: ["step 2", "step two", "ck"],
        score: applicant.step2CK?.score, isPass: false, date: applicant.step2CK?.date,
        attempts: applicant.step2CK?.attempts),
      Exam(
        name: "COMLEX Level 1", phrases: ["level 1", "level one"],
        score: applicant.comlexLevel1?.score,
        isPass: applicant.comlexLevel1?.outcome == .passed,
        date: applicant.comlexLevel1?.date, attempts: applicant.comlexLevel1?.attempts),
      Exam(
        name: "COMLEX Level 2", phrases: ["level 2", "level two"],
        score: applicant.comlexLevel2?.score, isPass: false, date: applicant.comlexLevel2?.date,
        attempts: applicant.comlexLevel2?.attempts),
    ]
  }

  /// The exam that a number belongs to: "245 on Step 2 CK" names the one after it, otherwise it is
  /// the last one named before it in the sentence.
  private func exam(at position: Int, in sentence: Range<Int>) -> Exam? {
    let mentions = exams.flatMap { exam in
      exam.phrases.flatMap { phrase in
        positions(of: phrase, in: sentence).map { (range: $0, exam: exam) }
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let links: Set<String> = ["on", "in", "for"]
    if links.contains(word(position + 1)),
      let next = mentions.first(where: {
        ((position + 2)...(position + 4)).contains($0.range.lowerBound)
      })
    {
      return next.exam
    }
    return mentions.last { $0.range.lowerBound < position }?.exam ?? mentions.first?.exam
  }

  func checkScores(_ sentence: Range<Int>, _ marking: inout DraftMarking) {
    let isAboutExams = draft.contains(anyOf: checker.examPhrases, in: sentence)
    guard isAboutExams, first(of: ["practice", "nbme", "uworld"], in: sentence) == nil else {
      return
    }
    let usmle = applicant.step2CK != nil || applicant.step1 != nil
    let comlex = applicant.comlexLevel1 != nil || applicant.comlexLevel2 != nil
    let known = Set(exams.compactMap(\.score))
    for position in sentence {
      guard let value = Int(word(position)), word(position).count == 3,
        (usmle && (140...300).contains(value)) || (comlex && (200...999).contains(value)),
        !Self.units.contains(word(position + 1))
      else { continue }
      let range = position..<(position + 1)
      guard let exam = exam(at: position, in: sentence) else {
        if !known.contains(value) {
          contradict(range, "No score in the file is \(value).", &marking)
        }
        continue
      }
      if let score = exam.score {
        if score != value {
          contradict(range, "The file gives \(score) for \(exam.name), not \(value).", &marking)
        }
      } else if exam.isPass {
        contradict(
          range, "The file gives \(exam.name) as a pass without a score, not \(value).", &marking)
      } else if !known.contains(value) {
        leaveOpen(range, "The file gives no score for \(exam.name).", &marking)
      }
    }
  }

  /// Words after a number that make it something else than a score.
  private static let units: Set<String> = [
    "hours", "hour", "patients", "students", "beds", "bed", "percent", "days", "questions", "miles",
    "pages", "people", "participants", "subjects",
  ]

  func checkDifference(_ sentence: Range<Int>, _ marking: inout DraftMarking) {
    guard draft.contains(anyOf: checker.examPhrases, in: sentence) else { return }
    let falls = ["drop*", "lower", "below", "fell", "fall", "decrease*", "decline*", "down"]
    let rises = ["higher", "above", "rose", "rise", "increase*", "improve*", "up"]
    for position in sentence {
      guard let value = number(position), ["point", "points"].contains(word(position + 1)) else {
        continue
      }
      let range = position..<(position + 2)
      guard let change = pair.change else {
        leaveOpen(range, "The file has no two scores to compare.", &marking)
        continue
      }
      let isFall = first(of: falls, in: sentence) != nil
      let isRise = first(of: rises, in: sentence) != nil
      guard isFall != isRise else { continue }
      if isFall, change >= 0 {
        contradict(range, "The file shows no drop.", &marking)
      } else if isRise, change <= 0 {
        contradict(range, "The file shows no rise.", &marking)
      } else if abs(change) != value {
        contradict(
          range, "By the file it is \(Prose.count(abs(change), "point")), not \(value).", &marking)
      }
    }
    if let change = pair.change, change < 0,
      let found = first(
        of: ["higher than step 1", "higher than my step 1", "above my step 1"], in: sentence)
    {
      contradict(
        found, "By the file \(pair.secondName) is \(pair.comparison(possessive: "")).", &marking)
    }
  }

  func checkDates(_ sentence: Range<Int>, _ marking: inout DraftMarking) {
    let named = exams.filter { first(of: $0.phrases, in: sentence) != nil }
    let verbs = ["took", "taken", "taking", "sat", "sit", "tested", "exam on", "exam in"]
    if named.count == 1, let exam = named.first, let date = exam.date,
      first(of: verbs, in: sentence) != nil
    {
      checkDate(date, of: exam.name, sentence, &marking)
    }
    if let year = applicant.graduationYear,
      let found = first(of: ["graduated in", "class of", "graduating in"], in: sentence),
      let claimed = Int(word(found.upperBound)), (1950...2100).contains(claimed), claimed != year
    {
      contradict(
        found.upperBound..<(found.upperBound + 1), "The file gives \(year) as year of graduation.",
        &marking)
    }
  }

  private func checkDate(
    _ date: CalendarDate, of exam: String, _ sentence: Range<Int>, _ marking: inout DraftMarking
  ) {
    for position in sentence {
      let range = position..<(position + 1)
      if let year = Int(word(position)), word(position).count == 4, (1990...2100).contains(year),
        year != date.year
      {
        contradict(range, "By the file \(exam) was in \(date.year).", &marking)
      } else if ["in", "on", "early", "late", "of", "mid"].contains(word(position - 1)),
        let month = Self.months.firstIndex(of: word(position)), month + 1 != date.month
      {
        contradict(
          range, "By the file \(exam) was in \(Prose.capitalized(Self.months[date.month - 1])).",
          &marking)
      }
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  func checkAttempts(_ marking: inout DraftMarking) {
    let attempts = exams.compactMap { exam in exam.attempts.map { (exam.name, $0) } }
    let firstTry = ["first attempt", "first try", "never failed", "at the first sitting"]
    let repeated = [
      "second attempt", "second try", "third attempt", "retook", "retake", "failed step*",
      "failed level*", "failed my", "failed the exam",
    ]
    if let again = attempts.first(where: { $0.1 > 1 }), let found = first(of: firstTry) {
      contradict(
        found, "By the file \(again.0) took \(Prose.number(again.1)) attempts.", &marking)
    }
    if !attempts.isEmpty, attempts.allSatisfy({ $0.1 == 1 }), let found = first(of: repeated) {
      contradict(found, "By the file every exam was passed at the first attempt.", &marking)
    }
  }
}
