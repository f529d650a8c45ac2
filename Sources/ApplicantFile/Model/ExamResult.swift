public import MatchFacts

/// What a file says of one licensing exam.
public struct ExamResult: Sendable, Hashable, Codable {
  /// How the last attempt ended, or that it has not.
  public enum Outcome: Sendable, Hashable, Codable {
    /// Passed, with this score.
    case scored(Int)
    /// Passed without a score, as Step 1 since 26 January 2022 and Level 1 since 10 May 2022.
    case passed
    /// Failed and not passed since, with the score where it is known.
    case failed(score: Int?)
    /// Taken or to be taken on a day that is set; there is no result yet.
    case pending
    /// Not taken, and no day is set.
    case notTaken
  }

  /// How it ended.
  public var outcome: Outcome
  /// Day of the last attempt; of a pending exam, the day it was or will be taken.
  public var date: CalendarDate?
  /// Number of attempts up to that day, with the one that is pending; nil is unknown.
  public var attempts: Int?
  /// Score of the latest self-assessment, on the scale of the exam.
  public var practice: Int?

  /// A result.
  public init(
    _ outcome: Outcome, date: CalendarDate? = nil, attempts: Int? = nil, practice: Int? = nil
  ) {
    self.outcome = outcome
    self.date = date
    self.attempts = attempts
    self.practice = practice
  }

  /// A passed exam: with a score, or without one where `score` is nil.
  public init(score: Int?, date: CalendarDate? = nil, attempts: Int? = nil) {
    self.init(score.map(Outcome.scored) ?? .passed, date: date, attempts: attempts)
  }

  /// The score of the attempt that passed; nil where there is none.
  public var score: Int? {
    if case .scored(let score) = outcome { return score }
    return nil
  }

  /// Whether the exam is passed.
  public var isPassed: Bool {
    switch outcome {
    case .scored, .passed: true
    case .failed, .pending, .notTaken: false
    }
  }

  /// Whether the last attempt was failed.
  public var isFailed: Bool {
    if case .failed = outcome { return true }
    return false
  }

  /// Attempts that were failed; nil where the file does not say.
  ///
  /// A failed exam was failed at least once, and an exam not taken never.
  public var failedAttempts: Int? {
    switch outcome {
    case .scored, .passed: attempts.map { max(0, $0 - 1) }
    case .failed: max(1, attempts ?? 1)
    case .pending: attempts.map { max(0, $0 - 1) } ?? 0
    case .notTaken: 0
    }
  }
}

extension Applicant {
  /// Every exam that the file speaks of.
  public var exams: [ExamResult] {
    [step1, step2CK, comlexLevel1, comlexLevel2, step3].compactMap(\.self)
  }

  /// Exams failed in all, as far as the file says; nil where it says nothing of attempts.
  public var failedAttempts: Int? {
    let known = exams.compactMap(\.failedAttempts)
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  /// The result of an exam; nil where the file does not speak of it.
  public subscript(exam: Exam) -> ExamResult? {
    get {
      switch exam {
      case .step1: step1
      case .step2CK: step2CK
      case .step3: step3
      case .comlexLevel1: comlexLevel1
      case .comlexLevel2: comlexLevel2
      case .comlexAll: nil
      }
    }
    set {
      switch exam {
      case .step1: step1 = newValue
      case .step2CK: step2CK = newValue
      case .step3: step3 = newValue
      case .comlexLevel1: comlexLevel1 = newValue
      case .comlexLevel2: comlexLevel2 = newValue
      case .comlexAll: break
      }
    }
  }
}
