public import ApplicantFile

/// Reads an applicant's own words as a program director would, and marks what to mend.
public struct DraftChecker: Sendable {
  /// Longest draft read, in bytes.
  public static let maximumBytes = 100_000

  let rules: DraftRules
  let wordsRules: WordsRules
  let examPhrases: [Phrase]
  let evidencePhrases: [Phrase]

  /// A checker.
  public init(rules: DraftRules, wordsRules: WordsRules) {
    self.rules = rules
    self.wordsRules = wordsRules
    self.examPhrases = rules.examWords.compactMap { Phrase($0) }
    self.evidencePhrases = rules.evidence.compactMap { Phrase($0) }
  }

  /// Checks a draft against the rules and the applicant's file.
  ///
  /// Of a whole personal statement only the part that speaks of the exams is measured; claims are
  /// held against the file everywhere.
  ///
  /// - Parameters:
  ///   - change: second score less first; nil when there is none to see.
  /// - Complexity: O(words × phrases).
  public func check(
    _ text: String, for applicant: Applicant, change: Int?,
    purpose: DraftReport.Purpose = .statement
  ) throws(DraftError) -> DraftReport {
    guard text.utf8.count <= Self.maximumBytes else {
      throw .tooLarge(bytes: text.utf8.count, limit: Self.maximumBytes)
    }
    let draft = DraftText(text)
    guard !draft.words.isEmpty else { throw .empty }
    let spared = wordsRules.support.sentences(of: draft)
    var marking = DraftMarking(draft: draft, spared: spared)
    let decision = ExplanationDecision.decide(applicant, change: change, rules: wordsRules)
    let part = examPart(of: draft, purpose: purpose)
    markLength(part, purpose, in: &marking)
    markPhrases(in: &marking)
    markEvidence(part, hasDrop: hasDrop(applicant, change), in: &marking)
    markAdvice(decision, purpose, part, in: &marking)
    markSilence(decision, applicant.scoreCause, purpose, part, in: &marking)
    ClaimChecker(
      draft: draft, applicant: applicant, pair: ScorePair(applicant, change: change),
      checker: self
    ).check(&marking)
    var report = report(marking, part: part, purpose: purpose)
    if !spared.isEmpty {
      report.support = wordsRules.support.lines + [wordsRules.support.draftLine]
    }
    return report
  }

  /// Sentences that speak of the exams, from the first to the last; the whole of a short draft.
  private func examPart(of draft: DraftText, purpose: DraftReport.Purpose) -> Range<Int> {
    let all = draft.sentences.indices
    guard purpose == .statement, draft.words.count > 2 * wordsRules.lengths.statementWords else {
      return all
    }
    let about = all.filter { draft.contains(anyOf: examPhrases, in: draft.sentences[$0]) }
    guard let first = about.first, let last = about.last else { return 0..<0 }
    return first..<(last + 1)
  }

  private func wordRange(_ part: Range<Int>, in draft: DraftText) -> Range<Int> {
    guard let first = part.first, let last = part.last else { return 0..<0 }
    return draft.sentences[first].lowerBound..<draft.sentences[last].upperBound
  }

  private func markLength(
    _ part: Range<Int>, _ purpose: DraftReport.Purpose, in marking: inout DraftMarking
  ) {
    let draft = marking.draft
    let range = wordRange(part, in: draft)
    let lengths = wordsRules.lengths
    switch purpose {
    case .statement:
      if part.count > lengths.statementSentences {
        let extra = part.lowerBound + lengths.statementSentences
        marking.mark(
          .tooLong, draft.sentences[extra].lowerBound..<range.upperBound,
          "\(Prose.capitalized(Prose.count(part.count, "sentence"))) on the score; "
            + "\(Prose.number(lengths.statementSentences)) are enough.",
          "Keep what happened, that it is over, and what your work shows.",
          weight: rules.weights.tooLong)
      } else if range.count > lengths.statementWords {
        marking.mark(
          .tooLong, (range.lowerBound + lengths.statementWords)..<range.upperBound,
          "\(range.count) words on the score; \(lengths.statementWords) are enough.",
          "Cut everything that is not a fact.", weight: rules.weights.tooLong)
      }
    case .interview:
      let seconds = wordsRules.seconds(forWords: range.count)
      if seconds > lengths.interviewSeconds {
        marking.mark(
          .tooLong, (range.lowerBound + wordsRules.interviewWords)..<range.upperBound,
          "It takes about \(Int(seconds.rounded())) seconds to say; "
            + "\(Int(lengths.interviewSeconds)) is the most.",
          "Own it in one sentence, then say what your work shows, then stop.",
          weight: rules.weights.tooLong)
      }
    }
    for sentence in part where draft.sentences[sentence].count > rules.longSentenceWords {
      marking.mark(
        .tooLong, draft.sentences[sentence],
        "A sentence of \(draft.sentences[sentence].count) words loses its reader.",
        "Make two of it.", weight: rules.weights.longSentence)
    }
  }

