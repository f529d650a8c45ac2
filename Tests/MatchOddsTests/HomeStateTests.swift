import ApplicantFile
import MatchFacts
import Testing

@testable import MatchOdds

/// A state's own effect, for who is known to come from elsewhere.
@Suite("The state of a program")
struct HomeStateTests {
  private func chance(at state: String, school: String?, _ type: ApplicantType) throws -> Double {
    let directory = [program("A1", state: state), program("B1", state: "TX")]
    var file = applicant(type)
    file.school.state = school
    return try model(directory).odds(
      for: file, in: Specialty("Internal Medicine"), programs: directory
    ).interviewChance(program: 0, tier: 0).estimate
  }

  @Test("counts for a US MD from elsewhere by the rate of those from elsewhere")
  func elsewhere() throws {
    let parameters = try shippedParameters()
    let outside = try #require(parameters.elsewhereEffects["MS"]?.value)
    let all = try #require(parameters.stateEffects["MS"]?["us-md"]?.value)
    #expect(outside < all)
    let unknown = try chance(at: "MS", school: nil, .usMD)
    #expect(try chance(at: "MS", school: "OH", .usMD) < unknown)
    #expect(try chance(at: "MS", school: "MS", .usMD) > unknown)
  }

  @Test("is the same for others wherever their school lies")
  func others() throws {
    #expect(
      try chance(at: "MS", school: "OH", .usDO) == chance(at: "MS", school: nil, .usDO))
  }
}
