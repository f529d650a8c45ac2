public import ApplicantFile

extension ExplanationDecision {
  /// Whether an applicant should explain a lower score, and where.
  ///
  /// An expert rule after the article. A cause is worth explaining when it is *clear* (serious
  /// illness, a mental-health crisis, a major life event), *credible* (documented; a death or
  /// disaster may stand on its own) and *contained* (over, and in the weeks of preparation). Badly
  /// timed preparation, exhaustion and a heavy schedule are never explained: they read as poor
  /// judgement. What the file does not say counts as not given.
  ///
  /// - Parameters:
  ///   - change: second score less first, in points of its scale; nil when there is none to see.
  ///   - rules: what is flat, and what belongs into the statement.
  ///   - season: year of the Match, for the years since graduation; that of the file if nil.
  ///   - asked: share of programs that hold the score against the file, where it is known.
  public static func decide(
    _ applicant: Applicant, change: Int?, rules: WordsRules, season: Int? = nil,
    asked: Double? = nil
  ) -> ExplanationDecision {
    let isLow = asked.map { $0 >= rules.decision.askedFrom } ?? false
    var decision = decideAll(
      applicant, change: change, rules: rules, season: season, isLow: isLow)
    decision.isAskedAbout = isLow ? true : nil
    decision.support = rules.support.lines(for: applicant)
    return decision
  }

  private static func decideAll(
    _ applicant: Applicant, change: Int?, rules: WordsRules, season: Int?, isLow: Bool
  ) -> ExplanationDecision {
    var decision = decideDrop(applicant, change: change, rules: rules)
    let hasDrop = decision.verdict != .nothingToExplain
    let matters = VisibleMatters(
      applicant: applicant, rules: rules, season: season ?? applicant.season
    ).all()
    let hasFailed = matters.contains { $0.kind == .failedExam }
    // A low score is explained as a drop is, by a clear cause and by nothing else.
    let isLow = isLow && !hasDrop && ScorePair(applicant, change: change).second != nil
    let cause =
      hasFailed || isLow ? decideCause(applicant, of: hasFailed ? "attempts" : "score") : nil
    guard !matters.isEmpty || isLow else { return decision }
    if !hasDrop {
      decision =
        cause
        ?? ExplanationDecision(
          verdict: .stayQuiet, place: .onlyIfAsked,
          reasons: isLow && matters.isEmpty
            ? ["The score is low for the field, and nothing but the work beside it answers that."]
            : [],
          whatWouldChangeIt: isLow && matters.isEmpty ? [seriousCauseNeeded] : [])
      if cause == nil, let first = matters.first { decision.place = first.place }
    }
    decision.matters = matters
    if let cause, let index = matters.firstIndex(where: { $0.kind == .failedExam }) {
      decision.matters[index].verdict = .explain
      decision.matters[index].place = cause.place
    }
    // What must be told is told, though the number beside it stays without a comment.
    if decision.verdict != .explain, let told = matters.first(where: { $0.verdict == .explain }) {
      decision.verdict = .explain
      decision.place = told.place
      if hasDrop {
        decision.reasons.insert(
          "The lower score stays without a comment; \(told.title) is what wants a sentence.", at: 0)
      }
    }
    decision.reasons += matters.map { "\(Prose.capitalized($0.title)): \($0.why)" }
    let unexplained = matters.filter {
      $0.cause == nil && $0.isPrivate != true && $0.kind != .failedExam
        && $0.kind != .lateGraduation
    }
    if !unexplained.isEmpty {
      decision.whatWouldChangeIt.append(
        "What stood behind \(Prose.list(unexplained.map(\.title))), in a clause of your own, would "
          + "give the answer its middle sentence.")
    }
    if matters.contains(where: { $0.kind == .lateGraduation && $0.general == nil }) {
      decision.whatWouldChangeIt.append(
        "What you have done since you graduated, in a sentence of your own, is the answer to the years."
      )
    }
    return decision
  }

  /// Whether the cause in the file explains an exam that took more than one attempt, or a low score.
  private static func decideCause(
    _ applicant: Applicant, of what: String
  ) -> ExplanationDecision? {
    guard let cause = applicant.scoreCause, cause.isTellable else { return nil }
    return ExplanationDecision(
      verdict: .explain, place: cause.kind == .mentalHealth ? .advisorLetter : .personalStatement,
      reasons: [
        "There was a clear cause, it is over, and it fell into the weeks of preparation; a reader "
          + "who sees the \(what) will otherwise wonder."
      ], whatWouldChangeIt: [])
  }

