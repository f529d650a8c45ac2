import Advising
import ApplicantFile
import MatchFacts
import ScoreReading
import Testing

/// The list obeys the limits and answers to changes as an applicant expects.
struct ListTests {
  private func applicant(_ change: (inout Applicant) -> Void = { _ in }) throws -> Applicant {
    var applicant = try Desk.applicant(
      """
      type: us-md
      senior: yes
      step1: {score: 246, date: 2021-05-01}
      step2ck: {score: 240, date: 2026-06-01}
      school: {state: NY}
      specialties: [General Surgery]
      """)
    applicant.aim = .match
    change(&applicant)
    return applicant
  }

  @Test("Fees stay within the budget and follow the published tiers")
  func budget() throws {
    for budget in [0, 55, 330, 500] {
      let advice = try Desk.advise(try applicant { $0.limits.budget = budget })
      #expect(advice.list.fees <= budget)
      let count = advice.list.programs.count
      #expect(advice.list.fees == min(count, 30) * 11 + max(0, count - 30) * 30)
      #expect(advice.list.programs.map(\.fee).reduce(0, +) == advice.list.fees)
    }
  }

  @Test("More money never lowers the list's value")
  func monotone() throws {
    let values = try [110, 220, 330, 660].map { budget in
      try Desk.advise(try applicant { $0.limits.budget = budget }).list.value
    }
    for (less, more) in zip(values, values.dropFirst()) { #expect(more >= less - 1e-9) }
  }

  @Test("Signals stay within the specialty's rule and each is worth something")
  func signals() throws {
    let advice = try Desk.advise(try applicant { $0.limits.applications = 40 })
    let rule = try #require(advice.signals.rules.first)
    #expect(advice.signals.spends.count <= rule.gold + rule.silver + rule.single)
    #expect(!advice.signals.spends.isEmpty)
    for spend in advice.signals.spends {
      #expect(spend.interviewWith > spend.interviewWithout)
      #expect(spend.worth >= -1e-9)
    }
  }

  @Test("Must-have programs are on the list, refused ones and refused states are not")
  func wishes() throws {
    let first = try Desk.advise(try applicant())
    let refused = try #require(first.list.programs.first)
    let all = try Desk.opened.get().facts.programs().programs(of: Specialty("General Surgery"))
    let wanted = try #require(all.last { $0.track == .categorical && $0.state == "TX" })
    let advice = try Desk.advise(
      try applicant {
        $0.wishes.refused = [refused.code]
        $0.wishes.mustHave = [wanted.code]
        $0.wishes.statesRefused = ["OH"]
      })
    let codes = advice.list.programs.map(\.code)
    #expect(codes.contains(wanted.code))
    #expect(!codes.contains(refused.code))
    #expect(!advice.list.programs.contains { $0.state == "OH" })
  }

  @Test("A higher score never lowers the chance of matching")
  func score() throws {
    let chances = try [225, 240, 255, 268].map { score in
      try Desk.advise(
        try applicant {
          $0.step2CK = ExamResult(score: score)
          $0.step1 = ExamResult(score: nil)
          $0.limits.applications = 30
        }
      ).odds.match.estimate
    }
    for (low, high) in zip(chances, chances.dropFirst()) { #expect(high > low) }
  }

  @Test("Correlated answers make the whole list less safe than independent ones would")
  func correlation() throws {
    let advice = try Desk.advise(try applicant { $0.limits.applications = 25 })
    #expect(advice.odds.matchIfIndependent > advice.odds.match.estimate)
    #expect(advice.odds.correlationSentence.contains("%"))
  }

  @Test("The applicant's own list gets safer programs to add, each with a gain")
  func currentList() throws {
    let reaches = try Desk.opened.get().facts.programs().programs(of: Specialty("General Surgery"))
      .filter { $0.state == "MA" && $0.track == .categorical }.prefix(4)
    let advice = try Desk.advise(
      try applicant { $0.currentList = reaches.map { ListedProgram(program: $0.code) } })
    let current = try #require(advice.currentList)
    #expect(current.programs == reaches.count)
    #expect((5...10).contains(current.add.count))
    for change in current.add { #expect(change.gain > 0) }
    #expect(current.match.estimate < advice.odds.match.estimate)
    let taken = Set(reaches.map(\.code))
    #expect(current.add.allSatisfy { !taken.contains($0.code) })
  }

  @Test("The curve of diminishing returns rises and its point of enough is where gains get small")
  func diminishingReturns() throws {
    let returns = try Desk.advise(try applicant { $0.limits.applications = 40 })
      .diminishingReturns
    for (less, more) in zip(returns.points, returns.points.dropFirst()) {
      #expect(more.match >= less.match - 1e-12)
      #expect(more.dollars >= less.dollars)
      #expect(more.applications == less.applications + 1)
    }
    if returns.enough > 0, returns.enough < returns.points.count {
      let next = returns.points[returns.enough].match - returns.points[returns.enough - 1].match
      #expect(next < returns.threshold)
    }
  }

  @Test("The same file gives the same advice")
  func deterministic() throws {
    let file = try applicant { $0.limits.budget = 400 }
    #expect(try Desk.advise(file) == (try Desk.advise(file)))
  }
}
