public import ApplicantFile
public import MatchFacts
public import ScoreReading

/// The advice to a couple: two lists, one joint rank order list, and what being a couple costs each.
public struct CoupleAdvice: Sendable, Hashable, Codable {
  /// How near two places are to each other.
  public enum Nearness: String, Sendable, Codable, Hashable, CaseIterable {
    /// In one city.
    case sameCity = "same city"
    /// Within the commute that still counts as together.
    case commute
    /// In one state, too far for that.
    case sameState = "same state"
    /// Neither.
    case apart
    /// One partner goes unmatched.
    case alone
  }

  /// What matching as this couple leads to.
  public struct Chances: Sendable, Hashable, Codable {
    /// Both match.
    public var both: Interval
    /// Both match in one place, or within the commute.
    public var together: Interval
    /// Only one of the two matches.
    public var onlyOne: Interval
    /// Neither matches.
    public var neither: Interval
  }

  /// A program that a partner should apply to.
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
    /// Signal to spend.
    public var signal: ListedProgram.Signal
    /// Chance of an interview, with that signal.
    public var interview: Interval
    /// Chance that the program would take the applicant, if applied to and ranked.
    public var match: Interval
    /// Chance of ending up there with the joint list.
    public var landing: Double
    /// Programs on the other's list in the same place or within the commute.
    public var partnerProgramsNear: Int
    /// Whether the partner's own best list, without the couple, has it too.
    public var isOnOwnList: Bool
  }

  /// One of the two.
  public struct Partner: Sendable, Hashable, Codable {
    /// Name from the file, or "You" and "Your partner".
    public var name: String
    /// Specialties, most wanted first.
    public var specialties: [Specialty]
    /// Chance of matching with the own best list, outside any couple.
    public var matchAlone: Double
    /// Chance of matching within the couple.
    public var matchInCouple: Interval
    /// Expected preference, 0…1, with the own best list outside any couple.
    public var preferenceAlone: Double
    /// Expected preference within the couple.
    public var preferenceInCouple: Double
    /// Programs to apply to, the likeliest place to end up first.
    public var programs: [Entry]
    /// Fees in dollars.
    public var fees: Int
    /// Interviews expected.
    public var expectedInterviews: Double
    /// The limits kept, in words.
    public var limits: [String]
  }

  /// One side of a ranked pair.
  public struct Side: Sendable, Hashable, Codable {
    /// NRMP code.
    public var code: String
    /// Institution.
    public var institution: String
    /// "City, ST", as far as known.
    public var place: String
  }

  /// A line of the joint rank order list.
  public struct Pair: Sendable, Hashable, Codable {
    /// Place on the list, from 1.
    public var rank: Int
    /// The first partner's program; nil goes unmatched.
    public var first: Side?
    /// The second partner's program; nil goes unmatched.
    public var second: Side?
    /// How near they are.
    public var nearness: Nearness
    /// Miles between the cities, where both are known.
    public var miles: Int?
    /// Joint worth.
    public var worth: Double
    /// Chance to land on this pair.
    public var landing: Double
    /// Chance to land on this pair or a better one.
    public var cumulative: Double
  }

  /// A place and what it gives the two.
  public struct Place: Sendable, Hashable, Codable {
    /// City around which the programs lie, as "City, ST".
    public var name: String
    /// Other cities within the commute that have programs of the lists, most programs first.
    public var includes: [String]
    /// Programs on the first partner's list.
    public var firstPrograms: Int
    /// Programs on the second partner's list.
    public var secondPrograms: Int
    /// Chance that at least one of them would take the first partner.
    public var firstOpen: Double
    /// Chance that at least one of them would take the second partner.
    public var secondOpen: Double
    /// Chance that both end up here.
    public var together: Double
  }

  /// A published figure about couples.
  public struct Fact: Sendable, Hashable, Codable {
    /// In a sentence.
    public var text: String
    /// Source.
    public var source: String
    /// Address.
    public var url: String
  }

  /// One partner; the order is that of the names, whosever file is advised.
  public var first: Partner
  /// The other partner.
  public var second: Partner
  /// Chances with the joint list.
  public var chances: Chances
  /// Chances if each matched alone with their own best list, hoping for one place.
  public var apart: Chances
  /// The answer in a few sentences.
  public var summary: [String]
  /// The joint list worth ranking.
  public var pairs: [Pair]
  /// Pairs that the two lists have in all.
  public var possiblePairs: Int
  /// Places, the likeliest to be together in first.
  public var places: [Place]
  /// Expected joint worth of the joint list.
  public var value: Double
  /// Standard error of the value from the sample.
  public var standardError: Double
  /// No two lists within the limits can be worth more, but for the sample's error.
  public var bound: Double
  /// (bound − value) / bound.
  public var gap: Double
  /// How all this was computed, and what the bound proves.
  public var method: [String]
  /// Published figures about couples.
  public var facts: [Fact]
}
