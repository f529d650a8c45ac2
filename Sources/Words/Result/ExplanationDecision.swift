/// Whether to explain the score change, where, and why.
///
/// An expert rule after the article: explain only a clear, credible, contained cause.
public struct ExplanationDecision: Sendable, Hashable, Codable {
  /// What to do.
  public enum Verdict: String, Sendable, Codable, Hashable {
    /// Explain it in the application.
    case explain
    /// Say nothing of it; answer honestly if asked.
    case stayQuiet = "stay quiet"
    /// There is nothing to explain.
    case nothingToExplain = "nothing to explain"
  }

  /// Where to do it.
  public enum Place: String, Sendable, Codable, Hashable {
    /// Two or three sentences in the personal statement.
    case personalStatement = "personal statement"
    /// In the advisor's or dean's letter, by someone else.
    case advisorLetter = "advisor's letter"
    /// Where the application's own form asks for it.
    case applicationForm = "application form"
    /// Only when an interviewer asks.
    case onlyIfAsked = "only if asked"
  }

  /// What to do.
  public var verdict: Verdict
  /// Where.
  public var place: Place
  /// Why, strongest first.
  public var reasons: [String]
  /// What would change the decision.
  public var whatWouldChangeIt: [String]

  /// What else programs see, most serious first.
  public var matters: [VisibleMatter]
  /// Whether the score itself is low enough to be asked about; nil where it is not or nobody knows.
  var isAskedAbout: Bool?
  /// What is to be said first where the file's notes sound as if their writer is in danger.
  public var support: [String]?

  /// A decision.
  public init(
    verdict: Verdict, place: Place, reasons: [String], whatWouldChangeIt: [String],
    matters: [VisibleMatter] = []
  ) {
    self.verdict = verdict
    self.place = place
    self.reasons = reasons
    self.whatWouldChangeIt = whatWouldChangeIt
    self.matters = matters
  }

  /// A decision from JSON; one written before `matters` were listed has none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      verdict: try container.decode(Verdict.self, forKey: .verdict),
      place: try container.decode(Place.self, forKey: .place),
      reasons: try container.decode([String].self, forKey: .reasons),
      whatWouldChangeIt: try container.decode([String].self, forKey: .whatWouldChangeIt),
      matters: try container.decodeIfPresent([VisibleMatter].self, forKey: .matters) ?? [])
  }
}