  private static func decideDrop(
    _ applicant: Applicant, change: Int?, rules: WordsRules
  ) -> ExplanationDecision {
    let pair = ScorePair(applicant, change: change)
    let flat = pair.isCOMLEX ? rules.decision.flatPointsCOMLEX : rules.decision.flatPoints
    guard let points = pair.change else { return nothingVisible(pair) }
    guard points < -flat else { return noDrop(pair, points: points, flat: flat) }
    guard let cause = applicant.scoreCause else { return noCauseGiven(pair) }
    switch cause.kind {
    case .illness, .mentalHealth, .lifeEvent:
      return serious(cause, pair, rules: rules)
    case .timing, .burnout, .schedule:
      return judgement(cause.kind, pair)
    case .none:
      return ExplanationDecision(
        verdict: .stayQuiet, place: .onlyIfAsked,
        reasons: [
          "\(pair.secondName) is \(pair.comparison(possessive: "")), and the file names no cause.",
          "An explanation without a cause draws attention to the number and takes nothing away.",
        ],
        whatWouldChangeIt: [seriousCauseNeeded])
    }
  }

  private static let seriousCauseNeeded =
    "A serious illness (yours or of close family), a documented mental-health crisis or a major "
    + "life event that fell into the weeks of preparation and is over."

  private static func nothingVisible(_ pair: ScorePair) -> ExplanationDecision {
    let reason: String
    var change: [String] = []
    if pair.isFirstPass {
      reason = "\(pair.firstName) is a pass without a score, so no program can see a drop."
    } else if pair.first == nil {
      reason = "There is no \(pair.firstName) score in the file to compare \(pair.secondName) with."
      change = ["A \(pair.firstName) score in the file."]
    } else {
      reason = "There is no \(pair.secondName) score yet to compare with \(pair.firstName)."
      change = ["The \(pair.secondName) score, once it is there."]
    }
    return ExplanationDecision(
      verdict: .nothingToExplain, place: .onlyIfAsked,
      reasons: [
        reason,
        "Practice exams and hoped-for numbers are known to you alone; mentioning them would create "
          + "the comparison.",
      ],
      whatWouldChangeIt: change)
  }

  private static func noDrop(_ pair: ScorePair, points: Int, flat: Int) -> ExplanationDecision {
    let reason: String
    if points > flat {
      reason = "\(pair.secondName) is \(Prose.count(points, "point")) above \(pair.firstName)."
    } else if points == 0 {
      reason = "\(pair.secondName) equals \(pair.firstName)."
    } else {
      let direction = points > 0 ? "above" : "below"
      reason =
        "\(pair.secondName) is \(Prose.count(abs(points), "point")) \(direction) "
        + "\(pair.firstName), which counts as flat (within \(Prose.count(flat, "point")))."
    }
    return ExplanationDecision(
      verdict: .nothingToExplain, place: .onlyIfAsked,
      reasons: [reason, "Explaining what nobody would ask about makes it look like something."],
      whatWouldChangeIt: [])
  }

  private static func noCauseGiven(_ pair: ScorePair) -> ExplanationDecision {
    ExplanationDecision(
      verdict: .stayQuiet, place: .onlyIfAsked,
      reasons: [
        "\(pair.secondName) is \(pair.comparison(possessive: "")), and the file says nothing of a "
          + "cause.",
        "Without a clear cause the number is better left to stand as one fact among many.",
      ],
      whatWouldChangeIt: [seriousCauseNeeded + " If there was one, name it under score_cause."])
  }

  private static func judgement(
    _ kind: ScoreCause.Kind, _ pair: ScorePair
  ) -> ExplanationDecision {
    let name: String
    switch kind {
    case .timing: name = "Preparation that was badly timed or too short"
    case .burnout: name = "Exhaustion"
    default: name = "A heavy schedule"
    }
    return ExplanationDecision(
      verdict: .stayQuiet, place: .onlyIfAsked,
      reasons: [
        "\(name) is something everyone in the third year could name; told unasked, it reads as poor "
          + "judgement rather than as a cause.",
        "\(pair.secondName) is \(pair.comparison(possessive: "")): a fact that programs see for "
          + "themselves and most will pass over beside good clinical work.",
        "If an interviewer asks, one sentence of ownership is the answer.",
      ],
      whatWouldChangeIt: [seriousCauseNeeded])
  }

