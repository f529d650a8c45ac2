import ApplicantFile
import ListOptimization
import MatchFacts
import ScoreReading

extension ScenarioBuilder {
  /// The same wishes a year later, with what a research year adds by our rule; nil where the chance
  /// leaves nothing to gain, or the file states nothing that the year would add to.
  ///
  /// What the file does not state stays unknown: counted as zero it would weigh as a lack, and a
  /// year of research would seem to lower the chance.
  func researchYear() throws(AdviceError) -> Scenario? {
    guard odds.matchInFirstChoice.estimate < assumptions[.scenarioCeiling], statesResearch else {
      return nil
    }
    let publications = Int(assumptions[.researchPublications])
    let letters = Int(assumptions[.researchLetters])
    var later = applicant
    later.season = applicant.season.map { $0 + 1 }
    // A senior graduates a year later; a graduate's year of graduation stays and lies further back.
    if applicant.isSenior == true { later.graduationYear = applicant.graduationYear.map { $0 + 1 } }
    later.experiences.publications = applicant.experiences.publications.map { $0 + publications }
    later.experiences.research = applicant.experiences.research.map { $0 + 1 }
    later.letters.inSpecialty = applicant.letters.inSpecialty.map { $0 + letters }
    later.letters.count = applicant.letters.count.map { min(4, $0 + letters) }
    if let count = later.letters.count, let own = later.letters.inSpecialty, own > count {
      later.letters.inSpecialty = count
    }
    let listing: Listing
    do {
      listing = try Listing(
        advisor: advisor, applicant: later, current: [], scores: scores, season: season + 1,
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
        + Format.points(abs(change))
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
          ? "Programs also see one year more since graduation." : "It is done before graduating.")
        + unstated)
  }

  /// What to say where a research year cannot be compared; empty where it can, or need not be.
  var researchYearRequest: String {
    guard odds.matchInFirstChoice.estimate < assumptions[.scenarioCeiling], !statesResearch else {
      return ""
    }
    return " A research year is not compared: state your publications and the letters from the "
      + "specialty in your file (0 where there are none)."
  }

  private var statesResearch: Bool {
    applicant.experiences.publications != nil || applicant.letters.inSpecialty != nil
  }

  /// What of the rule does not count here, since the file leaves it open.
  private var unstated: String {
    var fields: [String] = []
    if applicant.experiences.publications == nil { fields.append("publications") }
    if applicant.experiences.research == nil { fields.append("research experiences") }
    if applicant.letters.inSpecialty == nil { fields.append("letters from the specialty") }
    guard !fields.isEmpty else { return "" }
    return " Your file does not state its \(fields.joined(separator: " and ")), so what the year "
      + "adds there is not counted; state them (0 where there are none) to see it."
  }
}
