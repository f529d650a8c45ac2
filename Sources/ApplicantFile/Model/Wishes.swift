public import MatchFacts

/// A specialty the applicant would train in.
public struct TargetSpecialty: Sendable, Hashable, Codable {
  /// Canonical specialty.
  public var specialty: Specialty
  /// Preference weight relative to the most wanted one, 0…1 (1 for the first choice).
  public var weight: Double
  /// Tracks the applicant would take.
  public var tracks: [Program.Track]

  /// A target, by default the first choice in categorical and primary-care tracks.
  public init(
    specialty: Specialty, weight: Double = 1,
    tracks: [Program.Track] = [.categorical, .primaryCare, .advanced]
  ) {
    self.specialty = specialty
    self.weight = weight
    self.tracks = tracks
  }
}

/// Places and kinds of program wanted or refused.
public struct Wishes: Sendable, Hashable, Codable {
  /// University or community by the institution's kind.
  public enum Setting: String, Sendable, Codable, Hashable, CaseIterable {
    /// University hospital or medical school.
    case university
    /// Community hospital.
    case community
  }

  /// Two-letter states preferred.
  public var statesWanted: [String]
  /// Two-letter states out of the question.
  public var statesRefused: [String]
  /// Cities preferred, as in the directory.
  public var citiesWanted: [String]
  /// Kinds of program preferred; empty is no preference.
  public var settingsWanted: [Setting]
  /// How much a wanted place adds to a program's utility, 0 (nothing) … 1 (everything).
  public var placeWeight: Double
  /// How much a place is worth more with the program's standing, 0 (all alike) … 1; nil leaves it to
  /// the program's assumption.
  public var standing: Double?
  /// NRMP codes that must be on the list.
  public var mustHave: [String]
  /// NRMP codes that must not be on the list.
  public var refused: [String]

  /// No wishes.
  public init() {
    self.statesWanted = []
    self.statesRefused = []
    self.citiesWanted = []
    self.settingsWanted = []
    self.placeWeight = 0.3
    self.mustHave = []
    self.refused = []
  }
}

/// Money and time.
public struct Limits: Sendable, Hashable, Codable {
  /// Dollars for application fees; nil is no limit.
  public var budget: Int?
  /// Most applications in all; nil is no limit.
  public var applications: Int?
  /// Most interviews that can be attended; nil is unknown.
  public var interviews: Int?
  /// Dollars that a point of the chance of matching is worth; nil leaves it to the program.
  public var pointWorth: Int?
  /// Dollars that one's own time for one more application is worth; nil leaves it to the program.
  public var applicationTime: Int?
  /// Whether the AAMC Fee Assistance Program applies.
  public var feeAssistance: Bool

  /// Whether neither a budget nor a number of applications ends the list.
  public var isOpen: Bool { budget == nil && applications == nil }

  /// No limits.
  public init() { self.feeAssistance = false }
}

/// What being together is worth to a couple; nil where the file leaves it to the program.
public struct CoupleWishes: Sendable, Hashable, Codable {
  /// Worth of one city for both, 0…1, beside 1 for both in the programs they want most.
  public var together: Double?
  /// Miles between two cities that still count as together.
  public var commuteMiles: Int?
  /// Share of that worth left in one state, beyond a commute, 0…1.
  public var sameState: Double?
  /// What this partner's preferences count in the joint worth, 0…1; the other's count the rest.
  public var ownWeight: Double?
  /// Share of a place's worth left if the other partner has none, 0…1.
  public var alone: Double?

  /// No wishes of one's own.
  public init() {}
}

/// A program that is already on the applicant's list.
public struct ListedProgram: Sendable, Hashable, Codable {
  /// The signal spent on it.
  public enum Signal: String, Sendable, Codable, Hashable, CaseIterable {
    /// No signal.
    case none
    /// The signal of a specialty that has one tier.
    case single
    /// The lower of two tiers.
    case silver
    /// The higher of two tiers.
    case gold
  }

  /// NRMP code.
  public var program: String
  /// Signal spent on it.
  public var signal: Signal

  /// A listed program.
  public init(program: String, signal: Signal = .none) {
    self.program = program
    self.signal = signal
  }
}
