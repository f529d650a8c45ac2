public import MatchFacts
public import MatchOdds
public import ScoreReading

/// The chances that a list gives.
public struct Odds: Sendable, Hashable, Codable {
  /// One specialty's part.
  public struct BySpecialty: Sendable, Hashable, Codable {
    /// Specialty.
    public var specialty: Specialty
    /// Chance of matching in it, the whole list ranked in order of preference; the sum over
    /// specialties is the chance of matching at all.
    public var match: Interval
    /// Interviews expected from it.
    public var expectedInterviews: Double
    /// Applications in it.
    public var applications: Int
  }

  /// Where the unseen rest of the file puts the chance of matching.
  public struct Unseen: Sendable, Hashable, Codable {
    /// One file in ten like this has a chance below it.
    public var low: Double
    /// One in ten above it.
    public var high: Double
  }

  /// The published match rate of applicants like this one.
  public struct Published: Sendable, Hashable, Codable {
    /// Which applicants a rate counts, and as matched where.
    public enum Basis: String, Sendable, Codable, Hashable {
      /// Those who preferred the specialty, matched in it.
      case preferred
      /// Those who ranked the specialty alone, matched in it.
      case rankedAlone = "ranked alone"
      /// Those who ranked the specialty anywhere on their list, matched in it.
      case rankedAnywhere = "ranked anywhere"
      /// Those of all specialties, matched to any first-year position.
      case anySpecialty = "any specialty"
    }

    /// The rate, 0…1.
    public var rate: Double
    /// Applicants behind it.
    public var n: Int
    /// Their band of Step 2 CK; nil for all scores.
    public var band: String?
    /// Specialty.
    public var specialty: Specialty
    /// Whom it counts, such as "US MD seniors".
    public var type: String
    /// What of them it counts.
    public var basis: Basis = .preferred
    /// Whether the file tells more than its type and score, so that its chance may lie elsewhere.
    public var hasMore = false
    /// Match year or years.
    public var year: String
    /// Where it is published.
    public var citation: Citation
  }

  /// Chance of matching anywhere on the list of people with such a file, with the 80 % interval of
  /// that chance: what the published figures, the year and the model leave open.
  public var match: Interval
  /// Where programs may see more than the file says: the 10th and 90th percentile of the chance over
  /// it.
  public var unseen: Unseen
  /// What would tell where: the answers that move the chance most, most telling first.
  public var telling: [TellingAnswer]
  /// The published rate of applicants like this one; nil where there is none.
  public var published: Published?
  /// The newest rate of the most wanted specialty, beside that of the years which the odds were fitted
  /// to, and how much of the difference the chances take in; nil where none is published.
  public var newest: NewestRate?
  /// Chance of matching in the most wanted specialty.
  public var matchInFirstChoice: Interval
  /// What the chance would be if programs decided independently of each other.
  public var matchIfIndependent: Double
  /// What correlation does, in one sentence.
  public var correlationSentence: String
  /// The number of invitations that such an applicant gets with ``countedApplications``, predicted as
  /// a number: chance included.
  public var interviews: InterviewCount
  /// Applications that ``interviews`` counts for: those of the list the applicant brought, or as many
  /// as the limits allow or as such applicants usually send, to programs of the specialty as they
  /// come.
  public var countedApplications: Int
  /// Invitations that the list would bring, with the ends of their 80 % range.
  public var expectedInterviews: Interval
  /// By specialty, most wanted first.
  public var bySpecialty: [BySpecialty]
  /// What the model cannot know about this file.
  public var caveats: [String]
}

extension Odds {
  /// Answers asked for on the first screen.
  private static let answersAsked = 3

  /// The chances of an evaluated list; `specialties` are those of its parts.
  init(
    _ list: ListOdds, specialties: [Specialty], usual: UsualList, correlationSentence: String,
    caveats: [String]
  ) {
    let counts = list.interviews
    let interviews = list.interviewsBySpecialty
    let bySpecialty = specialties.enumerated().map { part, specialty in
      BySpecialty(
        specialty: specialty, match: Interval(list.matchEstimate(in: part)),
        expectedInterviews: interviews[part],
        applications: list.parts[part].applications.count)
    }
    let match = Interval(list.matchEstimate)
    let unseen = list.unseen
    let expected = interviews.reduce(0, +)
    self.init(
      match: match, unseen: Unseen(low: unseen.lowerBound, high: unseen.upperBound),
      telling: list.tellingAnswers(Self.answersAsked),
      published: nil, newest: nil, matchInFirstChoice: bySpecialty.first?.match ?? match,
      matchIfIndependent: list.matchIfIndependent, correlationSentence: correlationSentence,
      interviews: usual.interviews, countedApplications: usual.applications,
      expectedInterviews: Interval(
        estimate: expected, low: Double(counts.low), high: Double(counts.high)),
      bySpecialty: bySpecialty, caveats: caveats)
  }
}
