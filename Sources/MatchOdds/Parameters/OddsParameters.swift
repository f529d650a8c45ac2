import MatchFacts

/// Every number of the odds model; the product's resource `calibration.json`.
public struct OddsParameters: Sendable, Hashable, Codable {
  /// Layout version; 1.
  public var format: Int
  /// What made the file and to what it was fitted.
  public var origin: String
  /// Coefficients that all specialties share, by name; see ``SharedCoefficient``.
  public var shared: [String: Coefficient]
  /// Coefficients by canonical specialty name.
  public var specialties: [String: SpecialtyCoefficients]
  /// Coefficients of a specialty of which nothing is published.
  public var anySpecialty: SpecialtyCoefficients
  /// How programs read scores.
  public var attitudes: [Attitude]
  /// How evidence moves the belief about the file's strength.
  public var evidence: [EvidenceRule]
  /// What a feature of a program adds to the log-odds of an interview, by feature (see
  /// `ProgramTraits`) and applicant type; a feature is counted from its specialty's mean.
  public var programFeatures: [String: [String: Coefficient]]
  /// What the program's state adds beside the features, by state and applicant type.
  public var stateEffects: [String: [String: Coefficient]]
  /// The same for a US MD whose school is known to lie in another state: ``stateEffects`` are of all
  /// US MDs, among whom those of the state's own schools are invited more often.
  public var elsewhereEffects: [String: Coefficient]
  /// How far what is left unknown of two programs of one institution is the same, by applicant type:
  /// a correlation.
  public var institutionShare: [String: Coefficient]

  /// Memberwise.
  public init(
    origin: String, shared: [String: Coefficient], specialties: [String: SpecialtyCoefficients],
    anySpecialty: SpecialtyCoefficients, attitudes: [Attitude], evidence: [EvidenceRule],
    programFeatures: [String: [String: Coefficient]],
    stateEffects: [String: [String: Coefficient]],
    elsewhereEffects: [String: Coefficient] = [:], institutionShare: [String: Coefficient]
  ) {
    self.format = 1
    self.origin = origin
    self.shared = shared
    self.specialties = specialties
    self.anySpecialty = anySpecialty
    self.attitudes = attitudes
    self.evidence = evidence
    self.programFeatures = programFeatures
    self.stateEffects = stateEffects
    self.elsewhereEffects = elsewhereEffects
    self.institutionShare = institutionShare
  }
}

/// The coefficients that all specialties share.
public enum SharedCoefficient: String, Sendable, CaseIterable {
  /// US graduate of an earlier year against a senior.
  case graduate
  /// Each year since graduation beyond the second, for IMGs.
  case yearSinceGraduation
  /// Needing a visa, where the program's policy is not known.
  case visaNeed
  /// Taking nothing but an H-1B, at a program of which nothing says that it sponsors one.
  case h1bUnknown
  /// Ever having failed an exam that was passed later.
  case failedAttempt
  /// What each further failed attempt costs, as a share of the first.
  case furtherAttempt
  /// What one point of a program's standing adds to the cost of each such attempt.
  case failedAttemptByStanding
  /// A DO who took COMLEX only.
  case comlexOnly
  /// An away rotation at the program.
  case awayRotation
  /// The program is the applicant's home program.
  case homeProgram
  /// A tie to the state other than the school.
  case stateTie
  /// Whole reading of a score drop as a signal.
  case dropSignal
  /// Whole reading of a score drop as a problem.
  case dropProblem
  /// A signal's effect at the second stage, as a share of its effect at the first.
  case signalAtSecondStage
  /// An away or home rotation's effect at the second stage.
  case rotationAtSecondStage
  /// Step 2 CK points per point of COMLEX Level 2-CE.
  case comlexSlope
  /// COMLEX Level 2-CE score that answers to `comlexStep2`.
  case comlexCentre
  /// Step 2 CK score that answers to `comlexCentre`.
  case comlexStep2
  /// Standard deviation in points of a Step 2 CK score translated from COMLEX.
  case comlexError
  /// Standard deviation of measurement left in an imported rate by applicant type, log-odds.
  case importedTypeNoise
  /// The same for an imported rate by signal tier or by state.
  case importedOtherNoise
  /// Points by which a program's imported median score strays from what its standing asks for.
  case importedMedianNoise
  /// Points by which a program's minimum score lies below its median.
  case importedMinimumDistance
  /// Standard deviation of that distance over programs, in points.
  case importedMinimumNoise
  /// What one unit of the log-odds of a share of residents says of the log-odds of an invitation.
  case importedResidentsSlope
  /// Standard deviation of what such a share leaves open, log-odds.
  case importedResidentsNoise
  /// Applications of one type behind a program's imported rate, where the pack does not say.
  case importedApplications
  /// Slope of the score for DO, as a share of US MD's.
  case scoreShareDO
  /// Slope of the score for IMGs, as a share of US MD's.
  case scoreShareIMG
  /// Chance that a file fails everywhere for a reason that nothing here shows.
  case unseenFailure
  /// Standard deviation of the second stage's level from program to program.
  case placeSpread
  /// Log-odds of a place, once interviewed, for a type of which a specialty's own are missing.
  case placeLevelOfOthers
  /// How far a program's own liking, which an interview makes likely, counts at the second stage.
  case placeSelection
  /// Standard deviation of what is not known of signals' effects, as a share of the effect.
  case signalUncertainty
  /// Standard deviation, in log-odds, of what the year of the Match and the model leave open of a
  /// specialty's chances.
  case modelError
  /// Standard deviation, in log-odds, of what all programs of a list share in a count of invitations
  /// beside the file's strength: the year, and which programs of their kind people choose.
  case countSpread
  /// What one unit of the log of the number of applications, above what is usual, takes off the
  /// log-odds of an invitation: who sends more is on average a weaker applicant.
  case countByNumber
  /// Share of programs whose screen a file without a Step 2 CK score passes.
  case unscoredPass
}

extension OddsParameters {
  /// A shared coefficient; a file that is read must have them all, and absent ones of parameters
  /// made otherwise count as 0 without uncertainty.
  public subscript(_ name: SharedCoefficient) -> Coefficient {
    shared[name.rawValue]
      ?? Coefficient(0, basis: .assumption, source: "not in the parameter file")
  }
}
