public import MatchFacts

/// One applicant's file: what programs see of it, and what the applicant wants.
///
/// Only the degree type, the Step 2 CK result (or COMLEX Level 2 for a DO) and one target specialty
/// are required. Everything else may be missing, and missing means *unknown*: it widens the
/// uncertainty and is listed under what would sharpen the advice. `nil` is unknown, an empty array
/// is "none", so a file can say that there are no red flags.
public struct Applicant: Sendable, Hashable, Codable {
  /// Layout version of the file; 1.
  public var format: Int
  /// The year of the Match applied for; nil is the next one.
  public var season: Int?
  /// Where in the season the applicant stands; nil follows the day.
  public var stage: SeasonStage?
  /// Any name or label; never required, never sent anywhere.
  public var name: String?
  /// Degree and citizenship group.
  public var type: ApplicantType
  /// Whether still in the final year of school (`true`) or graduated (`false`).
  public var isSenior: Bool?
  /// Calendar year of graduation.
  public var graduationYear: Int?
  /// The visa needed, if any.
  public var visa: VisaNeed?
  /// Where an international graduate stands with ECFMG.
  public var ecfmg: ECFMGState?
  /// A first year of residency in the United States; nil is unknown.
  public var firstYear: FirstYear?
  /// Earlier seasons without a match.
  public var earlierSeasons: EarlierSeasons
  /// The medical school.
  public var school: School
  /// USMLE Step 1.
  public var step1: ExamResult?
  /// USMLE Step 2 CK.
  public var step2CK: ExamResult?
  /// COMLEX-USA Level 1 (DO only).
  public var comlexLevel1: ExamResult?
  /// COMLEX-USA Level 2-CE (DO only).
  public var comlexLevel2: ExamResult?
  /// USMLE Step 3, which some graduates take before they match.
  public var step3: ExamResult?
  /// Clerkship grades, shelf results and comments.
  public var clinical: ClinicalRecord
  /// Letters of recommendation.
  public var letters: Letters
  /// Professionalism concerns and other red flags; nil is unknown, empty is none.
  public var redFlags: [RedFlag]?
  /// What may have caused a lower score, in the applicant's own judgement.
  public var scoreCause: ScoreCause?
  /// Research, work, volunteering and honours.
  public var experiences: Experiences
  /// Sub-internships and away rotations.
  public var rotations: [Rotation]?
  /// Months of hands-on US clinical experience (IMGs).
  public var usClinicalMonths: Int?
  /// Months of observerships, which are no hands-on work (IMGs).
  public var observershipMonths: Int?
  /// NRMP codes of home programs; nil is unknown, empty is none.
  public var homePrograms: [String]?
  /// Two-letter states the applicant has ties to (permanent address, family, earlier study).
  public var tieStates: [String]
  /// Target specialties, most wanted first.
  public var specialties: [TargetSpecialty]
  /// Places and kinds of program wanted or refused.
  public var wishes: Wishes
  /// Money and time.
  public var limits: Limits
  /// Application fees of the applicant's own.
  public var fees: OwnFees
  /// Partner's file for a couples' match, as a path relative to this file.
  public var partnerFile: String?
  /// What being together is worth to a couple.
  public var coupleWishes: CoupleWishes
  /// Programs already on the list.
  public var currentList: [ListedProgram]
  /// The applicant's own utility for single programs, by NRMP code, 0 (never) to 1 (dream).
  public var programUtilities: [String: Double]
  /// What the list is for.
  public var aim: Aim

  /// An applicant with the required parts; the rest is unknown.
  public init(
    type: ApplicantType, step2CK: ExamResult? = nil, specialties: [TargetSpecialty]
  ) {
    self.format = 1
    self.type = type
    self.school = School()
    self.earlierSeasons = EarlierSeasons()
    self.fees = OwnFees()
    self.step2CK = step2CK
    self.clinical = ClinicalRecord()
    self.letters = Letters()
    self.experiences = Experiences()
    self.tieStates = []
    self.specialties = specialties
    self.wishes = Wishes()
    self.limits = Limits()
    self.coupleWishes = CoupleWishes()
    self.currentList = []
    self.programUtilities = [:]
    self.aim = .balanced
  }
}
