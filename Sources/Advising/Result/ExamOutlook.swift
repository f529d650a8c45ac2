/// What an exam that has no score yet may bring, and what each outcome would change.
public struct ExamOutlook: Sendable, Hashable, Codable {
  /// Why there is no score.
  public enum Situation: String, Sendable, Codable, Hashable {
    /// Taken or to be taken; no result yet.
    case pending
    /// Not taken, and no day is set.
    case notTaken
    /// Failed and not passed since.
    case failed
    /// A DO with COMLEX, who could sit Step 2 CK as well.
    case optional
  }

  /// One outcome.
  public struct Outcome: Sendable, Hashable, Codable {
    /// The outcome in words: "235" or "not passed".
    public var name: String
    /// The score; nil for a fail.
    public var score: Int?
    /// How likely it is, 0…1.
    public var share: Double
    /// Chance of matching with the best list for it.
    public var match: Double
    /// Chance of matching in the first choice.
    public var matchInFirstChoice: Double
  }

  /// The exam by name.
  public var exam: String
  /// Why there is no score.
  public var situation: Situation
  /// The middle of the scores that pass: the one that the rest of the advice is reckoned with, except
  /// for an optional exam.
  public var middle: Int
  /// The 10 % and 90 % points of the scores that pass.
  public var range: [Int]
  /// The passing mark.
  public var passingMark: Int
  /// Chance of passing.
  public var passChance: Double
  /// Where the scores are taken from.
  public var basis: String
  /// Outcomes, the worst first.
  public var outcomes: [Outcome]
  /// Chance of matching over all outcomes.
  public var match: Double
  /// What follows for the applicant, most important first.
  public var sentences: [String]
}
