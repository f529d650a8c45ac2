public import MatchFacts
public import Words

/// The workspace for SOAP.
public struct SOAPAdvice: Sendable, Hashable, Codable {
  /// One point of the week.
  public struct Moment: Sendable, Hashable, Codable {
    /// What happens.
    public var event: String
    /// The day in Eastern time.
    public var date: CalendarDate
    /// The time as printed, Eastern.
    public var time: String?
    /// The beginning, with its distance from UTC, as in 2027-03-18T09:00:00-04:00.
    public var start: String?
    /// The end, likewise; nil for a moment.
    public var end: String?
    /// The beginning in the applicant's own zone.
    public var yourStart: String?
  }

  /// One application to send.
  public struct Entry: Sendable, Hashable, Codable {
    /// The program's code.
    public var code: String
    /// The program's name.
    public var program: String
    /// Its institution.
    public var institution: String
    /// Its city.
    public var city: String?
    /// Its state.
    public var state: String?
    /// Its specialty.
    public var specialty: Specialty
    /// The kind of position.
    public var track: Program.Track
    /// Positions unfilled; nil where the list does not say.
    public var positions: Int?
    /// Chance that it makes an offer.
    public var offer: Double
    /// What the list's worth loses without it, in points of the chance of an offer and its place.
    public var contribution: Double
  }

  /// The chances in one specialty.
  public struct SpecialtyChance: Sendable, Hashable, Codable {
    /// The specialty.
    public var specialty: Specialty
    /// The kind of position.
    public var track: Program.Track
    /// Programs unfilled that the file may apply to.
    public var programs: Int
    /// Their positions, where the list says.
    public var positions: Int?
    /// Mean chance of an offer from one of them.
    public var meanOffer: Double
    /// Chance of any offer with as many of the 45 as there are of this specialty.
    public var anyOffer: Double
    /// Applications to it on the list below.
    public var listed: Int
  }

  /// Positions left unfilled in a past year.
  public struct Past: Sendable, Hashable, Codable {
    /// The specialty and kind of position, or the state.
    public var name: String
    /// The Match year.
    public var year: String
    /// Positions unfilled.
    public var positions: Int
    /// Where it stands.
    public var source: String
  }

  /// The texts for one specialty.
  public struct Texts: Sendable, Hashable, Codable {
    /// The specialty.
    public var specialty: Specialty
    /// The texts about the file, turned to this specialty.
    public var words: ComposedWords
    /// What to change in the personal statement before it goes to these programs.
    public var toAdapt: [String]
  }

  /// Layout version; 1.
  public var format: Int
  /// Version of SmartPick.
  public var version: String
  /// The day.
  public var asOf: CalendarDate
  /// The Match.
  public var season: Int
  /// The week, earliest first.
  public var moments: [Moment]
  /// Who may take part, with what the file says to it.
  public var eligibility: [String]
  /// Applications that SOAP allows.
  public var mostApplications: Int
  /// Whether the programs are those of a list of unfilled programs, or of past years for practice.
  public var isRehearsal: Bool
  /// Programs considered.
  public var considered: Int
  /// The list, likeliest to be missed first.
  public var list: [Entry]
  /// Chance of at least one offer with the list.
  public var anyOffer: Double
  /// The best value that any list of so many could have, and the value of this one.
  public var bound: Double
  /// The value of this list.
  public var value: Double
  /// Chances by specialty, the best first.
  public var specialties: [SpecialtyChance]
  /// Positions unfilled in past years, by specialty.
  public var pastBySpecialty: [Past]
  /// Positions unfilled in a past year, by state.
  public var pastByState: [Past]
  /// Who calls whom.
  public var contact: [String]
  /// What an offer is.
  public var offers: [String]
  /// Texts for the specialties that are most on the list.
  public var texts: [Texts]
  /// What the workspace comes to, in sentences.
  public var summary: [String]
  /// The two hours, step by step.
  public var steps: [String]
  /// Lines of the list of unfilled programs that were not understood.
  public var notUnderstood: [String]
  /// What is assumed.
  public var assumptions: [Assumption]
  /// Where figures come from.
  public var sources: [Source]
  /// What to heed.
  public var warnings: [String]
}
