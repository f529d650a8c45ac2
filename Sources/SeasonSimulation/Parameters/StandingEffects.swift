/// How a season goes by the standing of programs: who applies where, what a program is worth to an
/// applicant, how slots, attitudes and failed exams follow it.
///
/// Standing z is the program's true points of Step 2 CK above its specialty's mean, divided by
/// ``unit``; its place x is that of its index among the specialty's programs, in standard deviations, so
/// that what is known of one specialty's crowd is not stretched in another; merit is that of an applicant among those of its specialty and type, N(0, 1).
public struct StandingEffects: Sendable, Hashable, Codable {
  /// Points of Step 2 CK in one unit of z: the standard deviation of the index over neurology
  /// programs, in points.
  public var unit = 4.17
  /// Beyond it z counts no more, so that far ends of other specialties are not extrapolated to.
  public var largest = 3.0
  /// Weight of the standardized score in merit.
  public var meritScore = 0.82
  /// Weight of the unseen strength in merit.
  public var meritStrength = 0.58
  /// What one unit of x adds to the log of a program's weight among applications, by applicant type.
  public var pull: [String: Double] = [
    "us-md": 0.5, "us-do": -0.05, "us-img": -0.2, "non-us-img": -0.2,
  ]
  /// The same of x squared: who keeps to the middle has a negative one.
  public var curve: [String: Double] = [
    "us-md": -0.1, "us-do": -0.2, "us-img": -0.2, "non-us-img": -0.4,
  ]
  /// What one unit of merit times one of z adds to it.
  public var pullOfMerit = 0.5
  /// Weight of z in an applicant's preferences, the own taste having variance 1.
  public var liking = 0.25
  /// What one unit of merit adds to that weight, as a share of ``pullOfMerit``.
  public var likingOfMerit = 0.4
  /// What the log of a program's positions adds to the log of its weight among applications.
  public var pullOfSize = 1.0
  /// Change of the log of each attitude's share with a point of standing: obsessed, balanced, light.
  public var attitudes = [0.06, 0, -0.06]
  /// Log-odds of ever having failed an exam at middling merit, by applicant type.
  public var failed: [String: Double] = [
    "us-md": -2.8, "us-do": -2.5, "us-img": -1.9, "non-us-img": -2.8,
  ]
  /// What one unit of merit adds to them.
  public var failedByMerit = -0.5
  /// What having failed adds to the log-odds of an invitation at a program of mean standing.
  public var failedAttempt = -1.4
  /// What one unit of z adds to that.
  public var failedAttemptByStanding = -0.4

  /// What one unit of z adds to a signal's effect on the log-odds of an invitation.
  public var signalByStanding = 0.2

  /// The values that the fit starts from.
  public init() {}
}

extension StandingEffects {
  /// What having failed adds to the log-odds of an invitation at a program of standing z; never
  /// more than nothing.
  @inline(__always)
  func failing(at z: Float) -> Float {
    min(Float(failedAttempt) + Float(failedAttemptByStanding) * z, 0)
  }

  /// A signal's effect at a program of standing z; standing moves it by no more than half of it.
  @inline(__always)
  func signal(_ effect: Float, at z: Float) -> Float {
    let half = max(effect, 0) / 2
    return effect + min(max(Float(signalByStanding) * z, -half), half)
  }
}
