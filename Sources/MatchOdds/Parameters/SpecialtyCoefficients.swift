public import ApplicantFile
import MatchFacts

/// The coefficients of one specialty; log-odds unless said otherwise.
public struct SpecialtyCoefficients: Sendable, Hashable, Codable {
  /// Log-odds of an interview for a US MD senior of average file at the reference score, from
  /// another state, without a signal, at an average program.
  public var interviewLevel: Coefficient
  /// What each applicant type adds to ``interviewLevel``; 0 for US MD.
  public var typeOffsets: [String: Coefficient]
  /// Step 2 CK score at which the score adds nothing, the mean of this specialty's applicants.
  public var referenceScore: Coefficient
  /// What ten points of Step 2 CK add, averaged over the programs' attitudes.
  public var scoreSlope: Coefficient
  /// What one point of Step 2 CK adds by which a program's standing lies above that of the
  /// specialty's mean program: the bar rises with it, so it is negative.
  public var standing: Coefficient
  /// What one standard deviation of the unobserved strength of the file adds.
  public var strengthLoading: Coefficient
  /// What each signal tier the specialty has adds, by tier name.
  public var signals: [String: Coefficient]
  /// What a medical school in the program's state adds.
  public var inState: Coefficient
  /// Standard deviation over programs of what is specific to one, by applicant type.
  public var programSpread: [String: Coefficient]
  /// Log-odds that a program would take an interviewed applicant of average file, by type.
  public var placeLevel: [String: Coefficient]
  /// What one unit of interview log-odds (score, place, evidence) adds at the second stage.
  public var placeMargin: Coefficient
  /// What one standard deviation of the unobserved strength adds at the second stage.
  public var placeStrength: Coefficient
  /// Median Step 2 CK of those who matched: what a program's own median is compared with.
  public var matchedScore: Coefficient
  /// Mean of abstracts, presentations and publications among those who matched.
  public var publications: Coefficient
  /// Mean log-odds of the interview rates that programs report, by applicant type, signal tier,
  /// `inState` and `outOfState`, and of the shares of residents (`residentsDO`, `residentsIMG`):
  /// what an imported figure is compared with.
  public var rateReferences: [String: Coefficient]
  /// Weight of the score in this specialty, 1 (light) to 5 (obsessed); shifts the attitudes' shares.
  public var scoreWeight: Int
  /// Applications that an applicant usually sends, by type.
  public var usualApplications: [String: Coefficient]

  /// The signal tiers of the specialty, "none" first, then from weak to strong.
  public var tiers: [ListedProgram.Signal] {
    let order: [ListedProgram.Signal] = [.single, .silver, .gold]
    return [.none] + order.filter { signals[$0.rawValue] != nil }
  }
}
