import ApplicantFile
import MatchFacts
import Testing

@testable import MatchOdds

@Suite("Odds of a list")
struct ListOddsTests {
  let directory = programs(9)

  func odds(_ score: Int = 240, _ directory: [Program]? = nil) throws -> SpecialtyOdds {
    try model(directory ?? self.directory).odds(
      for: applicant(score: score), in: Specialty("Internal Medicine"),
      programs: directory ?? self.directory)
  }

  func applications(_ count: Int) -> [ListApplication] {
    (0..<count).map {
      ListApplication(program: $0, tier: $0 % 2, preference: Double(($0 * 7) % 5))
    }
  }

  /// Every way the programs could answer, one by one.
  func bruteForce(_ list: ListOdds, cap: Int) -> (match: Double, landing: [Double]) {
    let odds = list.parts[0].odds
    let applications = list.parts[0].applications
    var landing = [Double](repeating: 0, count: applications.count)
    for (node, weight) in list.belief.weights.enumerated() {
      for answers in 0..<(1 << applications.count) {
        var chance = weight
        for (index, application) in applications.enumerated() {
          let p = Array(odds.interview(program: application.program, tier: application.tier))[node]
          chance *= answers & (1 << index) != 0 ? p : 1 - p
        }
        var attended = 0
        var unmatched = 1.0
        for place in list.order where answers & (1 << place.position) != 0 && attended < cap {
          attended += 1
          let application = applications[place.position]
          let take = Array(odds.place(program: application.program, tier: application.tier))[node]
          landing[place.position] += chance * unmatched * take
          unmatched *= 1 - take
        }
      }
    }
    return (landing.reduce(0, +), landing)
  }

  @Test("chances agree with every way the programs could answer", arguments: [1, 2, 4, 9])
  func everyAnswer(cap: Int) throws {
    let list = ListOdds(
      [ListOdds.Part(odds: try odds(), applications: applications(8))], interviewCap: cap)
    let truth = bruteForce(list, cap: cap)
    #expect(abs(list.match - truth.match) < 1e-12)
    for (ours, theirs) in zip(list.landing[0], truth.landing) {
      #expect(abs(ours - theirs) < 1e-12)
    }
  }

  @Test("places add up to the chance of matching, specialties too, with and without a cap")
  func sums() throws {
    let psychiatry = programs(6, "Psychiatry")
    let other = try model(psychiatry).odds(
      for: applicant(score: 240), in: Specialty("Psychiatry"), programs: psychiatry)
    for cap in [nil, 3] as [Int?] {
      let list = ListOdds(
        [
          ListOdds.Part(odds: try odds(), applications: applications(8)),
          ListOdds.Part(odds: other, applications: applications(6)),
        ], interviewCap: cap)
      #expect(abs(list.matchBySpecialty.reduce(0, +) - list.match) < 1e-12)
      #expect(list.matchBySpecialty.allSatisfy { $0 <= list.match })
      #expect(list.matchIfIndependent >= list.match - 1e-9)
    }
  }

  @Test(
    "the interval of the chance and the unseen range hold the chance, and stop short of certainty")
  func spreads() throws {
    for score in [215, 235, 255, 275] {
      let directory = programs(60)
      let list = ListOdds([
        ListOdds.Part(
          odds: try odds(score, directory),
          applications: directory.indices.map { ListApplication(program: $0, tier: 0) })
      ])
      let estimate = list.matchEstimate
      #expect(estimate.low < list.match && list.match < estimate.high && estimate.high < 1)
      #expect(list.unseen.contains(list.match))
      #expect(list.unseen.upperBound <= 1 - list.belief.failure)
    }
  }

  @Test("a count is a distribution with the mean that is told, and its range holds 80 % of it")
  func counts() throws {
    let list = ListOdds([ListOdds.Part(odds: try odds(), applications: applications(9))])
    let count = list.interviews
    #expect(abs(count.distribution.reduce(0, +) - 1) < 2e-3)
    #expect(abs(count.expected - list.interviewsBySpecialty.reduce(0, +)) < 0.05)
    let inside = count.distribution[count.low...count.high].reduce(0, +)
    #expect(inside >= 0.8)
    #expect(PoissonBinomial.distribution([0.5, 0.5]) == [0.25, 0.5, 0.25])
  }

  @Test("invitations raise what is believed of the file, silence and refusals lower it")
  func answers() throws {
    let odds = try odds()
    func list(_ answer: ListApplication.Answer) -> ListOdds {
      var applications = applications(8)
      applications[0].answer = answer
      return ListOdds([ListOdds.Part(odds: odds, applications: applications)])
    }
    let start = list(.awaited(out: 0))
    let invited = list(.invited)
    let silent = list(.awaited(out: 0.9))
    let refused = list(.refused)
    #expect(start.belief == odds.belief)
    // What the other seven bring shows the belief about the file.
    func others(_ list: ListOdds) -> Double { list.invitations[0].dropFirst().reduce(0, +) }
    #expect(others(invited) > others(start))
    #expect(others(silent) < others(start))
    #expect(others(refused) < others(silent))
    #expect(abs(invited.invitations[0][0] - 1) < 1e-12)
    #expect(refused.landing[0][0] == 0)
    #expect(invited.match > start.match && refused.match < start.match)
  }

  @Test("beliefs after an event average to the belief before it")
  func martingale() throws {
    let odds = try odds()
    var applications = applications(8)
    let start = ListOdds([ListOdds.Part(odds: odds, applications: applications)])
    let chance = start.invitations[0][2]
    applications[2].answer = .invited
    let invited = ListOdds([ListOdds.Part(odds: odds, applications: applications)])
    applications[2].answer = .refused
    let refused = ListOdds([ListOdds.Part(odds: odds, applications: applications)])
    // The year that all programs share enters the chance of matching at its mean alone.
    #expect(abs(chance * invited.match + (1 - chance) * refused.match - start.match) < 0.004)
    let strength = { (list: ListOdds) in list.belief.average(list.belief.values) }
    let mean = chance * strength(invited) + (1 - chance) * strength(refused)
    #expect(abs(mean - strength(start)) < 0.01)
  }

  @Test("a waitlist lies between an invitation and a refusal, and what was given up still tells")
  func waitlist() throws {
    let odds = try odds()
    func list(_ answer: ListApplication.Answer, isOpen: Bool = true) -> ListOdds {
      var applications = applications(8)
      applications[2].answer = answer
      applications[2].isOpen = isOpen
      return ListOdds([ListOdds.Part(odds: odds, applications: applications)])
    }
    let waiting = list(.waitlisted(reach: 1, called: 0.15))
    let invited = list(.invited)
    let refused = list(.refused)
    #expect(waiting.invitations[0][2] == 0.15 || abs(waiting.invitations[0][2] - 0.15) < 1e-9)
    #expect(waiting.belief.mean < invited.belief.mean && waiting.belief.mean > refused.belief.mean)
    let declined = list(.invited, isOpen: false)
    #expect(declined.belief == invited.belief)
    #expect(declined.landing[0][2] == 0 && declined.match < invited.match)
  }
}
