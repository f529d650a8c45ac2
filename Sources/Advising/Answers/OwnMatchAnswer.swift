import ApplicantFile
import MatchFacts
import ScoreReading

/// What is published of the matches outside the NRMP, and what is not.
struct OwnMatchAnswer: Sendable {
  var applicant: Applicant
  var figures: OwnMatchFigures
  var matchYear: Int

  /// One answer for each of the file's specialties that matches elsewhere and has figures.
  func answers() -> [Answer] {
    applicant.specialties.compactMap { target in
      sentences(target.specialty).map { text in
        Answer(
          question: "What is published of the match in \(target.specialty.name.lowercased())?",
          short: "Some rates", answer: text)
      }
    }
  }

  /// The published figures in sentences; nil where there are none.
  func sentences(_ specialty: Specialty) -> String? {
    guard let rate = figures.latest("match_pct", in: specialty) else { return nil }
    var parts = [
      "\(Format.number(rate.value, digits: 1)) % of all applicants matched in \(rate.year)"
    ]
    if let own = figures.latest("match_pct", in: specialty, group: group) {
      parts.append("\(Format.number(own.value)) % of \(groupName) in \(own.year)")
    }
    if let seats = figures.latest("positions_offered", in: specialty) {
      parts.append("\(Format.number(seats.value)) positions were offered in \(seats.year)")
    }
    if let matched = figures.latest("step2ck_mean_matched", in: specialty, group: "us_md_senior"),
      let others = figures.latest("step2ck_mean_not_matched", in: specialty, group: "us_md_senior")
    {
      parts.append(
        "US MD seniors who matched had Step 2 CK \(Format.number(matched.value)) in the middle, the "
          + "others \(Format.number(others.value)) (\(matched.year))")
    }
    if let sent = figures.latest("applications_per_applicant", in: specialty),
      let held = figures.latest("interviews_per_applicant", in: specialty)
    {
      parts.append(
        "an applicant sent \(Format.number(sent.value)) applications and had "
          + "\(Format.number(held.value)) interviews (\(sent.year))")
    }
    return parts.joined(separator: "; ")
      + " (\(rate.citation.title)). Not published: the chance by "
      + "score, by number of interviews or ranks, and what a program asks for."
  }

  private var group: String {
    switch applicant.type {
    case .usMD: applicant.isGraduate(in: matchYear) ? "us_md_graduate" : "us_md_senior"
    case .usDO: applicant.isGraduate(in: matchYear) ? "us_do_graduate" : "us_do_senior"
    case .usIMG, .nonUSIMG: "img"
    }
  }

  private var groupName: String {
    switch applicant.type {
    case .usMD, .usDO:
      applicant.type.displayName + (applicant.isGraduate(in: matchYear) ? " graduates" : " seniors")
    case .usIMG, .nonUSIMG: "international graduates"
    }
  }
}
