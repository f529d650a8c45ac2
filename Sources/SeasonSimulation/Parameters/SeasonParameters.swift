/// What a season is made of: applicants and rules by specialty, and how programs choose.
///
/// The product's resource `season.json`; `smartpick calibrate` writes it. Counts and scores are
/// published figures or derived from them, effects are fitted or assumed; every block says which.
public struct SeasonParameters: Sendable, Hashable, Codable {
  /// Applicants of one group who prefer one specialty.
  public struct Cell: Sendable, Hashable, Codable {
    /// Applicants who certify a rank order list with the specialty first.
    public var applicants: Double
    /// Applicants in ERAS for each one who certifies: those without an interview drop out.
    public var poolRatio: Double
    /// Mean Step 2 CK of the pool.
    public var scoreMean: Double
    /// Standard deviation of Step 2 CK in the pool.
    public var scoreDeviation: Double
    /// Mean number of applications in the specialty.
    public var applications: Double
    /// Log-odds of an invitation against US MD seniors.
    public var interviewOffset: Double
    /// Standing on programs' rank order lists against US MD seniors, in standard deviations of
    /// what an interview adds.
    public var rankOffset: Double
    /// Share that also applies in a second specialty.
    public var dualShare: Double
    /// Where the figures come from, and which are inferred.
    public var source: String

    /// Memberwise.
    public init(
      applicants: Double, poolRatio: Double, scoreMean: Double, scoreDeviation: Double,
      applications: Double, interviewOffset: Double, rankOffset: Double, dualShare: Double,
      source: String
    ) {
      self.applicants = applicants
      self.poolRatio = poolRatio
      self.scoreMean = scoreMean
      self.scoreDeviation = scoreDeviation
      self.applications = applications
      self.interviewOffset = interviewOffset
      self.rankOffset = rankOffset
      self.dualShare = dualShare
      self.source = source
    }
  }

  /// One specialty.
  public struct Field: Sendable, Hashable, Codable {
    /// Positions offered in all, where published; missing quotas share what the known ones leave.
    public var positions: Double?
    /// Interviews held for each position.
    public var interviewsPerPosition: Double
    /// Signals each applicant has: single tier, silver, gold.
    public var singleSignals: Int
    /// Silver signals.
    public var silverSignals: Int
    /// Gold signals.
    public var goldSignals: Int
    /// What a single-tier signal adds, log-odds.
    public var singleEffect: Double
    /// What a silver signal adds.
    public var silverEffect: Double
    /// What a gold signal adds.
    public var goldEffect: Double
    /// What a school in the program's state adds, log-odds.
    public var inState: Double
    /// What one standard deviation of the standing index adds to the log of a program's interview
    /// slots for each position.
    public var slotTilt: Double
    /// Score at which the score adds nothing.
    public var referenceScore: Double
    /// Log-odds of an invitation for ten points, US MD.
    public var scoreSlope: Double
    /// Weight of the score, 1…5.
    public var scoreWeight: Int
    /// Standing below which a program ranks nobody, and rather leaves a position unfilled.
    public var rankFloor: Double
    /// Weight with which applicants elsewhere choose this as their second specialty, by group.
    public var dualInflow: [String: Double]
    /// Applicants by group.
    public var cells: [String: Cell]
    /// Where the figures come from.
    public var source: String

    /// Memberwise.
    public init(
      positions: Double?, interviewsPerPosition: Double, singleSignals: Int, silverSignals: Int,
      goldSignals: Int, singleEffect: Double, silverEffect: Double, goldEffect: Double,
      inState: Double, referenceScore: Double, scoreSlope: Double, scoreWeight: Int,
      rankFloor: Double, dualInflow: [String: Double], cells: [String: Cell], source: String,
      slotTilt: Double = 0
    ) {
      self.positions = positions
      self.slotTilt = slotTilt
      self.interviewsPerPosition = interviewsPerPosition
      self.singleSignals = singleSignals
      self.silverSignals = silverSignals
      self.goldSignals = goldSignals
      self.singleEffect = singleEffect
      self.silverEffect = silverEffect
      self.goldEffect = goldEffect
      self.inState = inState
      self.referenceScore = referenceScore
      self.scoreSlope = scoreSlope
      self.scoreWeight = scoreWeight
      self.rankFloor = rankFloor
      self.dualInflow = dualInflow
      self.cells = cells
      self.source = source
    }
  }

  /// Effects that all specialties share; see ``SeasonEffects``.
  public var effects: SeasonEffects
  /// Layout version; 1.
  public var format: Int
  /// What made the file.
  public var origin: String
  /// Specialties by canonical name.
  public var fields: [String: Field]

  /// Memberwise.
  public init(origin: String, effects: SeasonEffects, fields: [String: Field]) {
    self.format = 1
    self.origin = origin
    self.effects = effects
    self.fields = fields
  }
}
