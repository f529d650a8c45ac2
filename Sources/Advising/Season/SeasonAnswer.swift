public import MatchFacts
public import MatchOdds
public import ScoreReading
public import SeasonLog

/// Where a season stands on a day: what the log says, what it does to the odds, and what comes next.
///
/// The terminal, the page and the API print the same sentences from it.
public struct SeasonAnswer: Sendable, Encodable {
  /// The chance of matching and the number of invitations.
  public struct Forecast: Sendable, Hashable, Encodable {
    /// The chance of matching with its 80 % interval.
    public var match: Interval
    /// Invitations of the whole season, those held included.
    public var interviews: InterviewCount
  }

  /// Before any answer and now.
  public struct Odds: Sendable, Hashable, Encodable {
    /// With the applications alone.
    public var prior: Forecast
    /// With every answer and every silence by the day.
    public var now: Forecast
    /// Both in people, in one sentence.
    public var sentence: String
  }

  /// What moved the chance of matching.
  public struct Move: Sendable, Hashable, Encodable {
    /// What happened.
    public var text: String
    /// Points of the chance of matching; all moves add up to now less prior.
    public var points: Double
    /// The programs.
    public var codes: [String]
  }

  /// One program.
  public struct Entry: Sendable, Hashable, Encodable {
    /// NRMP code.
    public var code: String
    /// The program's own name.
    public var name: String?
    /// Institution.
    public var institution: String?
    /// Specialty.
    public var specialty: String?
    /// Where it stands.
    public var state: ProgramProgress.State
    /// The signal's strength, or `none`.
    public var signal: String
    /// The day of each kind of event.
    public var days: [String: CalendarDate]
    /// The day of the interview.
    public var interviewDay: CalendarDate?
    /// The latest rating.
    public var rating: Int?
    /// The chance that it invites, 1 where it has; nil where the odds do not know the program.
    public var invited: Double?
    /// The chance that it would have invited, before any answer.
    public var invitedBefore: Double?
    /// The share of its invitations that is out by the calendar.
    public var out: Double?
  }

  /// A step, or a date to come.
  public struct Next: Sendable, Hashable, Encodable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, Encodable {
      /// Something to do.
      case step
      /// A day to come.
      case date
    }

    /// What it is.
    public var kind: Kind
    /// The day, for a date.
    public var date: CalendarDate?
    /// Time of day as printed, where there is one: `12:00 ET`.
    public var time: String?
    /// The step, or what happens on the day.
    public var text: String
    /// Why, and how.
    public var why: String?
    /// The rule's name in `season-rules.yaml`.
    public var rule: String?
    /// The programs meant.
    public var codes: [String]
  }

  /// A week of the season.
  public struct Week: Sendable, Hashable, Encodable {
    /// Its last day.
    public var ending: CalendarDate
    /// Invitations that the calendar and the odds before any answer expected by then.
    public var expected: Double
    /// Invitations logged by then; nil for weeks to come.
    public var invitations: Int?
    /// The share of invitations out by then, of each program in the order of ``programs``.
    public var out: [Double]
  }

  /// Which interviews to keep.
  public struct Keep: Sendable, Hashable, Encodable {
    /// One interview and what giving it up would cost.
    public struct Price: Sendable, Hashable, Encodable {
      /// NRMP code.
      public var code: String
      /// Points of the chance of matching.
      public var points: Double
      /// Share of the expected worth of the place, in percent.
      public var worth: Double
    }
    /// Interviews to come, the cheapest to give up first, each after those before it.
    public var prices: [Price]
    /// Interviews held or to come.
    public var held: Int
    /// Interviews that can be attended, as the file or the request says.
    public var attend: Int?
    /// Those to decline, so that the expected place falls least.
    public var decline: [String]
    /// How many of them would be enough.
    public var enough: Int
    /// That in a sentence.
    public var sentence: String
    /// What is published of how many are enough.
    public var published: [String]
  }

  /// Version of the layout.
  public private(set) var format = 1
  /// The Match year.
  public var match: Int
  /// The day.
  public var asOf: CalendarDate
  /// How many programs had each kind of event.
  public var counts: [String: Int]
  /// The odds; nil where no application is logged.
  public var odds: Odds?
  /// What moved them, in the order in which it happened; silences last.
  public var moved: [Move]
  /// Every program with an event.
  public var programs: [Entry]
  /// Steps, then dates.
  public var next: [Next]
  /// Week by week, the applicant against the calendar.
  public var weeks: [Week]
  /// Which interviews to keep; nil with fewer than two.
  public var keep: Keep?
  /// What is assumed.
  public var assumptions: [Assumption]
  /// What is odd.
  public var warnings: [String]
}
