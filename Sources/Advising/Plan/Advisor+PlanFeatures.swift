import ApplicantFile
import MatchFacts
import ScoreReading
import Words

extension Advisor {
  /// What the plan asks of a file beside the reading's features: how the chance stands, what exam is
  /// open, and whether there is a cause to explain.
  func addToPlan(
    _ features: inout FileFeatures, _ file: Applicant, _ outlook: ExamOutlook?, _ odds: Odds,
    _ decision: ExplanationDecision, on day: CalendarDate
  ) {
    // An exam that is open weighs with all that it may bring.
    let isOpen = outlook.map { $0.situation != .optional } ?? false
    let overall = isOpen ? outlook?.match ?? 1 : 1
    let chance = min(odds.matchInFirstChoice.estimate, overall)
    features[.isStillCompetitive] = chance >= rules.assumptions[.dreamYes] ? 1 : 0
    features[.hasOpenFail] = failedExams(of: file).isEmpty ? 0 : 1
    let isSat = file.exams.contains { exam in
      exam.outcome == .pending && exam.date.map { $0 <= day } ?? false
    }
    features[.hasExamAhead] =
      outlook?.situation == .notTaken || (outlook?.situation == .pending && !isSat) ? 1 : 0
    let explains = decision.verdict == .explain && file.scoreCause?.isTellable == true
    features[.hasClearCause] = explains ? 1 : 0
  }

  /// The exams that a file has failed and not passed since, by name.
  func failedExams(of file: Applicant) -> [String] {
    Exam.allCases.filter { file[$0]?.isFailed == true }.map(\.displayName)
  }
}

extension KeyDate.Kind {
  /// Whether a date is one of the NRMP's, which fields with a match of their own do not keep.
  var isOfNRMP: Bool {
    switch self {
    case .registrationOpens, .registrationDeadline, .rankingOpens, .rankListDeadline, .matchStatus,
      .soapPrepare, .soapReview, .soapRound, .soapEnds, .matchDay, .matchCloses:
      true
    default: false
    }
  }
}

extension ComposedWords {
  /// Without what a stage no longer has use for: a letter is asked for before programs rank, and the
  /// rest before the Match is over.
  func fitting(_ stage: SeasonStage) -> ComposedWords {
    guard stage >= .ranking else { return self }
    var words = self
    func over(_ note: String) -> Passage {
      Passage(text: nil, words: 0, spokenSeconds: nil, note: note, missing: [])
    }
    words.letterRequest = over("None now: programs no longer read letters for this Match.")
    guard stage >= .matchWeek else { return words }
    words.statement = over("None now: the statement went with the application.")
    guard stage == .after else { return words }
    let note =
      "This season is over. For another one, tell what is new, and the words are made from that."
    for path in [\ComposedWords.statement, \.interviewAnswer, \.letterRequest, \.oneLine] {
      words[keyPath: path] = over(note)
    }
    words.interviewTones = nil
    return words
  }
}