  /// Words after a phrase in which one that lifts its mark may stand.
  private static let liftingReach = 6

  private func markPhrases(in marking: inout DraftMarking) {
    for group in rules.phrases {
      let lifting = (group.unlessFollowedBy ?? []).compactMap { Phrase($0) }
      for phrase in group.any.compactMap({ Phrase($0) }) {
        for match in marking.draft.matches(phrase) {
          let next = match.upperBound..<(match.upperBound + Self.liftingReach)
          guard !marking.draft.contains(anyOf: lifting, in: next) else { continue }
          marking.mark(group.kind, match, group.why, group.instead, weight: group.weight)
        }
      }
    }
  }

  private func hasDrop(_ applicant: Applicant, _ change: Int?) -> Bool {
    let pair = ScorePair(applicant, change: change)
    let decision = wordsRules.decision
    return pair.drop > (pair.isCOMLEX ? decision.flatPointsCOMLEX : decision.flatPoints)
  }

  private func markEvidence(
    _ part: Range<Int>, hasDrop: Bool, in marking: inout DraftMarking
  ) {
    let draft = marking.draft
    let range = wordRange(part, in: draft)
    guard !range.isEmpty, !draft.contains(anyOf: evidencePhrases) else { return }
    marking.mark(
      .noEvidence, range,
      hasDrop
        ? "Nothing here answers the doubt that the number raises."
        : "Nothing here shows your work, which is what a reader should remember.",
      "End on your clinical work: a grade, an evaluation, or a letter that the file can show.",
      weight: rules.weights.noEvidence)
  }

  private func markAdvice(
    _ decision: ExplanationDecision, _ purpose: DraftReport.Purpose, _ part: Range<Int>,
    in marking: inout DraftMarking
  ) {
    guard purpose == .statement, decision.place != .personalStatement else { return }
    let draft = marking.draft
    guard
      let sentence = part.first(where: {
        draft.contains(anyOf: examPhrases, in: draft.sentences[$0])
      })
    else { return }
    let advice =
      decision.place == .advisorLetter
      ? "Give the facts to your advisor for the letter, and leave the statement to your work."
      : "Leave the score out of the statement; keep an answer ready in case you are asked."
    marking.mark(
      .notAdvised, draft.sentences[sentence],
      decision.reasons.first ?? "Speaking of the score here is not advised.", advice,
      weight: rules.weights.notAdvised)
  }

  private func report(
    _ marking: DraftMarking, part: Range<Int>, purpose: DraftReport.Purpose
  ) -> DraftReport {
    let marks = marking.sorted
    let concern = marks.map(\.weight).reduce(0, +)
    let isFalse = marks.contains { $0.kind == .contradiction }
    let verdict: DraftReport.Verdict
    if concern >= rules.levels.rewrite {
      verdict = .rewrite
    } else {
      verdict = concern <= rules.levels.ready && !isFalse ? .ready : .revise
    }
    let words = wordRange(part, in: marking.draft).count
    return DraftReport(
      purpose: purpose, words: words, sentences: part.count,
      spokenSeconds: purpose == .interview ? wordsRules.seconds(forWords: words) : nil,
      verdict: verdict, summary: summary(verdict, marks), marks: marks)
  }

  private func summary(_ verdict: DraftReport.Verdict, _ marks: [DraftMark]) -> String {
    let kinds = DraftMark.Kind.allCases.filter { kind in marks.contains { $0.kind == kind } }
    let found = Prose.list(kinds.map(\.rawValue))
    switch verdict {
    case .ready:
      return marks.isEmpty
        ? "Nothing to mend: short, factual, and in agreement with the file."
        : "Ready; one small thing is marked (\(found))."
    case .revise: return "Mend what is marked: \(found)."
    case .rewrite:
      return "Begin again from the composed text; too much is marked to mend it: \(found)."
    }
  }
}
