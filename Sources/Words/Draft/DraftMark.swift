/// A place in a draft that wants another look.
public struct DraftMark: Sendable, Hashable, Codable {
  /// What is the matter.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// More than the reader will take in.
    case tooLong = "too long"
    /// Asks for indulgence.
    case excuse
    /// Feeling instead of fact.
    case drama
    /// Puts it on others.
    case blame
    /// Nothing that answers the doubt.
    case noEvidence = "no evidence"
    /// The file says otherwise.
    case contradiction
    /// The file does not say so.
    case unsupported
    /// Speaks of the score where that is not advised.
    case notAdvised = "not advised"
    /// Silent on a cause that is to be explained.
    case unexplained
  }

  /// Kind.
  public var kind: Kind
  /// First UTF-16 code unit of the marked text, as JavaScript counts.
  public var start: Int
  /// One past the last UTF-16 code unit.
  public var end: Int
  /// Line of the start, from 1.
  public var line: Int
  /// Column of the start in characters, from 1.
  public var column: Int
  /// The marked text.
  public var text: String
  /// Why it is marked.
  public var message: String
  /// What to write instead.
  public var advice: String
  /// Weight in the verdict.
  public var weight: Int
}

/// What a check of a draft found.
public struct DraftReport: Sendable, Hashable, Codable {
  /// What the draft is for.
  public enum Purpose: String, Sendable, Codable, Hashable, CaseIterable {
    /// The lines in the personal statement, or the statement that holds them.
    case statement
    /// The answer in an interview.
    case interview
  }

  /// What to do with the draft.
  public enum Verdict: String, Sendable, Codable, Hashable {
    /// Good as it is.
    case ready
    /// Mend what is marked.
    case revise
    /// Begin again, from the composed text.
    case rewrite
  }

  /// What it is for.
  public var purpose: Purpose
  /// Words in the part that speaks of the exams.
  public var words: Int
  /// Sentences in that part.
  public var sentences: Int
  /// Seconds to say the draft, for a spoken one.
  public var spokenSeconds: Double?
  /// What to do.
  public var verdict: Verdict
  /// In a sentence.
  public var summary: String
  /// Marks in the order of the text.
  public var marks: [DraftMark]
  /// What is to be said first where the draft sounds as if its writer is in danger.
  public var support: [String]?
}

/// Why a draft cannot be checked.
public enum DraftError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is nothing in it.
  case empty
  /// It is longer than any statement.
  case tooLarge(bytes: Int, limit: Int)

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .empty: "the draft is empty; write the two or three sentences you would send"
    case .tooLarge(let bytes, let limit):
      "the draft has \(bytes) bytes, and at most \(limit) are read; check one text at a time"
    }
  }
}
