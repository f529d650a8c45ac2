public import MatchFacts

/// The dates and figures that a file is checked against.
///
/// The checks that need a published figure are left out where the figure is nil or empty, so the
/// reader works without the facts and never carries a copy of them.
public struct FileRules: Sendable, Hashable {
  /// A published minimum passing score and the day from which it holds.
  public struct PassMark: Sendable, Hashable {
    /// First day; nil is "since ever".
    public var from: CalendarDate?
    /// Lowest passing score.
    public var score: Int

    /// A pass mark.
    public init(from: CalendarDate?, score: Int) {
      self.from = from
      self.score = score
    }
  }

  /// The day the advice is for; nothing in a file can have happened after it.
  public var asOf: CalendarDate
  /// First day on which Step 1 was reported as pass or fail only.
  public var step1PassFailSince: CalendarDate?
  /// First day on which COMLEX Level 1 was reported as pass or fail only.
  public var level1PassFailSince: CalendarDate?
  /// Pass marks of Step 1, oldest first.
  public var step1PassMarks: [PassMark]
  /// Pass marks of Step 2 CK, oldest first.
  public var step2CKPassMarks: [PassMark]
  /// Pass mark of COMLEX Level 1 and 2, oldest first.
  public var comlexPassMarks: [PassMark]
  /// The scale of USMLE scores.
  public var usmleScale: ClosedRange<Int>
  /// The scale of COMLEX scores.
  public var comlexScale: ClosedRange<Int>
  /// Pass marks of Step 3, oldest first.
  public var step3PassMarks: [PassMark]
  /// The Step 2 CK score from which the digits are asked to be checked.
  public var rareStep2CK: Int?
  /// Largest file accepted, in bytes.
  public var maximumBytes: Int

  /// Rules for a day, without any published figure.
  public init(asOf: CalendarDate) {
    self.asOf = asOf
    self.step1PassMarks = []
    self.step2CKPassMarks = []
    self.comlexPassMarks = []
    self.step3PassMarks = []
    self.usmleScale = 1...300
    self.comlexScale = 9...999
    self.maximumBytes = 1_000_000
  }

  /// A pass mark, and whether it is known to have been in force.
  struct MarkInForce {
    var score: Int
    var isCertain: Bool
  }

  /// The pass marks of an exam, oldest first.
  func passMarks(of exam: Exam) -> [PassMark] {
    switch exam {
    case .step1: step1PassMarks
    case .step2CK: step2CKPassMarks
    case .step3: step3PassMarks
    case .comlexLevel1, .comlexLevel2, .comlexAll: comlexPassMarks
    }
  }

  /// The pass mark in force on a day.
  ///
  /// Without a day, and for days before the oldest dated mark, it is the lowest one and uncertain.
  func passMark(_ marks: [PassMark], on day: CalendarDate?) -> MarkInForce? {
    guard let lowest = marks.map(\.score).min() else { return nil }
    let dated = marks.last { mark in
      guard let day, let from = mark.from else { return false }
      return from <= day
    }
    guard let dated else { return MarkInForce(score: lowest, isCertain: false) }
    return MarkInForce(score: dated.score, isCertain: true)
  }
}
