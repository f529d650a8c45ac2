public import MatchFacts

/// One thing that happened between an applicant and a program.
public struct SeasonEvent: Sendable, Hashable, Codable {
  /// What can happen; raw values are the words of the command line and of exported files.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The application was sent.
    case applied
    /// A signal was sent with the application.
    case signaled
    /// The program invited the applicant.
    case interview
    /// The program put the applicant on a waitlist for interviews.
    case waitlisted
    /// The program said no.
    case rejected
    /// The applicant declined the invitation.
    case declined
    /// The applicant took the invitation up.
    case accepted
    /// The interview was held.
    case interviewed
    /// The applicant withdrew the application or cancelled the interview.
    case withdrawn
    /// A remark of the applicant.
    case note
    /// How much the applicant liked the program, 1…10.
    case rating

    /// Reads the word or one that people use for the same thing ("invited", "withdrew").
    public init?(word: String) {
      let word = word.lowercased().filter { $0.isLetter }
      if let kind = Self(rawValue: word) {
        self = kind
        return
      }
      switch word {
      case "apply", "application", "sent": self = .applied
      case "signal", "signalled": self = .signaled
      case "invited", "invite", "invitation", "ii", "interviewoffer": self = .interview
      case "waitlist", "wl": self = .waitlisted
      case "reject", "rejection", "no": self = .rejected
      case "decline": self = .declined
      case "accept", "scheduled", "booked": self = .accepted
      case "attended": self = .interviewed
      case "withdrew", "withdraw", "cancelled", "canceled": self = .withdrawn
      case "comment": self = .note
      case "rate", "rated": self = .rating
      default: return nil
      }
    }

    /// Whether it can happen only once with one program.
    public var isUnique: Bool { self != .note && self != .rating }
  }

  /// The strength of a signal; raw values are those of applicants' files.
  public enum Signal: String, Sendable, Hashable, Codable, CaseIterable {
    /// The only strength of a specialty with one tier.
    case single
    /// The weaker of two.
    case silver
    /// The stronger of two.
    case gold
  }

  /// What happened.
  public var kind: Kind
  /// The program's code.
  public var program: String
  /// The day it happened, which may be before the day it was recorded.
  public var day: CalendarDate
  /// The signal's strength; only with ``Kind/signaled``.
  public var signal: Signal?
  /// 1…10; only with ``Kind/rating``.
  public var rating: Int?
  /// The applicant's own words.
  public var text: String?
  /// The day of the interview; only with ``Kind/interview`` and ``Kind/accepted``.
  public var interviewDay: CalendarDate?

  /// An event.
  public init(
    _ kind: Kind, program: String, day: CalendarDate, signal: Signal? = nil, rating: Int? = nil,
    text: String? = nil, interviewDay: CalendarDate? = nil
  ) {
    self.kind = kind
    self.program = program
    self.day = day
    self.signal = signal
    self.rating = rating
    self.text = text
    self.interviewDay = interviewDay
  }
}
