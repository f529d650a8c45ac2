public import MatchFacts
public import RankLists
public import ScoreReading

/// The advice on a rank order list.
public struct RankAdvice: Sendable, Hashable, Codable {
  /// One rank.
  public struct Entry: Sendable, Hashable, Codable {
    /// The program's code.
    public var code: String
    /// Its place, from 1.
    public var rank: Int
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
    /// Chance of landing here, which is also what this rank adds to the chance of matching.
    public var landing: Interval
    /// Chance of a match here or higher up.
    public var atOrAbove: Interval
    /// Chance that this program would take the applicant, whatever the others do.
    public var takes: Double
    /// The mark given, 1…10.
    public var mark: Int?
    /// The person's own words.
    public var words: String?
    /// Whether the interview is still to come.
    public var isToCome: Bool
  }

  /// A program that is left off the list.
  public struct LeftOff: Sendable, Hashable, Codable {
    /// The program's code.
    public var code: String
    /// The program in words.
    public var program: String
    /// Why it is left off.
    public var reason: String
    /// What leaving it off takes from the chance of matching, 0…1.
    public var price: Double
  }

  /// A first year on a supplemental list.
  public struct FirstYear: Sendable, Hashable, Codable {
    /// The program's code.
    public var code: String
    /// Its place on the supplemental list, from 1.
    public var rank: Int
    /// The program in words.
    public var program: String
    /// Chance of it, given a match at the advanced program.
    public var landing: Interval
  }

  /// The supplemental list of one advanced program.
  public struct Supplement: Sendable, Hashable, Codable {
    /// The advanced program's code.
    public var with: String
    /// The first years, best first.
    public var order: [FirstYear]
    /// Chance of no first year, given a match at the advanced program.
    public var none: Interval
  }

  /// Two programs to ask the person about.
  public struct Question: Sendable, Hashable, Codable {
    /// One program's code.
    public var first: String
    /// The other's.
    public var second: String
  }

  /// How the order came about.
  public struct Finding: Sendable, Hashable, Codable {
    /// Where the order comes from.
    public enum Basis: String, Sendable, Hashable, Codable {
      /// A file written by hand.
      case byHand
      /// The person's marks and paired answers.
      case answers
      /// Nothing of the person's yet: what the file wishes for.
      case guess
    }

    /// Where it comes from.
    public var basis: Basis
    /// Paired answers used.
    public var answers: Int
    /// Whether no further question is needed.
    public var isSettled: Bool
    /// The next question; nil where none is needed.
    public var question: Question?
    /// Programs about which the answers contradict each other.
    public var contradictions: [[String]]
  }

  /// A published figure to lay beside the list.
  public struct Published: Sendable, Hashable, Codable {
    /// What it says.
    public var text: String
    /// Where it stands.
    public var source: String
    /// Address.
    public var url: String
  }

  /// Layout version; 1.
  public var format: Int
  /// Version of SmartPick.
  public var version: String
  /// The day.
  public var asOf: CalendarDate
  /// The list, best first.
  public var order: [Entry]
  /// Chance of no match.
  public var unmatched: Interval
  /// The ranks after which all others together add next to nothing.
  public var addsNothingBeyond: Int
  /// The chance of matching if programs decided independently of one another.
  public var matchIfIndependent: Double
  /// Supplemental lists, one for each advanced program ranked.
  public var supplemental: [Supplement]
  /// Programs left off.
  public var leftOff: [LeftOff]
  /// How the order came about.
  public var finding: Finding
  /// Every other list, tried in the algorithm.
  public var truth: TruthTest
  /// Why the true order is safest, in plain words.
  public var whyTrueOrder: [String]
  /// What the list comes to, in sentences.
  public var summary: [String]
  /// What the NRMP asks for the ranks beyond those in its registration fee, in dollars; nil where it
  /// is not known.
  public var rankFees: Int?
  /// Published figures on lengths of lists.
  public var published: [Published]
  /// The couple's joint list.
  public var couple: RankCouple?
  /// Rules of ranking.
  public var rules: [String]
  /// Where figures come from.
  public var sources: [Source]
  /// What is assumed.
  public var assumptions: [Assumption]
  /// What to heed.
  public var warnings: [String]
}

/// A couple's joint rank order list.
public struct RankCouple: Sendable, Hashable, Codable {
  /// One partner.
  public struct Partner: Sendable, Hashable, Codable {
    /// The name.
    public var name: String
    /// Chance of matching alone, by the own list.
    public var matchAlone: Double
    /// Chance of matching by the joint list.
    public var matchInCouple: Double
    /// Different programs on the joint list.
    public var programs: Int
    /// What the NRMP asks for those beyond the ones in its registration fee; nil where not known.
    public var rankFees: Int?
  }

  /// One line: what each partner enters there; nil is the No Match code.
  public struct Pair: Sendable, Hashable, Codable {
    /// Its place, from 1.
    public var rank: Int
    /// The first partner's program.
    public var first: String?
    /// The second partner's.
    public var second: String?
    /// Whether the two are near each other.
    public var isTogether: Bool
    /// Chance of landing here.
    public var landing: Double
  }

  /// The first partner, whose file was given first.
  public var first: Partner
  /// The second partner.
  public var second: Partner
  /// The joint list, best first.
  public var pairs: [Pair]
  /// Pairs that could be made.
  public var possiblePairs: Int
  /// Pairs that the NRMP takes.
  public var mostPairs: Int
  /// Chance that both match.
  public var both: Double
  /// Chance that both match near each other.
  public var together: Double
  /// Chance that one alone matches.
  public var onlyOne: Double
  /// Chance that neither matches.
  public var neither: Double
  /// Standard error of these chances, which come from drawn seasons.
  public var standardError: Double
  /// What it comes to, in sentences.
  public var summary: [String]
}