  private static func serious(
    _ cause: ScoreCause, _ pair: ScorePair, rules: WordsRules
  ) -> ExplanationDecision {
    let name: String
    switch cause.kind {
    case .illness: name = "A serious illness"
    case .mentalHealth: name = "A mental-health crisis"
    default: name = "A major life event"
    }
    var against: [String] = []
    var missing: [String] = []
    if cause.affectedPreparation == false {
      against.append(
        "It did not fall into the weeks of preparation, so it does not explain the score.")
    } else if cause.affectedPreparation == nil {
      missing.append("Say whether it fell into the preparation (score_cause.affected_preparation).")
    }
    if cause.isResolved == false {
      against.append(
        "It is not over. An open matter leaves the reader with a worry instead of an answer; whether "
          + "to speak of it at all is for you and your advisor.")
    } else if cause.isResolved == nil {
      missing.append("Say whether it is over (score_cause.resolved).")
    }
    let needsDocument = cause.kind != .lifeEvent
    if cause.isDocumented == false {
      against.append("Nobody can confirm it, and an unconfirmed cause is read as an excuse.")
    } else if cause.isDocumented == nil, needsDocument {
      missing.append("Say whether a physician or dean can confirm it (score_cause.documented).")
    }
    guard against.isEmpty, missing.isEmpty else {
      let lead =
        against.isEmpty
        ? "\(name) may be worth explaining, but the file does not yet say all that decides it."
        : "\(name) can be worth explaining; here something speaks against it."
      return ExplanationDecision(
        verdict: .stayQuiet, place: .onlyIfAsked, reasons: [lead] + against,
        whatWouldChangeIt: missing.isEmpty
          ? [
            "The same cause, when it is documented, over, and known to have cut into the preparation."
          ]
          : missing)
    }
    return explained(cause, pair, name: name, rules: rules)
  }

  private static func explained(
    _ cause: ScoreCause, _ pair: ScorePair, name: String, rules: WordsRules
  ) -> ExplanationDecision {
    let threshold =
      pair.isCOMLEX ? rules.decision.statementFromDropCOMLEX : rules.decision.statementFromDrop
    var reasons = [
      "\(name) is a clear cause, it is over, and it fell into the weeks of preparation"
        + (cause.isDocumented == true ? "; it can be confirmed." : "."),
      "\(pair.secondName) is \(pair.comparison(possessive: "")), and a reader will wonder why.",
    ]
    if cause.kind == .mentalHealth {
      reasons.append(
        "Let the advisor's or dean's letter say it: from there it carries weight, and you choose how "
          + "much of your health you share.")
      return ExplanationDecision(
        verdict: .explain, place: .advisorLetter, reasons: reasons,
        whatWouldChangeIt: ["If you would rather not have it told, stay quiet; that is also sound."]
      )
    }
    if pair.drop < threshold {
      reasons.append(
        "The drop is small enough that lines in the statement would make more of it than it is; the "
          + "advisor's letter can mention the cause in passing.")
      return ExplanationDecision(
        verdict: .explain, place: .advisorLetter, reasons: reasons,
        whatWouldChangeIt: [
          "From a drop of \(threshold) points on, two or three sentences in the statement."
        ])
    }
    reasons.append("Two or three plain sentences in the statement, then on to the work since.")
    return ExplanationDecision(
      verdict: .explain, place: .personalStatement, reasons: reasons,
      whatWouldChangeIt: [
        "If your advisor mentions it in the MSPE or a letter, leave it out of the statement."
      ])
  }
}

extension ScoreCause {
  /// Whether it is worth explaining: serious, over, in the weeks of preparation, and credible.
  public var isTellable: Bool {
    switch kind {
    case .illness, .mentalHealth:
      return isResolved == true && affectedPreparation == true && isDocumented == true
    case .lifeEvent:
      return isResolved == true && affectedPreparation == true && isDocumented != false
    case .timing, .burnout, .schedule, .none: return false
    }
  }
}
