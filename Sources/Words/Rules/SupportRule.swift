public import ApplicantFile

/// What is said first to someone whose own words sound as if they are in danger.
public struct SupportRule: Sendable, Hashable, Codable {
  /// Phrases that call for it, as those of the draft checker.
  public var any: [String]
  /// Words right after a phrase that make it a figure of speech.
  public var unlessFollowedBy: [String]
  /// The lines, as they are shown.
  public var lines: [String]
  /// Said of a draft: what becomes of the sentence that tells of it.
  public var draftLine: String
  /// The line for whoever reads the sentences for a bad night, whatever they wrote.
  public var quietLine: String
  /// Where the lines of help are described.
  public var source: String

  /// The lines where one of the phrases occurs in a text; nil where none does.
  public func lines(for text: String) -> [String]? {
    isDanger(text) ? lines : nil
  }

  /// Whether a text sounds as if its writer is in danger, or was.
  func isDanger(_ text: String) -> Bool { !sentences(of: DraftText(text)).isEmpty }

  /// The sentences of a draft in which one of the phrases stands, as ranges of words.
  func sentences(of draft: DraftText) -> [Range<Int>] {
    let lifting = unlessFollowedBy.compactMap { Phrase($0) }
    let matches = any.compactMap { Phrase($0) }.flatMap { draft.matches($0) }.filter { match in
      !lifting.contains { $0.matches(draft.words, at: match.upperBound) }
    }
    return draft.sentences.filter { sentence in matches.contains { sentence.overlaps($0) } }
  }

  var phrases: [String] { any + unlessFollowedBy }

  /// The same for the notes of an applicant's file.
  public func lines(for applicant: Applicant) -> [String]? {
    let notes = [applicant.scoreCause?.note] + (applicant.redFlags ?? []).map(\.note)
    return notes.compactMap(\.self).lazy.compactMap { lines(for: $0) }.first
  }
}
