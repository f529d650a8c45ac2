public import MatchFacts
import ScoreReading

/// What one program of a file's specialties asks for, and the applicant's chances there.
///
/// The same figures as those of the recommended list, for every program, on the list or not.
public struct ProgramOdds: Sendable, Hashable {
  /// What a program asks for, in points of Step 2 CK beside its specialty's mean program.
  public struct Standing: Sendable, Hashable, Encodable {
    /// The best estimate, with the user's own figures taken in.
    public var estimate: Double
    /// Lower end of the 80 % interval.
    public var low: Double
    /// Upper end.
    public var high: Double
    /// Its place among the programs of its specialty, 0…100.
    public var percentile: Double
    /// `public figures`, `not known`, or the origin of the user's own figures.
    public var basis: String

    /// Whether anything tells of it; if not, it counts as its specialty's mean program.
    public var isKnown: Bool { basis != ProgramStanding.Basis.notKnown.rawValue }
    /// Whether figures of the user's own went into it.
    public var isOfUser: Bool { isKnown && basis != ProgramStanding.Basis.publicFigures.rawValue }
  }

  /// NRMP code; for urology the ACGME id.
  public var code: String
  /// ACGME id, where it is known.
  public var acgmeID: String?
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
  /// What it asks for.
  public var standing: Standing
  /// Whether nothing known rules the program out.
  public var isEligible: Bool
  /// Why the program is out of reach, each a sentence.
  public var ruledOutBy: [String]
  /// Chance of an interview, by the signal spent.
  public var interview: ChancesBySignal
  /// Chance that the program would take the applicant if applied to and ranked, by the signal spent.
  public var match: ChancesBySignal
  /// Reach, target or safety by the chance of an interview without a signal; nil for a program that
  /// is ruled out.
  public var group: ProgramList.Group?
}

extension ProgramOdds: Encodable {
  private enum Key: String, CodingKey {
    case code
    case acgmeId
    case program
    case institution
    case city
    case state
    case specialty
    case track
    case standing
    case eligible
    case ruledOutBy
    case interview
    case match
    case group
  }

  /// Writes every key; what is not known is `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(code, forKey: .code)
    try container.encode(acgmeID, forKey: .acgmeId)
    try container.encode(program, forKey: .program)
    try container.encode(institution, forKey: .institution)
    try container.encode(city, forKey: .city)
    try container.encode(state, forKey: .state)
    try container.encode(specialty, forKey: .specialty)
    try container.encode(track, forKey: .track)
    try container.encode(standing, forKey: .standing)
    try container.encode(isEligible, forKey: .eligible)
    try container.encode(ruledOutBy, forKey: .ruledOutBy)
    try container.encode(interview, forKey: .interview)
    try container.encode(match, forKey: .match)
    try container.encode(group, forKey: .group)
  }
}
