import ApplicantFile

extension DraftChecker {
  /// Marks a draft that speaks of the score, and not of the cause that is to be explained there.
  func markSilence(
    _ decision: ExplanationDecision, _ cause: ScoreCause?, _ purpose: DraftReport.Purpose,
    _ part: Range<Int>, in marking: inout DraftMarking
  ) {
    guard decision.verdict == .explain, let cause, cause.isTellable else { return }
    // What is meant for the advisor's letter has no place in the statement.
    guard purpose == .interview || decision.place == .personalStatement else { return }
    let draft = marking.draft
    // The cause may stand just before or after the sentences that name the exam.
    let first = max(part.lowerBound - 2, 0)
    let last = min(part.upperBound + 2, draft.sentences.count)
    let near = part.isEmpty ? draft.words.indices : words(of: first..<last, in: draft)
    guard !draft.contains(anyOf: explanationPhrases(cause), in: near) else { return }
    let sentence = draft.sentences[part.isEmpty ? 0 : part.lowerBound]
    marking.mark(
      .unexplained, sentence,
      "The cause that the file names (\(cause.kind.rawValue)) is to be explained here, and nothing "
        + "in the draft says what happened.",
      "Say what happened in one plain sentence, then that it is over, then what your work shows.",
      weight: rules.weights.unexplained)
  }

  private func words(of sentences: Range<Int>, in draft: DraftText) -> Range<Int> {
    guard let first = sentences.first, let last = sentences.last else { return 0..<0 }
    return draft.sentences[first].lowerBound..<draft.sentences[last].upperBound
  }

  /// Any serious cause counts: one that the file does not name is marked as a contradiction.
  private func explanationPhrases(_ cause: ScoreCause) -> [Phrase] {
    let causes = rules.causes.sorted { $0.key < $1.key }.flatMap(\.value)
    // Short words of the note are as likely to stand in any other sentence.
    let own = (cause.note ?? "").split { !$0.isLetter }.filter { $0.count >= 6 }.map(String.init)
    let general: Set<String> = ["before", "during", "through", "months", "preparation"]
    return (causes + rules.explanation + own.filter { !general.contains($0.lowercased()) })
      .compactMap { Phrase($0) }
  }
}
