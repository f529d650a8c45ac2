import ApplicantFile
import Handbook
import MatchFacts

extension Advisor {
  /// The advice to the couple; nil where no partner's file was given.
  func couple(
    _ applicant: Applicant, _ own: Listing, _ request: Request
  ) throws(AdviceError) -> CoupleAdvice? {
    guard let partner = request.partner else { return nil }
    let season = try season(of: applicant, on: request.asOf)
    let name = partner.name ?? "your partner"
    if let theirs = partner.season, theirs != season.year {
      throw .partner(
        name: name,
        "applies for the \(theirs) Match, you for \(season.year); a couple ranks in one Match")
    }
    let other: Listing
    let planned: Applicant
    do {
      planned = try self.planned(partner, asOf: request.asOf)
      other = try Listing(
        advisor: self, applicant: planned, current: [],
        scores: try scoreProfile(of: planned, asOf: request.asOf, season: season),
        season: season.year)
    } catch {
      throw .partner(name: name, "\(error)")
    }
    return try CoupleBuilder(
      advisor: self,
      own: .init(applicant: applicant, builder: own.builder, name: applicant.name ?? "You"),
      partner: .init(
        applicant: planned, builder: other.builder, name: partner.name ?? "Your partner"),
      scenarios: request.coupleScenarios
    ).advice()
  }
}
