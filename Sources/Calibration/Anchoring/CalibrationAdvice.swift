public import ApplicantFile
public import MatchOdds
import SeasonSimulation

/// The advice as the calibration asks it: the product's own, handed in by whoever runs it, since the
/// calibration knows no advice.
public struct CalibrationAdvice: Sendable {
  /// A program of a recommended list.
  public struct Listed: Sendable, Hashable {
    /// NRMP code.
    public var code: String
    /// Institution.
    public var institution: String
    /// Two-letter state.
    public var state: String?
    /// Reach, target or safety.
    public var group: String
    /// Signal spent, empty for none.
    public var signal: String
    /// Chance of an interview.
    public var interview: Double
    /// Place by standing in its specialty, 0…100.
    public var place: Double

    /// Memberwise.
    public init(
      code: String, institution: String, state: String?, group: String, signal: String,
      interview: Double, place: Double
    ) {
      self.code = code
      self.institution = institution
      self.state = state
      self.group = group
      self.signal = signal
      self.interview = interview
      self.place = place
    }
  }

  /// A recommended list, the program that adds most first, and its chance of matching.
  public struct List: Sendable, Hashable {
    /// Chance of matching.
    public var match: Double
    /// The programs.
    public var programs: [Listed]

    /// Memberwise.
    public init(match: Double, programs: [Listed]) {
      self.match = match
      self.programs = programs
    }
  }

  /// The advice under some parameters.
  public struct Advisor: Sendable {
    /// The chance of matching that it states for a file.
    public var chance: @Sendable (Applicant) throws -> Double
    /// The list that it recommends.
    public var list: @Sendable (Applicant) throws -> List

    /// Memberwise.
    public init(
      chance: @escaping @Sendable (Applicant) throws -> Double,
      list: @escaping @Sendable (Applicant) throws -> List
    ) {
      self.chance = chance
      self.list = list
    }
  }

  /// Opens the advice under some parameters.
  public var advisor: @Sendable (OddsParameters) throws -> Advisor

  /// Memberwise.
  public init(advisor: @escaping @Sendable (OddsParameters) throws -> Advisor) {
    self.advisor = advisor
  }
}
