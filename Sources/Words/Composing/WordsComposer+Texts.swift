import ApplicantFile

extension WordsComposer {
  /// Two or three sentences, only where explaining is advised.
  func statement() -> ComposedWords.Passage {
    guard let cause = causeSentence() else {
      return none(
        !explainsCause && !hasDrop && !decision.matters.isEmpty
          ? "No sentence is composed: say in your own words, in the place named for each, what happened."
          : decision.verdict == .nothingToExplain
            ? "None is advised: there is nothing that programs would want explained."
            : "None is advised: the number stands better without a comment. \(firstReason)")
    }
    let evidence = strengths.best().map { "\(Prose.capitalized($0.shows)) how I work." }
    var missing = causeMissing
    if evidence == nil { missing += strengths.missing }
    let note =
      decision.place == .personalStatement
      ? "For the personal statement: facts, no drama, then the work. Do not add to it."
      : "Not for the statement: give these lines to your advisor, who puts them into a letter in "
        + "their own words."
    return passage([cause, recoverySentence(), evidence], note: note, missing: missing)
  }

  private var firstReason: String { decision.reasons.first ?? "" }

  /// What happened, most serious first, then strength, within the time that the rules allow.
  func interviewAnswer() -> ComposedWords.Passage {
    guard hasDrop || hasLowScore || !decision.matters.isEmpty else {
      return none("None is needed: there is no drop to be asked about.")
    }
    let openings = self.openings()
    guard !openings.isEmpty else {
      return none(
        "None is composed: the years since you graduated may be asked about, and what you did in them "
          + "is the answer. Say it in two sentences of your own, the latest work last.",
        missing: matterMissing)
    }
    var note =
      decision.verdict == .explain
      ? "Only if asked. Say it once, calmly, and stop; the last sentence is the one to remember."
      : "Only if asked. Own it in one sentence, then speak of the work, then stop."
    if keepsPrivate {
      note +=
        " What your file tells of your health stays with you: nothing here repeats it, and whether to "
        + "say more is your choice."
    }
    return spoken(openings, note: note, missing: causeMissing + matterMissing)
  }

  /// Whether the file holds a note that no sentence here repeats.
  private var keepsPrivate: Bool {
    decision.matters.contains { $0.isPrivate == true }
      || (explainsCause && applicant.scoreCause?.note.map { !rules.isQuotable($0) } == true)
  }

  /// Ownership for causes that are not explained.
  var ownership: String {
    switch applicant.scoreCause?.kind {
    case .timing:
      "I gave the exam less time than it needed, and that decision was mine."
    case .schedule:
      "I placed the exam too close to demanding rotations, and that decision was mine."
    case .burnout:
      "I did not pace that stretch of the year well, and that was my responsibility."
    case .illness, .mentalHealth, .lifeEvent:
      // There was a cause, though not one to tell: no blame for it.
      "It is not the result I was working for."
    case .some(.none), nil:
      "It is not the result I was working for, and I take responsibility for it."
    }
  }

  private func spoken(
    _ openings: [String], note: String, missing: [String]
  ) -> ComposedWords.Passage {
    var missing = missing
    if strengths.best() == nil { missing += strengths.missing }
    let closing = field.flatMap { tone?.ready.replacing("{field}", with: $0) }
    for opening in openings {
      for limit in [3, 2, 1] {
        let work = strengths.best(limit).flatMap {
          tone?.work.replacing("{work}", with: $0.phrase)
        }
        let seen = strengths.alsoSeen().flatMap { tone?.seen.replacing("{seen}", with: $0) }
        for sentences in [
          [opening, work, seen, closing], [opening, work, closing], [opening, work],
        ] {
          let result = passage(sentences, isSpoken: true, note: note, missing: missing)
          if result.words <= rules.interviewWords { return result }
        }
      }
    }
    // Without room for the work, the facts alone; the barest telling names each in a few words.
    let bare = openings.map { passage([$0], isSpoken: true, note: note, missing: missing) }
    if let fits = bare.first(where: { $0.words <= rules.interviewWords }) { return fits }
    return none(
      "There is more to tell than \(Int(rules.lengths.interviewSeconds)) seconds hold: talk it through "
        + "with your advisor, and choose the one thing to begin with.", missing: missing)
  }

