import ApplicantFile

/// Holds what a draft claims against what the file says.
///
/// Only plain claims are read: scores, differences, attempts, dates, grades, honours, counts, causes.
/// What cannot be read with confidence is passed over, since a false alarm at midnight does harm.
struct ClaimChecker {
  let draft: DraftText
  let applicant: Applicant
  let pair: ScorePair
  let checker: DraftChecker

  func check(_ marking: inout DraftMarking) {
    for sentence in draft.sentences {
      checkScores(sentence, &marking)
      checkDifference(sentence, &marking)
      checkDates(sentence, &marking)
      checkGrades(sentence, &marking)
      checkCounts(sentence, &marking)
    }
    checkAttempts(&marking)
    checkHonours(&marking)
    checkCause(&marking)
  }

  func contradict(
    _ range: Range<Int>, _ message: String, _ marking: inout DraftMarking
  ) {
    marking.mark(
      .contradiction, range, message,
      "Correct the draft, or the file if the file is wrong: programs see the records.",
      weight: checker.rules.weights.contradiction)
  }

  func leaveOpen(_ range: Range<Int>, _ message: String, _ marking: inout DraftMarking) {
    marking.mark(
      .unsupported, range, message, "If it is true, put it into the file so that the rest agrees.",
      weight: checker.rules.weights.unsupported)
  }

  /// A small number, in digits or as a word.
  func number(_ position: Int) -> Int? {
    guard draft.words.indices.contains(position) else { return nil }
    let word = draft.words[position].text
    if let number = Int(word) { return number }
    return Self.numberWords.firstIndex(of: word)
  }

  private static let numberWords = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
  ]

  func word(_ position: Int) -> String {
    draft.words.indices.contains(position) ? draft.words[position].text : ""
  }

  func positions(of phrase: String, in range: Range<Int>? = nil) -> [Range<Int>] {
    guard let phrase = Phrase(phrase) else { return [] }
    let range = range ?? draft.words.indices
    return draft.matches(phrase).filter {
      $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound
    }
  }

  func first(of phrases: [String], in range: Range<Int>? = nil) -> Range<Int>? {
    for phrase in phrases {
      if let found = positions(of: phrase, in: range).first { return found }
    }
    return nil
  }
}
