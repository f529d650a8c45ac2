public import ApplicantFile

/// What is said first to someone whose own words sound as if they are in danger.
public struct SupportRule: Sendable, Hashable, Codable {
  /// Phrases that call for it, as those of the draft checker.
  public var any: [String]
  /// The lines, as they are shown.
  public var lines: [String]
  /// The line for whoever reads the sentences for a bad night, whatever they wrote.
  public var quietLine: String
  /// Where the lines of help are described.
  public var source: String

  /// The lines where one of the phrases occurs in a text; nil where none does.
  public func lines(for text: String) -> [String]? {
    let draft = DraftText(text)
    return draft.contains(anyOf: any.compactMap { Phrase($0) }) ? lines : nil
  }

  /// The same for the notes of an applicant's file.
  public func lines(for applicant: Applicant) -> [String]? {
    let notes = [applicant.scoreCause?.note] + (applicant.redFlags ?? []).map(\.note)
    return notes.compactMap(\.self).lazy.compactMap { lines(for: $0) }.first
  }
}
