import ApplicantFile
import MatchFacts

extension Advisor {
  /// The advice to the couple; nil where no partner's file was given.
  func couple(
    _ applicant: Applicant, _ own: Listing, _ request: Request
  ) throws(AdviceError) -> CoupleAdvice? {
    guard let partner = request.partner else { return nil }
    let season = Season(on: request.asOf, calendar: calendar)
    let name = partner.name ?? "your partner"
    if let theirs = partner.season, theirs != applicant.season ?? season.year {
      throw .partner(
        name: name,
        "applies for the \(theirs) Match, you for \(applicant.season ?? season.year); a couple "
          + "ranks in one Match")
    }
    let other: Listing
    do {
      other = try Listing(
        advisor: self, applicant: partner, current: [],
        scores: try scoreProfile(of: partner, asOf: request.asOf, season: season),
        season: season.year)
    } catch {
      throw .partner(name: name, "\(error)")
    }
    return try CoupleBuilder(
      advisor: self,
      own: .init(applicant: applicant, builder: own.builder, name: applicant.name ?? "You"),
      partner: .init(
        applicant: partner, builder: other.builder, name: partner.name ?? "Your partner"),
      scenarios: request.coupleScenarios
    ).advice()
  }
}
