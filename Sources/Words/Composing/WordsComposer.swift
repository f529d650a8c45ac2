public import ApplicantFile

/// Composes the texts about a lower score from the applicant's own facts.
///
/// A sentence is written only where the file supports it; a fact that is missing is asked for under
/// `missing` and its sentence left out. The tone is calm: what happened, then what the work shows.
public struct WordsComposer: Sendable {
  let applicant: Applicant
  let decision: ExplanationDecision
  let rules: WordsRules
  let pair: ScorePair
  let strengths: Strengths
  /// How the spoken answer is framed; nil where the rules name no tone.
  var tone: ToneRule?

  /// A composer.
  ///
  /// - Parameters:
  ///   - decision: whether and where to explain.
  ///   - change: second score less first; nil when there is none to see.
  public init(
    applicant: Applicant, decision: ExplanationDecision, change: Int?, rules: WordsRules
  ) {
    self.applicant = applicant
    self.decision = decision
    self.rules = rules
    self.pair = ScorePair(applicant, change: change)
    self.strengths = Strengths(applicant)
    self.tone = rules.tones.first
  }

  /// The four texts.
  public func compose() -> ComposedWords {
    ComposedWords(
      statement: statement(), interviewAnswer: interviewAnswer(), letterRequest: letterRequest(),
      oneLine: oneLine(), interviewTones: interviewTones())
  }

  /// The spoken answer in each tone; nil where none is needed.
  private func interviewTones() -> [ComposedWords.Toned]? {
    let tones = rules.tones.compactMap { tone -> ComposedWords.Toned? in
      var composer = self
      composer.tone = tone
      let passage = composer.interviewAnswer()
      return passage.text == nil ? nil : ComposedWords.Toned(tone: tone.name, passage: passage)
    }
    return tones.isEmpty ? nil : tones
  }

  /// A passage of the sentences that there are.
  func passage(
    _ sentences: [String?], isSpoken: Bool = false, note: String, missing: [String] = [],
    separator: String = " "
  ) -> ComposedWords.Passage {
    let text = sentences.compactMap(\.self).joined(separator: separator)
    let words = Prose.words(in: text)
    return ComposedWords.Passage(
      text: text, words: words, spokenSeconds: isSpoken ? rules.seconds(forWords: words) : nil,
      note: note, missing: missing)
  }

  /// No passage, and why.
  func none(_ note: String, missing: [String] = []) -> ComposedWords.Passage {
    ComposedWords.Passage(text: nil, words: 0, spokenSeconds: nil, note: note, missing: missing)
  }

  /// Whether programs see a drop that they may ask about.
  var hasDrop: Bool {
    let flat = pair.isCOMLEX ? rules.decision.flatPointsCOMLEX : rules.decision.flatPoints
    return pair.drop > flat
  }

  /// The exam that the cause in the file belongs to: that of the drop, or the one failed.
  var causedExam: String {
    if hasDrop { return pair.secondName }
    let attempts = [
      ("COMLEX Level 2", applicant.comlexLevel2?.attempts),
      ("Step 2 CK", applicant.step2CK?.attempts),
      ("COMLEX Level 1", applicant.comlexLevel1?.attempts), ("Step 1", applicant.step1?.attempts),
    ]
    return attempts.first { ($0.1 ?? 1) > 1 }?.0 ?? pair.secondName
  }

  /// Whether the decision is to tell what caused the lower score or the failed exam.
  var explainsCause: Bool {
    guard decision.verdict == .explain, let cause = applicant.scoreCause,
      hasDrop || decision.matters.contains(where: { $0.kind == .failedExam }),
      cause.isResolved == true, cause.affectedPreparation == true, cause.isDocumented != false
    else { return false }
    return cause.kind == .lifeEvent || cause.isDocumented == true
  }

  /// The target specialty inside a sentence.
  var field: String? { applicant.specialties.first.map { Prose.specialty($0.specialty) } }

  /// What happened, as a sentence; only for a cause worth explaining.
  ///
  /// Said aloud, a matter of mental health stays general: the applicant chooses what to add.
  func causeSentence(isSpoken: Bool = false, inGeneral: Bool = false) -> String? {
    guard explainsCause, let cause = applicant.scoreCause else { return nil }
    let when = "In the weeks before \(causedExam),"
    let isPrivate = inGeneral || (isSpoken && cause.kind == .mentalHealth)
    if let note = cause.note.map(Prose.clause), !note.isEmpty, !isPrivate {
      return "\(when) \(note), and it cut into my preparation."
    }
    switch cause.kind {
    case .illness: return "\(when) a serious illness cut into my preparation."
    case .mentalHealth:
      return "\(when) a health matter, documented at the time, cut into my preparation."
    case .lifeEvent: return "\(when) a serious event in my life cut into my preparation."
    case .timing, .burnout, .schedule, .none: return nil
    }
  }

  /// That it is over.
  func recoverySentence() -> String? {
    guard explainsCause else { return nil }
    return applicant.scoreCause?.kind == .illness
      ? "That is resolved and behind me." : "That time is behind me."
  }

  var causeMissing: [String] {
    guard explainsCause, applicant.scoreCause?.note == nil else { return [] }
    return ["score_cause.note: what happened, in a clause of about a dozen words"]
  }
}
