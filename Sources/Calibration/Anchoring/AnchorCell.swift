import ApplicantFile
import MatchFacts
public import SeasonSimulation
import SmartPickNumerics

/// A published match rate, and the bare files (type, score, specialty, nothing else) whose advice
/// should say it.
public struct AnchorCell: Sendable, Hashable {
  /// What the rate is of.
  public enum Kind: Sendable, Hashable {
    /// One band of Step 2 CK, by its position in `SeasonTally.bands`.
    case band(Int)
    /// All applicants of the type.
    case all
  }

  /// Specialty.
  public var specialty: String
  /// Type; seniors where there are any.
  public var group: SeasonGroup
  /// Band or all.
  public var kind: Kind
  /// Scores that stand for the applicants, each as many as the others.
  public var scores: [Int]
  /// Applications that such applicants usually send in the specialty.
  public var applications: Int
  /// Published rate.
  public var rate: Double
  /// Applicants behind it.
  public var n: Double

  /// The rate's log-odds, drawn half an applicant towards one half.
  var target: Double { logit((n * rate + 0.5) / (n + 1)) }

  /// The bare files, with lists as long as people send.
  var files: [Applicant] {
    scores.map { score in
      var file = Applicant(
        type: group.type, step2CK: ExamResult(score: score),
        specialties: [TargetSpecialty(specialty: Specialty(specialty))])
      if group == .usMD || group == .usDO { file.isSenior = true }
      file.limits.applications = applications
      return file
    }
  }
}
