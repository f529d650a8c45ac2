public import ApplicantFile
public import MatchFacts
public import ScoreReading

/// The recommended list.
public struct ProgramList: Sendable, Hashable, Codable {
  /// Reach, target or safety.
  public enum Group: String, Sendable, Codable, Hashable, CaseIterable {
    /// A place is unlikely, and worth a try.
    case reach
    /// A place is a fair hope.
    case target
    /// A place is likely.
    case safety
  }

  /// Why an estimate is higher or lower.
  public struct Reason: Sendable, Hashable, Codable {
    /// In words.
    public var text: String
    /// In tenths of log-odds of an interview: +7 doubles the odds, −7 halves them.
    public var points: Double

    /// A reason.
    public init(text: String, points: Double) {
      self.text = text
      self.points = points
    }
  }

  /// A program on the list.
  public struct Entry: Sendable, Hashable, Codable {
    /// NRMP code.
    public var code: String
    /// The program's own name.
    public var program: String
    /// Institution.
    public var institution: String
    /// City.
    public var city: String?
    /// State.
    public var state: String?
    /// Specialty.
    public var specialty: Specialty
    /// Track.
    public var track: Program.Track
    /// Reach, target or safety.
    public var group: Group
    /// Signal to spend.
    public var signal: ListedProgram.Signal
    /// Chance of an interview, with that signal.
    public var interview: Interval
    /// Chance that the program would take the applicant, if applied to and ranked.
    public var match: Interval
    /// What the program asks for, beside the others of its specialty.
    public var standing: Standing
    /// Chance of ending up there if the list is ranked by preference and, among equals, likeliest
    /// first.
    public var matchWithinList: Double
    /// What the list loses without it: its value or, under a balanced aim, value and chance of
    /// matching together, the chance at the price that the list was found with.
    public var contribution: Double
    /// Fee in dollars at its place in the specialty's schedule.
    public var fee: Int
    /// The applicant's utility for it, 0…1.
    public var utility: Double
    /// What raised and lowered the interview chance.
    public var reasons: [Reason]
    /// Facts shown with their origin.
    public var facts: [String]
    /// Whether figures of the user or of a data pack went into the estimate.
    public var usesImportedFigures: Bool
  }

  /// How strong a file a program asks for, in points of Step 2 CK beside its specialty's mean program.
  public struct Standing: Sendable, Hashable, Codable {
    /// The best estimate.
    public var estimate: Double
    /// Lower end of the 80 % interval.
    public var low: Double
    /// Upper end.
    public var high: Double
    /// Its place among the programs of its specialty, 0…100.
    public var percentile: Double
  }

  /// Programs of the list that the model cannot tell apart.
  public struct Alike: Sendable, Hashable, Codable {
    /// NRMP codes.
    public var codes: [String]
    /// Their institutions, in the same order.
    public var institutions: [String]
    /// Programs beyond the list that look the same.
    public var beyond: Int
    /// How many there are, on the list and beyond.
    public var sentence: String
  }

  /// Programs ruled out by a hard requirement.
  public struct RuledOut: Sendable, Hashable, Codable {
    /// NRMP code.
    public var code: String
    /// Institution and name.
    public var program: String
    /// Why.
    public var reasons: [String]
  }

  /// Why a list ends where it does.
  public enum End: String, Sendable, Codable, Hashable {
    /// The budget allows no further program.
    case budget
    /// The number of applications that the applicant allows is reached.
    case number
    /// A further program is not worth its fee and the applicant's time.
    case worth
    /// It went on past what fees are worth until enough interviews were expected.
    case goal
    /// No program more is worth its fee; it holds the shortest list that is advised.
    case shortest
    /// No program is left.
    case exhausted
  }

