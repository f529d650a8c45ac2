/// Something beside the scores' change that a program sees and may ask about.
public struct VisibleMatter: Sendable, Hashable, Codable {
  /// What it is.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// A criminal record or misdemeanor that must be disclosed.
    case legal
    /// A professionalism concern in the MSPE.
    case professionalism
    /// More than one attempt at an exam.
    case failedExam = "failed exam"
    /// An earlier residency that was left or lost.
    case priorResidency = "prior residency"
    /// A repeated year.
    case repeatedYear = "repeated year"
    /// A failed course or clerkship.
    case failedCourse = "failed course"
    /// A second score below the first.
    case drop
    /// An earlier season without a match.
    case unmatchedBefore = "unmatched before"
    /// A gap without training or work in medicine.
    case gap
    /// A leave of absence.
    case leave
    /// Years between graduation and the Match.
    case lateGraduation = "late graduation"
    /// Anything else.
    case other
  }

  /// What it is.
  public var kind: Kind
  /// In a few words, as part of a sentence: "a leave of absence".
  public var title: String
  /// Whether to explain it in the application.
  public var verdict: ExplanationDecision.Verdict
  /// Where it belongs.
  public var place: ExplanationDecision.Place
  /// Why.
  public var why: String
  /// What can be said aloud of it, without cause or ownership.
  public var sentence: String
  /// What the file says of the cause, as the applicant wrote it.
  public var cause: String?
  /// Ownership, said where the file names no cause, and always of what was the applicant's own doing.
  var ownership: String?
  /// Whether the file tells a cause that no composed sentence repeats.
  var isPrivate: Bool?
  /// Said in place of a cause that is private, or of what the years since were spent on.
  var general: String?
}
