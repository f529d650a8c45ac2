public import ApplicantFile
public import MatchFacts

/// What the user knows of one program: figures imported from a data pack or a file of their own.
///
/// Every field may be missing. A fact from the user beats an estimate.
public struct ProgramEvidence: Sendable, Hashable, Codable {
  /// NRMP code of the program.
  public var code: String
  /// What the figures come from, named wherever one of them is used.
  public var origin: String
  /// Share of applicants interviewed by applicant type.
  public var interviewRateByType: [ApplicantType: Double] = [:]
  /// Share of applicants interviewed by signal tier.
  public var interviewRateBySignal: [ListedProgram.Signal: Double] = [:]
  /// Share interviewed among applicants from a school in the program's state.
  public var interviewRateInState: Double?
  /// Share interviewed among applicants from a school in another state.
  public var interviewRateOutOfState: Double?
  /// Lowest Step 2 CK score considered.
  public var minimumStep2CK: Int?
  /// Usual (median) Step 2 CK score of residents.
  public var medianStep2CK: Int?
  /// Lowest COMLEX Level 2-CE score considered.
  public var minimumComlexLevel2: Int?
  /// Most attempts at any Step or Level accepted.
  public var maximumAttempts: Int?
  /// Most years since graduation accepted.
  public var maximumYearsSinceGraduation: Int?
  /// Months of US clinical experience required.
  public var requiredUSClinicalMonths: Int?
  /// Whether a J-1 visa is accepted.
  public var sponsorsJ1: Bool?
  /// Whether an H-1B visa is sponsored.
  public var sponsorsH1B: Bool?
  /// Whether applicants of a type are considered at all.
  public var accepts: [ApplicantType: Bool] = [:]
  /// Share of residents with a DO degree.
  public var shareOfDOs: Double?
  /// Share of residents who are international graduates.
  public var shareOfIMGs: Double?
  /// Positions offered in a later year than the directory's.
  public var positions: Int?
  /// Applications received.
  public var applicants: Int?
  /// Applicants interviewed.
  public var interviews: Int?

  /// The share of residents that says how open the program is to a type; none says it of US MDs.
  func shareOfResidents(_ type: ApplicantType) -> Double? {
    switch type {
    case .usMD: nil
    case .usDO: shareOfDOs
    case .usIMG, .nonUSIMG: shareOfIMGs
    }
  }

  /// Figures of one program, none known yet.
  public init(code: String, origin: String) {
    self.code = code
    self.origin = origin
  }
}
