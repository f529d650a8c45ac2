import MatchFacts

/// One question of the guided interview.
struct InterviewQuestion: Sendable {
  /// Path of the field that the answer sets.
  var path: String
  /// How the answer becomes a value of the file.
  var form: Form
  /// Whether the interview cannot go on without an answer.
  var isRequired: Bool
  /// Whether the question makes sense for what is known so far.
  var applies: @Sendable (Applicant) -> Bool

  enum Form: Sendable, Equatable {
    /// As typed.
    case value
    /// Several, separated by commas.
    case list
    /// One of a few words, also by its number.
    case choice([String])
  }

  init(
    _ path: String, _ form: Form = .value, isRequired: Bool = false,
    when applies: @escaping @Sendable (Applicant) -> Bool = { _ in true }
  ) {
    self.path = path
    self.form = form
    self.isRequired = isRequired
    self.applies = applies
  }

  var guide: FieldGuide? { FieldGuide.of(path) }

  /// The answer as it would stand in the file.
  func value(of answer: String) -> String {
    switch form {
    case .value: return answer
    case .list:
      if ["none", "no"].contains(answer.lowercased()) { return "none" }
      let parts = answer.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
      return "[" + parts.map { FileWriter.quotedIfNeeded(String($0)) }.joined(separator: ", ") + "]"
    case .choice(let words):
      if let number = Int(answer), words.indices.contains(number - 1) { return words[number - 1] }
      return answer
    }
  }
}

extension InterviewQuestion {
  private static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> Form
  where Word.RawValue == String {
    .choice(Word.allCases.map(\.rawValue))
  }

  private static let yesNo: Form = .choice(["yes", "no"])

  /// The three without which there is no advice.
  static let required: [InterviewQuestion] = [
    InterviewQuestion("type", words(ApplicantType.self), isRequired: true),
    InterviewQuestion("step2ck", isRequired: true, when: { $0.type != .usDO }),
    InterviewQuestion("step2ck", when: { $0.type == .usDO }),
    InterviewQuestion("comlex_level2", isRequired: true, when: { $0.comlexLevel2 != nil }),
    InterviewQuestion("specialties", .list, isRequired: true),
  ]

  /// The rest, what matters most first.
  static let optional: [InterviewQuestion] = person + exams + record + wishes

  private static let person: [InterviewQuestion] = [
    InterviewQuestion("senior", yesNo),
    InterviewQuestion("graduation_year"),
    InterviewQuestion("visa", words(VisaNeed.self), when: { $0.type == .nonUSIMG }),
    InterviewQuestion("ecfmg", words(ECFMGState.self), when: { $0.type.isInternationalGraduate }),
    InterviewQuestion("first_year", words(FirstYear.self), when: { $0.isSenior == false }),
    InterviewQuestion("earlier_seasons.unmatched", when: { $0.isSenior == false }),
    InterviewQuestion("earlier_seasons.country", when: \.wentUnmatched),
    InterviewQuestion("earlier_seasons.programs", when: \.wentUnmatched),
    InterviewQuestion("school.state", when: { !$0.type.isInternationalGraduate }),
    InterviewQuestion("us_clinical_months", when: { $0.type.isInternationalGraduate }),
    InterviewQuestion("observership_months", when: { $0.type.isInternationalGraduate }),
    InterviewQuestion("stage", words(SeasonStage.self)),
  ]

  private static let exams: [InterviewQuestion] = [
    InterviewQuestion("step1", when: { $0.step2CK != nil }),
    InterviewQuestion("step1.date", when: { $0.step1?.score != nil }),
    InterviewQuestion(
      "step1.attempts", when: { $0.step1.map { $0.outcome != .notTaken } ?? false }),
    InterviewQuestion(
      "step2ck.date", when: { $0.step2CK.map { $0.outcome != .notTaken } ?? false }),
    InterviewQuestion("step2ck.practice", when: { $0.step2CK?.isPassed == false }),
    InterviewQuestion(
      "step2ck.attempts", when: { $0.step2CK.map { $0.outcome != .notTaken } ?? false }),
    InterviewQuestion("comlex_level1", when: { $0.type == .usDO }),
    InterviewQuestion("comlex_level1.date", when: { $0.comlexLevel1?.score != nil }),
    InterviewQuestion(
      "comlex_level2", when: { $0.type == .usDO && $0.step2CK != nil && $0.comlexLevel2 == nil }),
    InterviewQuestion(
      "comlex_level1.attempts", when: { $0.comlexLevel1.map { $0.outcome != .notTaken } ?? false }),
    InterviewQuestion("comlex_level2.date", when: { $0.comlexLevel2 != nil }),
    InterviewQuestion(
      "comlex_level2.attempts", when: { $0.comlexLevel2.map { $0.outcome != .notTaken } ?? false }),
    InterviewQuestion(
      "step3", when: { $0.type.isInternationalGraduate || $0.isSenior == false }),
  ]

  private static let record: [InterviewQuestion] = [
    InterviewQuestion("clinical.target_clerkship", words(ClerkshipGrade.self)),
    InterviewQuestion("clinical.other_clerkships", .list),
    InterviewQuestion("clinical.shelf", words(ClinicalRecord.Shelf.self)),
    InterviewQuestion("clinical.comments", words(ClinicalRecord.Comments.self)),
    InterviewQuestion("letters.count"),
    InterviewQuestion("letters.in_specialty"),
    InterviewQuestion("letters.strength", words(Letters.Strength.self)),
    InterviewQuestion("red_flags", .list),
    InterviewQuestion("score_cause.kind", words(ScoreCause.Kind.self), when: \.hasScoreDrop),
    InterviewQuestion("score_cause.documented", yesNo, when: \.hasExplainableCause),
    InterviewQuestion("score_cause.resolved", yesNo, when: \.hasExplainableCause),
    InterviewQuestion("score_cause.affected_preparation", yesNo, when: \.hasExplainableCause),
    InterviewQuestion("score_cause.note", when: \.hasExplainableCause),
    InterviewQuestion("experiences.publications"),
    InterviewQuestion("experiences.research"),
    InterviewQuestion("experiences.volunteer"),
    InterviewQuestion("experiences.alpha_omega_alpha", yesNo, when: { $0.type == .usMD }),
    InterviewQuestion(
      "experiences.gold_humanism", yesNo, when: { !$0.type.isInternationalGraduate }),
    InterviewQuestion("rotations", .list),
    InterviewQuestion("home_programs", .list, when: { !$0.type.isInternationalGraduate }),
    InterviewQuestion("tie_states", .list),
  ]

  private static let wishes: [InterviewQuestion] = [
    InterviewQuestion("wishes.states_wanted", .list),
    InterviewQuestion("wishes.states_refused", .list),
    InterviewQuestion("limits.budget"),
    InterviewQuestion("limits.interviews"),
    InterviewQuestion("limits.point_worth"),
    InterviewQuestion("aim"),
  ]
}

extension Applicant {
  /// Whether the kind of cause named is one that may be worth explaining.
  var hasExplainableCause: Bool {
    switch scoreCause?.kind {
    case .illness, .mentalHealth, .lifeEvent: true
    case .timing, .burnout, .schedule, .some(.none), nil: false
    }
  }
}
