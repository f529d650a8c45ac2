import ApplicantFile
import MatchFacts
import ScoreReading

/// What is published of graduates of US schools, whom the figures of seniors do not describe.
struct GraduateFigures: Sendable {
  var applicant: Applicant
  var matchYear: Int
  var results: MainMatchResults

  private var group: ApplicantGroup? {
    guard applicant.isGraduate(in: matchYear) else { return nil }
    switch applicant.type {
    case .usMD: return .usMDGraduate
    case .usDO: return .usDOGraduate
    case .usIMG, .nonUSIMG: return nil
    }
  }

  /// How such graduates fared in the latest Match with figures; nil for others.
  func sentence() -> String? {
    guard let group, let rate = results.matchRate(of: group),
      let active = results.latest("active_applicants", group: group.rawValue),
      active.year == rate.year
    else { return nil }
    let who = "\(applicant.type.displayName) graduates of earlier years"
    var text =
      "Published of \(who): of \(Format.number(active.value)) in the Match of \(rate.year), "
      + "\(Format.number(rate.value)) % matched to a first-year position in any specialty"
    if let placed = results.latest("placement_rate_active_pct", group: group.rawValue),
      placed.year == rate.year
    {
      text += ", \(Format.number(placed.value)) % with SOAP"
    }
    text += ". Figures of seniors do not describe you."
    for target in applicant.specialties.prefix(1) {
      guard
        let unmatched = results.latest(
          "unmatched_pct_ranked_only_this_specialty", group: group.rawValue,
          specialty: target.specialty)
      else { continue }
      text +=
        " Of those who ranked \(target.specialty) alone, \(Format.number(100 - unmatched.value)) % "
        + "matched (\(unmatched.year))."
    }
    return text
  }

  /// The question and its answer; nil for others.
  func answer() -> Answer? {
    guard let sentence = self.sentence(), let group, let rate = results.matchRate(of: group) else {
      return nil
    }
    return Answer(
      question: "How do graduates fare?",
      short: "\(Format.number(rate.value)) of 100 matched in \(rate.year)", answer: sentence)
  }
}
