import Foundation
import MatchFacts
import Testing

@Suite("Published figures around standing")
struct StandingFiguresTests {
  let facts: MatchFacts

  init() throws { facts = try Shared.facts }

  @Test func programsOfHigherStandingInviteHigherScoresFromABetterPool() throws {
    let moments = try facts.standingMoments()
    let medians = moments.quarters(of: "median Step 2 CK of invited US MDs").map(\.value)
    #expect(medians == medians.sorted() && medians.count == 4)
    let failed = moments.quarters(of: "share of applicants who ever failed Step 1 or Level 1")
    #expect(failed.map(\.value) == [0.095, 0.080, 0.070, 0.066])
    let applicants = moments.quarters(of: "US MD applicants").map { Int($0.value.rounded()) }
    #expect(applicants == [108, 175, 258, 298])
    #expect(moments.moment("standing index S", .all)?.value == 6.668)
    #expect(moments.moment("standing index S", .standardDeviation)?.value == 4.628)
    #expect(moments.measures.allSatisfy { moments.quarters(of: $0).count == 4 })
  }

  @Test func aStatesShareIsOfItsLatestSeasonWithBothShares() throws {
    let shares = try facts.stateIMGShares()
    let newYork = try #require(shares.latest(of: "NY"))
    #expect(newYork.season == 2021)
    #expect(shares.share(of: .usIMG, in: "NY") == 0.1348)
    #expect(shares.share(of: .nonUSIMG, in: "NY") == 0.2055)
    #expect(shares.share(of: .usMD, in: "NY") == nil)
    #expect(shares.latest(of: "XX") == nil)
    // Every state of the regions has one.
    #expect(try facts.regions().rows.allSatisfy { shares.latest(of: $0.state) != nil })
  }

  @Test func candidatesPerPositionAreLeftOutWhereSourcesDisagree() throws {
    let demand = try facts.specialtyDemand()
    let obstetrics = demand.first { $0.specialty == Specialty("Obstetrics and Gynecology") }
    #expect(obstetrics?.candidatesPerPosition == nil)
    #expect(obstetrics?.candidates == 1886)
    let medicine = demand.first { $0.specialty == Specialty("Internal Medicine") }
    #expect(medicine?.candidatesPerPosition == 1.267)
  }

  @Test func findingsKeepTheirScope() throws {
    let findings = try facts.standingFindings()
    #expect(findings.contains { $0.specialties == [Specialty("Otolaryngology")] })
    #expect(findings.contains { $0.scope == "all" && $0.specialties.isEmpty })
    #expect(findings.allSatisfy { $0.citation.trust != nil })
  }

  @Test func contradictionsAreRefusedWithTheirLine() throws {
    let scratch = try ScratchFacts()
    try scratch.editLine(2, of: "img_share_by_state") {
      $0.replacingOccurrences(of: "AL,2021,27,58,85", with: "AL,2021,27,58,99")
    }
    let share = #expect(throws: FactsError.self) { _ = try scratch.facts.stateIMGShares() }
    #expect(share?.description.hasPrefix("img_share_by_state.csv:2: both kinds") == true)
    try scratch.editLine(2, of: "main_match_2026_by_specialty") {
      $0.replacingOccurrences(of: ",1.304,", with: ",3.104,")
    }
    let demand = #expect(throws: FactsError.self) { _ = try scratch.facts.specialtyDemand() }
    #expect(demand?.description.hasPrefix("main_match_2026_by_specialty.csv:2: ") == true)
    try scratch.editLine(3, of: "institution_standing") {
      $0.replacingOccurrences(of: ",1,0,11,", with: ",1,9,11,")
    }
    let standing = #expect(throws: FactsError.self) {
      _ = try scratch.facts.institutionStandings()
    }
    let message = standing?.description ?? ""
    #expect(message.contains("institution_standing.csv:3") && message.contains("competitive_of_8"))
  }
}
