public import Advising
import ApplicantFile

/// The parts of a report, in reading order; the terminal, the file and the page share them.
public enum ReportSection: String, Sendable, CaseIterable, Hashable {
  /// Blip, signal or problem, and the overall chance.
  case verdict
  /// An exam without a score, and what each outcome would change.
  case exam
  /// Where the season stands: what can still be done.
  case season
  /// What the reader must know before trusting the rest.
  case warnings
  /// Score trend.
  case trend
  /// Where the scores stand.
  case standing
  /// How programs read it.
  case reading
  /// Chances.
  case odds
  /// The list.
  case list
  /// Visas, for who needs one.
  case visa
  /// Signals.
  case signals
  /// Diminishing returns.
  case returns
  /// The list the applicant has.
  case currentList
  /// The two of you.
  case couple
  /// Compared courses of action.
  case scenarios
  /// Explain or stay quiet.
  case explanation
  /// The words.
  case words
  /// Flowchart and checklist.
  case plan
  /// Questions people ask.
  case questions
  /// Perspective.
  case perspective
  /// What would sharpen the advice.
  case unknowns
  /// Sources and assumptions.
  case sources

  /// Heading, for people.
  public var title: String {
    switch self {
    case .verdict: "The short answer"
    case .exam: "The exam without a score"
    case .season: "Where you are in the season"
    case .warnings: "Before you rely on this"
    case .trend: "Your score trend"
    case .standing: "Where the score stands"
    case .reading: "How programs will read it"
    case .odds: "Your chances"
    case .list: "Your list"
    case .visa: "Your visa"
    case .signals: "Where to signal"
    case .returns: "How many applications"
    case .currentList: "The list you have now"
    case .couple: "The two of you"
    case .scenarios: "Other routes"
    case .explanation: "Explain it, or stay quiet"
    case .words: "What to write and say"
    case .plan: "Your plan"
    case .questions: "Questions people ask"
    case .perspective: "For the bad hour of the night"
    case .unknowns: "What would sharpen this"
    case .sources: "Sources and assumptions"
    }
  }

  /// Whether the part is about choices that are over once applications are out.
  public func isOver(in advice: Advice) -> Bool {
    guard let position = advice.position, position.isPastApplying else { return false }
    switch self {
    case .signals, .returns, .scenarios: return true
    case .list: return position.isOwnList || position.stage >= .ranking
    default: return false
    }
  }

  /// Name of the part in addresses within the page.
  public var anchor: String {
    switch self {
    case .currentList: "current-list"
    default: rawValue
    }
  }
}
