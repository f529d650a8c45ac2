import ApplicantFile
import ListOptimization
import MatchFacts

extension ScenarioBuilder {
  /// The same wishes a year later, with what a research year adds by our rule; nil where the chance
  /// leaves nothing to gain.
  func researchYear() throws(AdviceError) -> Scenario? {
    guard odds.matchInFirstChoice.estimate < assumptions[.scenarioCeiling] else { return nil }
    let publications = Int(assumptions[.researchPublications])
    let letters = Int(assumptions[.researchLetters])
    var later = applicant
    later.season = applicant.season.map { $0 + 1 }
    // A senior graduates a year later; a graduate's year of graduation stays and lies further back.
    if applicant.isSenior == true { later.graduationYear = applicant.graduationYear.map { $0 + 1 } }
    later.experiences.publications = (applicant.experiences.publications ?? 0) + publications
    later.experiences.research = (applicant.experiences.research ?? 0) + 1
    later.letters.inSpecialty = (applicant.letters.inSpecialty ?? 0) + letters
    later.letters.count = applicant.letters.count.map { min(4, $0 + letters) }
    if let count = later.letters.count, let own = later.letters.inSpecialty, own > count {
      later.letters.inSpecialty = count
    }
    let listing: Listing
    do {
      listing = try Listing(
        advisor: advisor, applicant: later, current: [], readings: readings, season: season + 1,
        purpose: .comparison)
    } catch AdviceError.noPrograms {
      // A year more since graduation may rule out what is left.
      return nil
    }
    let after = listing.builder.odds()
    let change = 100 * (after.matchInFirstChoice.estimate - odds.matchInFirstChoice.estimate)
    let words =
      abs(change) < 0.5
      ? "hardly changes the chance in the first choice"
      : "\(change > 0 ? "raises" : "lowers") the chance in the first choice by "
        + (Format.number(abs(change)) == "1" ? "1 point" : "\(Format.number(abs(change))) points")
    return Scenario(
      name: "A research year, then next season", match: after.match,
      matchInFirstChoice: after.matchInFirstChoice.estimate,
      expectedInterviews: after.expectedInterviews.estimate,
      fees: listing.builder.solution.fee,
      remark:
        "An expert rule, not a measurement: the year adds \(publications) publications, one "
        + "research experience and \(letters) letter from the specialty (assumptions.yaml), and "
        + "\(words). It costs a year of training and of an attending's income later; what it "
        + "costs in dollars is not published here. "
        + (applicant.isSenior == false
          ? "Programs also see one year more since graduation." : "It is done before graduating."))
  }
}
