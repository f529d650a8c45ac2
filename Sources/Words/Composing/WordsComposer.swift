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

  /// Whether a score without a drop is low enough that programs may ask about it.
  var hasLowScore: Bool { !hasDrop && decision.isAskedAbout == true && pair.second != nil }

  /// The exam that the cause in the file belongs to: that of the drop, the one failed, or the low one.
  var causedExam: String {
    if hasDrop { return pair.secondName }
    let exams = [
      ("COMLEX Level 2", applicant.comlexLevel2), ("Step 2 CK", applicant.step2CK),
      ("COMLEX Level 1", applicant.comlexLevel1), ("Step 1", applicant.step1),
    ]
    return exams.first { ($0.1?.failedAttempts ?? 0) > 0 }?.0 ?? pair.secondName
  }

  /// Whether the decision is to tell what caused the lower score or the failed exam.
  var explainsCause: Bool {
    guard decision.verdict == .explain, let cause = applicant.scoreCause,
      hasDrop || hasLowScore || decision.matters.contains(where: { $0.kind == .failedExam })
    else { return false }
    return cause.isTellable
  }

  /// Whether what is told is a fail, a loss, an illness, or a matter of law or conduct.
  var isGrave: Bool {
    explainsCause
      || decision.matters.contains { $0.kind != .lateGraduation }
  }

  /// The target specialty inside a sentence.
  var field: String? { applicant.specialties.first.map { Prose.specialty($0.specialty) } }

  /// What happened, as a sentence; only for a cause worth explaining.
  ///
  /// Said aloud, a matter of mental health stays general: the applicant chooses what to add.
  func causeSentence(isSpoken: Bool = false, inGeneral: Bool = false) -> String? {
    guard explainsCause, let cause = applicant.scoreCause else { return nil }
    let when = "In the weeks before \(causedExam),"
    let isDanger = cause.note.map(rules.support.isDanger) ?? false
    let isOwnVoice = isSpoken || decision.place == .personalStatement
    let isPrivate = inGeneral || isDanger || (isOwnVoice && !isSpeakable(cause))
    if let note = cause.note.map(Prose.clause), !note.isEmpty, !isPrivate {
      return "\(when) \(note), and it cut into my preparation."
    }
    switch cause.kind {
    case .illness where !isDanger: return "\(when) a serious illness cut into my preparation."
    case .illness: return "\(when) a health matter cut into my preparation."
    case .mentalHealth:
      return "\(when) a health matter, documented at the time, cut into my preparation."
    case .lifeEvent: return "\(when) a serious event in my life cut into my preparation."
    case .timing, .burnout, .schedule, .none: return nil
    }
  }

  private func isSpeakable(_ cause: ScoreCause) -> Bool {
    cause.kind != .mentalHealth && (cause.note.map(rules.isQuotable) ?? true)
  }

  /// That it is over; of a loss nothing is, so nothing is said.
  func recoverySentence() -> String? {
    guard explainsCause else { return nil }
    switch applicant.scoreCause?.kind {
    case .illness: return "That is resolved and behind me."
    case .mentalHealth: return "That time is behind me."
    default: return nil
    }
  }

  var causeMissing: [String] {
    guard explainsCause, applicant.scoreCause?.note == nil else { return [] }
    return ["score_cause.note: what happened, in a clause of about a dozen words"]
  }
}
