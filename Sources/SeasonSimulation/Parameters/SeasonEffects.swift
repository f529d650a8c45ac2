/// Effects that all specialties share.
///
/// Each is a value with its basis in ``notes``; log-odds of an invitation unless said otherwise.
public struct SeasonEffects: Sendable, Hashable, Codable {
  /// What one standard deviation of the unobserved strength adds to an invitation.
  public var strengthLoading = 1.3
  /// Slope of the score for DO, as a share of US MD's.
  public var slopeDO = 0.8
  /// Slope of the score for IMGs, as a share of US MD's.
  public var slopeIMG = 0.55
  /// Standard deviation over programs of their liking for DOs against MDs, what ``openness``
  /// explains included.
  public var tasteDO = 0.9
  /// Standard deviation over programs of their liking for IMGs against MDs, the same.
  public var tasteIMG = 1.2
  /// Shares of score-obsessed, balanced and score-light programs at middling weight.
  public var attitudeShares = [0.2, 0.5, 0.3]
  /// Change of the log of each share with one step of the specialty's score weight.
  public var attitudeByWeight = [0.45, 0, -0.35]
  /// Factor on the slope by attitude.
  public var attitudeSlopes = [1.2, 1, 0.8]
  /// Floor by attitude, in points from the reference score.
  public var attitudeFloors: [Double] = [-18, -32, -40]
  /// Width of the floor by attitude, in points.
  public var attitudeWidths = [2.5, 5, 3]
  /// What goes by the standing of programs.
  public var standing = StandingEffects()
  /// Whom programs are open to, by what public figures tell of them.
  public var openness = OpennessEffects()
  /// What a program in the school's state adds to an applicant's preference.
  public var homeTaste = 0.7
  /// How much more often programs in the own state are applied to.
  public var homeApplications = 2.5
  /// Share of US students whose school has a program of its own in the specialty.
  public var homeShare = 0.7
  /// What being a student of the program's own school adds to an invitation; the calibration takes
  /// the odds' value.
  public var homeProgram = 0.0
  /// What an away rotation at the program adds to an invitation; the calibration takes the odds'
  /// value.
  public var awayRotation = 0.0
  /// Shares of US students with none, one, two … away rotations in the preferred specialty.
  public var awayRotations = [0.3, 0.4, 0.3]
  /// What a rotation adds to the applicant's own liking of the program.
  public var rotationTaste = 0.7
  /// Weight of the score at the rank order list, per unit of its weight for an invitation.
  public var rankScore = 0.7
  /// Weight of the unobserved strength at the rank order list.
  public var rankStrength = 0.6
  /// What a signal adds at the rank order list, as a share of its effect on an invitation.
  public var rankSignal = 0.15
  /// How much an applicant's own liking of a program goes with the program's of the applicant:
  /// shared interests and ties that the file shows, by which signals are self-selected.
  public var mutualFit = 0.4
  /// Factor on the share of applicants with a second specialty, by group.
  public var dualScale: [Double] = [1, 1, 1, 1, 1, 1]
  /// The most interviews an applicant attends.
  public var interviewCap = 20
  /// The rule's cap on applications in one specialty; 0 is none.
  public var applicationCap = 0
  /// Share of the applications sent in the preferred specialty that go to a second one as well.
  public var dualApplications = 0.5
  /// Couples in the Match.
  public var couples = 1258
  /// What being in the same state adds to a couple's pair, in ranks.
  public var coupleTogether = 6.0
  /// Share of graduates and IMGs with training that opens physician-reserved positions.
  public var priorTraining = 0.3
  /// Distance of US IMGs from non-US IMGs on rank order lists.
  public var usIMGDistance = 0.3
  /// Distance of US MD graduates from seniors on rank order lists.
  public var graduateDistance = -1.2
  /// Distance of US DO graduates from seniors on rank order lists.
  public var doGraduateDistance = -1.2
  /// Where each value comes from, by name.
  public var notes: [String: String] = [:]

  /// The values of the first version.
  public init() {}
}
