import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading

/// Compares courses of action: with and without a backup specialty, with a preliminary year.
struct ScenarioBuilder: Sendable {
  var advisor: Advisor
  var applicant: Applicant
  var scores: ScoreProfile
  var season: Int
  var recommended: Listing
  /// The chances of the recommended list.
  var odds: Odds
  /// The day the advice is for.
  var asOf: CalendarDate

  var assumptions: AssumptionTable { advisor.rules.assumptions }

  func scenarios() throws(AdviceError) -> [Scenario] {
    var scenarios = [
      scenario(
        "The recommended list", recommended, odds: odds,
        remark: "What the file asks for." + researchYearRequest)
    ]
    if applicant.specialties.count > 1, let first = applicant.specialties.first {
      var only = applicant
      only.specialties = [first]
      scenarios.append(
        scenario(
          "\(first.specialty) only", try listing(of: only),
          remark: "All applications and attention in the first choice; nothing to fall back on."))
    }
    if let backup = backupSpecialty(), odds.match.estimate < assumptions[.scenarioCeiling] {
      var dual = applicant
      dual.specialties.append(
        TargetSpecialty(specialty: backup, weight: assumptions[.backupWeight]))
      scenarios.append(
        scenario(
          "With \(backup) as backup", try listing(of: dual),
          remark:
            "Dual application: a second statement and letters are needed, and each field may ask "
            + "which one you mean."))
    }
    if odds.match.estimate < assumptions[.scenarioCeiling], !applicant.hasFirstYear {
      var year = applicant
      year.specialties.append(
        TargetSpecialty(
          specialty: Specialty("Transitional Year"), weight: assumptions[.preliminaryWeight],
          tracks: [.categorical, .preliminary]))
      year.specialties.append(
        TargetSpecialty(
          specialty: Specialty("General Surgery"), weight: assumptions[.preliminaryWeight],
          tracks: [.preliminary]))
      do {
        let listing = try listing(of: year)
        scenarios.append(
          scenario(
            "With a preliminary or transitional year", listing,
            remark:
              "Keeps training going and a second try open; it is one year only, and the way on "
              + "from it is not part of this chance."))
      } catch AdviceError.noPrograms {
        // A file that refuses every such program has no such route; the others stand.
      }
    }
    return scenarios
      + (try [advancedWithFirstYear(), researchYear(), soap()].compactMap(\.self))
  }

  /// The backup of the first choice by the rules; nil where the file already has it.
  private func backupSpecialty() -> Specialty? {
    guard let first = applicant.specialties.first?.specialty else { return nil }
    let present = Set(applicant.specialties.map(\.specialty))
    return advisor.facts.specialties.info(first)?.backups.first { !present.contains($0) }
  }

  func listing(of applicant: Applicant) throws(AdviceError) -> Listing {
    try Listing(
      advisor: advisor, applicant: applicant, current: [], scores: scores, season: season,
      purpose: .comparison, reusing: recommended)
  }

  private func scenario(
    _ name: String, _ listing: Listing, odds known: Odds? = nil, remark: String
  ) -> Scenario {
    let odds = known ?? listing.builder.odds()
    return Scenario(
      name: name, match: odds.match, matchInFirstChoice: odds.matchInFirstChoice.estimate,
      expectedInterviews: odds.expectedInterviews.estimate, fees: listing.builder.solution.fee,
      remark: remark)
  }
}