  /// A request for a letter, to an attending in the target specialty.
  func letterRequest() -> ComposedWords.Passage {
    let field = self.field ?? "residency"
    let opening =
      "I am applying to \(field) this season, and I would be honored if you would write a letter of "
      + "recommendation for me."
    let knows =
      "You have seen how I work with patients and with the team, so your word would carry further "
      + "than any number."
    let score =
      namesDropInLetterRequest
      ? "My \(pair.secondName) is \(pair.comparison()), so programs will look closely at what those "
        + "who have worked with me say. A specific letter would help me most."
      : "A specific letter, with one or two things you saw me do, would help me most."
    let frank =
      "If you do not feel you know my work well enough to write a strong one, please tell me; I would "
      + "understand."
    let offer =
      "I can send my CV, my statement, and my evaluations today, and I am glad to meet whenever it "
      + "suits you."
    return passage(
      [
        "Dear Doctor,", [opening, knows].joined(separator: " "),
        [score, frank].joined(separator: " "),
        offer, "Thank you for your teaching and your time.",
      ],
      note:
        "Ask in person first if you can, then send this the same day. Add the name to the greeting and "
        + "sign it; mention one patient or one day that you both remember.",
      missing: [
        "the attending's name, for the greeting",
        "where and when you worked together",
        "the day by which the letter must be uploaded",
      ], separator: "\n\n")
  }

  /// A request that names a small, unexplained drop would make more of it than programs do.
  private var namesDropInLetterRequest: Bool {
    guard hasDrop else { return false }
    if explainsCause { return true }
    let from =
      pair.isCOMLEX ? rules.decision.letterFromDropCOMLEX : rules.decision.letterFromDrop
    return pair.change.map { -$0 >= from } ?? false
  }

  /// A low score that nothing graver stands beside.
  private var isLowAlone: Bool { hasLowScore && decision.matters.isEmpty }

  private static let effect = ", and it cut into my preparation."

  /// The whole matter in one line.
  func oneLine() -> ComposedWords.Passage {
    let best = strengths.best(2)
    let missing = best == nil ? strengths.missing : []
    guard hasDrop || explainsCause || isLowAlone else {
      guard let best else {
        return none("None is needed: there is no drop to speak of.", missing: missing)
      }
      return passage(
        ["My clinical work speaks for me: \(best.phrase)."],
        note: "There is no drop to speak of; this is the line for what speaks for you.")
    }
    if let cause = causeSentence(isSpoken: true) {
      // One line has no room for what is evident.
      let isPlain = cause.hasSuffix(" cut into my preparation.") && !cause.hasSuffix(Self.effect)
      let clause = isPlain ? String(cause.dropLast()) : cause.replacing(Self.effect, with: "")
      // A loss is not behind anyone.
      let isLoss = applicant.scoreCause?.kind == .lifeEvent
      let told = isLoss ? String(cause.dropLast()) : clause
      let over = isLoss ? "" : "that is behind me"
      let line = best.map {
        isLoss
          ? "\(told); \($0.shows) how I work." : "\(told); \(over), and \($0.shows) how I work."
      }
      return passage(
        [line ?? (isLoss ? "\(told)." : "\(told); \(over).")],
        note: "For a form or a hallway.", missing: missing + causeMissing)
    }
    let number = isLowAlone ? pair.second.map(String.init) ?? "low" : pair.comparison()
    let line = best.map {
      "My \(pair.secondName) is \(number), and \($0.shows) better what I do."
    }
    let own = isLowAlone ? "It is not the result I was working for." : ownership
    return passage(
      [line ?? "My \(pair.secondName) is \(number). \(own)"],
      note: "For a form or a hallway.", missing: missing)
  }
}
