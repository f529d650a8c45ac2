public import ApplicantFile
public import MatchFacts
public import RankLists

/// What a rank order list is made of beside the applicant's file.
public struct RankRequest: Sendable {
  /// One program of the season.
  public struct Entry: Sendable, Hashable {
    /// What the program has said.
    public enum Answer: Sendable, Hashable {
      /// Nothing; `out` is the share of its invitations that were out by the day, 0…1.
      case silent(out: Double)
      /// An invitation, whatever came after it.
      case invited
      /// A refusal.
      case refused
    }

    /// The program's code.
    public var code: String
    /// The signal it got.
    public var signal: ListedProgram.Signal
    /// What it has said.
    public var answer: Answer
    /// Whether it can be ranked: the interview was held or is still to come.
    public var isRankable: Bool
    /// Whether the interview is still to come.
    public var isToCome: Bool
    /// A mark the person gave it, 1…10.
    public var rating: Int?
    /// The person's own remark.
    public var note: String?

    /// A program of the season.
    public init(
      code: String, signal: ListedProgram.Signal = .none, answer: Answer = .invited,
      isRankable: Bool = true, isToCome: Bool = false, rating: Int? = nil, note: String? = nil
    ) {
      self.code = code
      self.signal = signal
      self.answer = answer
      self.isRankable = isRankable
      self.isToCome = isToCome
      self.rating = rating
      self.note = note
    }
  }

  /// The day.
  public var asOf: CalendarDate
  /// The programs of the season; a code stands there once.
  public var entries: [Entry]
  /// The order written by hand; nil where it is to be found.
  public var order: RankOrderFile?
  /// Sheets of interviews.
  public var sheets: [InterviewSheet]
  /// Paired answers.
  public var comparisons: ComparisonFile

  /// A request.
  public init(
    asOf: CalendarDate, entries: [Entry] = [], order: RankOrderFile? = nil,
    sheets: [InterviewSheet] = [], comparisons: ComparisonFile = ComparisonFile()
  ) {
    self.asOf = asOf
    self.entries = entries
    self.order = order
    self.sheets = sheets
    self.comparisons = comparisons
  }
}
