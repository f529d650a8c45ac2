import ApplicantFile

/// Finds what a program sees beside the change of the scores, most serious first.
struct VisibleMatters {
  let applicant: Applicant
  let rules: WordsRules
  /// The year of the Match; nil where neither file nor caller knows it.
  let season: Int?

  /// Every matter but the drop, in the order of the rules; each kind once.
  func all() -> [VisibleMatter] {
    rules.matters.compactMap { rule in
      switch rule.kind {
      case .drop: nil
      case .failedExam: failedExam(rule)
      case .lateGraduation: lateGraduation(rule)
      default: flag(rule)
      }
    }
  }

  /// Exams with a failed attempt, as an applicant names them.
  private var failedExams: [(name: String, result: ExamResult)] {
    let exams: [(name: String, result: ExamResult?)] = [
      ("Step 1", applicant.step1), ("Step 2 CK", applicant.step2CK),
      ("COMLEX Level 1", applicant.comlexLevel1), ("COMLEX Level 2", applicant.comlexLevel2),
      ("Step 3", applicant.step3),
    ]
    return exams.compactMap { name, result in
      guard let result, (result.failedAttempts ?? 0) > 0 else { return nil }
      return (name, result)
    }
  }

  private func failedExam(_ rule: MatterRule) -> VisibleMatter? {
    let exams = failedExams
    guard !exams.isEmpty else { return nil }
    var matter = matter(rule, exams: Prose.list(exams.map(\.name)))
    let passed = exams.filter(\.result.isPassed)
    let open = exams.filter { !$0.result.isPassed }
    // An exam still to be passed comes first: it is what a program must know.
    var sentences = open.map { notPassed($0.name, $0.result) }
    if passed.count == 1, let exam = passed.first {
      sentences.append(passedLater(exam.name, exam.result))
    } else if passed.count > 1 {
      sentences.append(self.matter(rule, exams: Prose.list(passed.map(\.name))).sentence)
    }
    matter.sentence = sentences.joined(separator: " ")
    if passed.isEmpty {
      matter.title = "a failed attempt at \(Prose.list(open.map(\.name)))"
    }
    if let cause = applicant.scoreCause {
      switch cause.kind {
      case .illness, .mentalHealth, .lifeEvent:
        matter.ownership = nil
        if let note = cause.note {
          if rules.isQuotable(note) { matter.cause = note } else { matter.isPrivate = true }
        }
      case .timing, .burnout, .schedule, .none: break
      }
    }
    return matter
  }

  private func passedLater(_ exam: String, _ result: ExamResult) -> String {
    let ordinals = [2: "second", 3: "third", 4: "fourth"]
    return "I passed \(exam) at the \(result.attempts.flatMap { ordinals[$0] } ?? "last") attempt."
  }

  private func notPassed(_ exam: String, _ result: ExamResult) -> String {
    let failed = result.failedAttempts ?? 1
    if !result.isFailed {
      return
        "I did not pass \(exam) \(failed == 1 ? "at first" : "in \(Prose.count(failed, "attempt"))"), "
        + "and the result of the next attempt is still to come."
    }
    guard failed == 1 else {
      return
        "I have not passed \(exam) in \(Prose.count(failed, "attempt")), and I will sit it again."
    }
    return "I did not pass \(exam), and I will sit it again."
  }

  private func lateGraduation(_ rule: MatterRule) -> VisibleMatter? {
    guard applicant.isSenior != true, let year = applicant.graduationYear,
      let season, season - year >= rules.lateGraduationYears
    else { return nil }
    var matter = matter(rule, year: year)
    switch applicant.firstYear {
    case .current: matter.general = "Since then I have begun residency, in a first year."
    case .completed: matter.general = "Since then I have completed a first year of residency."
    case nil, .some: break
    }
    return matter
  }

  private func flag(_ rule: MatterRule) -> VisibleMatter? {
    let flags = (applicant.redFlags ?? []).filter { $0.kind.rawValue == rule.kind.rawValue }
    let clerkships =
      [applicant.clinical.targetClerkship].compactMap(\.self)
      + (applicant.clinical.otherClerkships ?? [])
    let isGrade = rule.kind == .failedCourse && clerkships.contains(.fail)
    let isUnmatched = rule.kind == .unmatchedBefore && (applicant.earlierSeasons.unmatched ?? 0) > 0
    guard !flags.isEmpty || isGrade || isUnmatched else { return nil }
    var matter = matter(rule)
    if rule.kind == .unmatchedBefore, let seasons = applicant.earlierSeasons.unmatched, seasons > 1
    {
      matter.title = "\(Prose.number(seasons)) earlier seasons without a match"
      matter.sentence = "I applied in \(Prose.number(seasons)) earlier seasons and did not match."
    }
    if let note = flags.compactMap(\.note).first(where: { !Prose.clause($0).isEmpty }) {
      if rules.isQuotable(note) {
        matter.cause = note
      } else {
        matter.isPrivate = true
        matter.general = isConduct(rule.kind) ? nil : "It was a matter of health."
      }
      // A note tells what happened; it takes no responsibility for the applicant's own doing.
      if !isConduct(rule.kind) || matter.isPrivate == true { matter.ownership = nil }
    }
    return matter
  }

  /// Whether a fact was the applicant's own doing, whatever the note tells of it.
  private func isConduct(_ kind: VisibleMatter.Kind) -> Bool {
    switch kind {
    case .legal, .professionalism, .failedCourse: true
    default: false
    }
  }

  private func matter(_ rule: MatterRule, exams: String = "", year: Int? = nil) -> VisibleMatter {
    func fill(_ text: String) -> String {
      text.replacing("{exams}", with: exams).replacing("{year}", with: year.map(String.init) ?? "")
    }
    return VisibleMatter(
      kind: rule.kind, title: fill(rule.title),
      verdict: rule.place == .onlyIfAsked ? .stayQuiet : .explain, place: rule.place,
      why: fill(rule.why), sentence: fill(rule.sentence), cause: nil, ownership: rule.own)
  }
}
