public import ApplicantFile

/// Where the applicant stands in the season: what can still be done, and what is over.
public struct SeasonPosition: Sendable, Hashable, Codable {
  /// The stage.
  public var stage: SeasonStage
  /// Whether the file names it, instead of the day.
  public var isStated: Bool
  /// The stage in a word or two.
  public var title: String
  /// What it means.
  public var meaning: String
  /// What can still be done.
  public var now: [String]
  /// What is over.
  public var over: [String]
  /// What an application sent now is worth; nil while applications are in time.
  public var lateApplication: String?
  /// Whether the chances are those of the list that the applicant sent.
  public var isOwnList: Bool
  /// The one thing to do this month, in a few words.
  public var monthShort: String
  /// The same in a sentence.
  public var month: String

  /// Whether applications are out, so that the choice of programs and signals is over.
  public var isPastApplying: Bool { !stage.isBeforeApplying }
}
