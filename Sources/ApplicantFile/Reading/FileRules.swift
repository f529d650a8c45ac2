/// The dates and figures that a file is checked against.
///
/// The checks that need a published figure are left out where the figure is nil or empty, so the
/// reader works without the facts and never carries a copy of them.
public struct FileRules: Sendable, Hashable {
  /// A published minimum passing score and the day from which it holds.
  public struct PassMark: Sendable, Hashable {
    /// First day; nil is "since ever".
    public var from: Day?
    /// Lowest passing score.
    public var score: Int

    /// A pass mark.
    public init(from: Day?, score: Int) {
      self.from = from
      self.score = score
    }
  }

  /// The day the advice is for; nothing in a file can have happened after it.
  public var asOf: Day
  /// First day on which Step 1 was reported as pass or fail only.
  public var step1PassFailSince: Day?
  /// First day on which COMLEX Level 1 was reported as pass or fail only.
  public var level1PassFailSince: Day?
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
  /// Largest file accepted, in bytes.
  public var maximumBytes: Int

  /// Rules for a day, without any published figure.
  public init(asOf: Day) {
    self.asOf = asOf
    self.step1PassMarks = []
    self.step2CKPassMarks = []
    self.comlexPassMarks = []
    self.usmleScale = 1...300
    self.comlexScale = 9...999
    self.maximumBytes = 1_000_000
  }

  /// The pass mark in force on a day; without a day, the lowest ever published.
  func passMark(_ marks: [PassMark], on day: Day?) -> Int? {
    guard let day else { return marks.map(\.score).min() }
    let inForce = marks.filter { mark in
      guard let from = mark.from else { return true }
      return from <= day
    }
    return inForce.last?.score
  }
}