  /// Programs, the largest contribution first.
  public var programs: [Entry]
  /// Why the list ends where it does.
  public var endsBecause: End
  /// Value of the list: the mix of match chance and preference that `aim` asks for.
  public var value: Double
  /// No list within the limits can be worth more than this.
  public var bound: Double
  /// (bound − value) / bound.
  public var gap: Double
  /// How the bound was proven.
  public var proof: String
  /// Application fees in dollars.
  public var fees: Int
  /// The limits the list obeys, in words.
  public var limits: [String]
  /// Definition of reach, target and safety.
  public var groupDefinition: String
  /// How many programs were considered.
  public var considered: Int
  /// Programs ruled out, with reasons.
  public var ruledOut: [RuledOut]
  /// What a balanced list gives up of the best chance for better places; nil for other aims.
  public var balance: String?
  /// Groups of programs that look alike.
  public var alike: [Alike]
  /// What to make of them, and what would tell them apart; nil without any.
  public var alikeAdvice: String?
}

/// What the signals are worth.
public struct SignalPlan: Sendable, Hashable, Codable {
  /// A signal to spend.
  public struct Spend: Sendable, Hashable, Codable {
    /// NRMP code.
    public var code: String
    /// Institution and program.
    public var program: String
    /// Specialty.
    public var specialty: Specialty
    /// Tier.
    public var tier: ListedProgram.Signal
    /// Interview chance without the signal.
    public var interviewWithout: Double
    /// Interview chance with it.
    public var interviewWith: Double
    /// What the signal adds to the list, in percentage points, as ``ProgramList/Entry/contribution``.
    public var worth: Double
  }

  /// A specialty's rule.
  public struct Rule: Sendable, Hashable, Codable {
    /// Specialty.
    public var specialty: Specialty
    /// Season the rule is from.
    public var season: String
    /// Gold signals.
    public var gold: Int
    /// Silver signals.
    public var silver: Int
    /// Signals of a single tier.
    public var single: Int
    /// Trust code of the source.
    public var trust: String
  }

  /// Why the signals go where they go; nil where there are none.
  public var sentence: String?
  /// Rules of the target specialties.
  public var rules: [Rule]
  /// Signals, the most valuable first.
  public var spends: [Spend]
}

/// How the list grows.
public struct DiminishingReturns: Sendable, Hashable, Codable {
  /// The best list of one length.
  public struct Point: Sendable, Hashable, Codable {
    /// Applications.
    public var applications: Int
    /// Chance of matching, 0…1.
    public var match: Double
    /// Interviews expected.
    public var expectedInterviews: Double
    /// Fees in dollars.
    public var dollars: Int
    /// Dollars per further percentage point of match chance; nil where nothing is gained.
    public var dollarsPerPoint: Double?
  }

  /// Points by number of applications.
  public var points: [Point]
  /// The number of applications of the list.
  public var enough: Int
  /// What the next program would have to add to the chance to be worth its fee and the time.
  public var threshold: Double
  /// In a sentence.
  public var sentence: String
}

/// The list the applicant has now, and what would mend it.
public struct CurrentList: Sendable, Hashable, Codable {
  /// A change and its gain.
  public struct Change: Sendable, Hashable, Codable {
    /// NRMP code.
    public var code: String
    /// Institution and program.
    public var program: String
    /// Group of the program.
    public var group: ProgramList.Group
    /// Chance of an interview.
    public var interview: Double
    /// Gain of the list's match chance, in percentage points (a drop: what is lost).
    public var gain: Double
    /// Dollars the change costs (a drop: saves).
    public var dollars: Int
  }

  /// Programs on the list that the directory knows.
  public var programs: Int
  /// Chance of matching with it.
  public var match: Interval
  /// Interviews expected.
  public var expectedInterviews: Double
  /// Fees.
  public var fees: Int
  /// Safer programs to add, the largest gain first.
  public var add: [Change]
  /// Programs to drop, the smallest loss first.
  public var drop: [Change]
  /// What the recommended list achieves instead.
  public var recommendedMatch: Double
  /// In a sentence.
  public var sentence: String
}

/// A compared course of action (backup specialty, preliminary year, research year).
public struct Scenario: Sendable, Hashable, Codable {
  /// Name.
  public var name: String
  /// Chance of matching anywhere on the list.
  public var match: Interval
  /// Chance of matching in the first-choice specialty.
  public var matchInFirstChoice: Double
  /// Interviews expected.
  public var expectedInterviews: Double
  /// Fees in dollars.
  public var fees: Int
  /// What speaks for and against.
  public var remark: String
}
