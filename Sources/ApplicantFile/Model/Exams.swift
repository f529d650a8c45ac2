public import MatchFacts

/// A result on USMLE Step 1, which has been reported as pass or fail since 26 January 2022.
public struct Step1: Sendable, Hashable, Codable {
  /// The three-digit score, or nil for a pass without a score.
  public var score: Int?
  /// Day of the (last) attempt.
  public var date: CalendarDate?
  /// Number of attempts, 1 for a first-time pass; nil is unknown.
  public var attempts: Int?

  /// A Step 1 result.
  public init(score: Int?, date: CalendarDate? = nil, attempts: Int? = nil) {
    self.score = score
    self.date = date
    self.attempts = attempts
  }
}

/// A result on COMLEX-USA Level 1, pass or fail since 10 May 2022.
public struct Level1: Sendable, Hashable, Codable {
  /// The score, or nil for a pass without a score.
  public var score: Int?
  /// Day of the (last) attempt.
  public var date: CalendarDate?
  /// Number of attempts; nil is unknown.
  public var attempts: Int?

  /// A Level 1 result.
  public init(score: Int?, date: CalendarDate? = nil, attempts: Int? = nil) {
    self.score = score
    self.date = date
    self.attempts = attempts
  }
}

/// A result on an exam that is always scored (Step 2 CK, COMLEX Level 2-CE).
public struct ScoredExam: Sendable, Hashable, Codable {
  /// The score of the passing attempt.
  public var score: Int
  /// Day of the (last) attempt.
  public var date: CalendarDate?
  /// Number of attempts; nil is unknown.
  public var attempts: Int?

  /// A scored result.
  public init(score: Int, date: CalendarDate? = nil, attempts: Int? = nil) {
    self.score = score
    self.date = date
    self.attempts = attempts
  }
}
