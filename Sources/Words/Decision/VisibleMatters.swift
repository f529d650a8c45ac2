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

  /// Exams that took more than one attempt, as an applicant names them.
  private var repeatedExams: [String] {
    let exams: [(name: String, attempts: Int?)] = [
      ("Step 1", applicant.step1?.attempts), ("Step 2 CK", applicant.step2CK?.attempts),
      ("COMLEX Level 1", applicant.comlexLevel1?.attempts),
      ("COMLEX Level 2", applicant.comlexLevel2?.attempts),
    ]
    return exams.filter { ($0.attempts ?? 1) > 1 }.map(\.name)
  }

  private func failedExam(_ rule: MatterRule) -> VisibleMatter? {
    let exams = repeatedExams
    guard !exams.isEmpty else { return nil }
    var matter = matter(rule, exams: Prose.list(exams))
    if exams.count == 1 { matter.sentence = passedLater(exams[0]) }
    if let cause = applicant.scoreCause {
      switch cause.kind {
      case .illness, .mentalHealth, .lifeEvent:
        matter.ownership = nil
        matter.cause = cause.note
      case .timing, .burnout, .schedule, .none: break
      }
    }
    return matter
  }

  private func passedLater(_ exam: String) -> String {
    let attempts = [
      applicant.step1?.attempts, applicant.step2CK?.attempts, applicant.comlexLevel1?.attempts,
      applicant.comlexLevel2?.attempts,
    ].compactMap(\.self).filter { $0 > 1 }.first
    let ordinals = [2: "second", 3: "third", 4: "fourth"]
    return "I passed \(exam) at the \(attempts.flatMap { ordinals[$0] } ?? "last") attempt."
  }

  private func lateGraduation(_ rule: MatterRule) -> VisibleMatter? {
    guard applicant.isSenior != true, let year = applicant.graduationYear,
      let season, season - year >= rules.lateGraduationYears
    else { return nil }
    return matter(rule, year: year)
  }

  private func flag(_ rule: MatterRule) -> VisibleMatter? {
    let flags = (applicant.redFlags ?? []).filter { $0.kind.rawValue == rule.kind.rawValue }
    let clerkships =
      [applicant.clinical.targetClerkship].compactMap(\.self)
      + (applicant.clinical.otherClerkships ?? [])
    let isGrade = rule.kind == .failedCourse && clerkships.contains(.fail)
    guard !flags.isEmpty || isGrade else { return nil }
    var matter = matter(rule)
    if let note = flags.compactMap(\.note).first(where: { !Prose.clause($0).isEmpty }) {
      matter.cause = note
      matter.ownership = nil
    }
    return matter
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
