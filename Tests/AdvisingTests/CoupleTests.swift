import Advising
import ApplicantFile
import MatchFacts
import ScoreReading
import Testing

/// A couple's joint list: consistent figures, each one's limits, the wishes of both.
struct CoupleTests {
  private static let advised = Result { () throws -> CoupleAdvice in
    try couple(try Desk.example("couple-a"), try Desk.example("couple-b"))
  }

  private static func couple(_ own: Applicant, _ partner: Applicant) throws -> CoupleAdvice {
    var request = Advisor.Request(
      asOf: try #require(Desk.day), comparesScenarios: false, partner: partner)
    // A small sample, so that a debug build answers quickly.
    request.coupleScenarios = 256
    let advice = try Desk.opened.get().advisor.advise(own, request)
    return try #require(advice.couple)
  }

  /// Two small files.
  private static func small(
    isSwapped: Bool = false, _ change: (inout Applicant) -> Void = { _ in }
  ) throws -> CoupleAdvice {
    var own = try Desk.applicant(
      """
      type: us-md
      name: A
      senior: yes
      school: {state: CT}
      step2ck: {score: 248, date: 2026-06-01}
      specialties: [Dermatology]
      limits: {applications: 12}
      """)
    change(&own)
    let partner = try Desk.applicant(
      """
      type: us-md
      name: B
      senior: yes
      school: {state: NY}
      step2ck: {score: 241, date: 2026-06-01}
      specialties: [Neurology]
      limits: {applications: 10, interviews: 6}
      """)
    return isSwapped ? try couple(partner, own) : try couple(own, partner)
  }

  @Test("Chances add up, and being together is far likelier than by two lists of one's own")
  func chances() throws {
    let couple = try Self.advised.get()
    let chances = couple.chances
    let sum = chances.both.estimate + chances.onlyOne.estimate + chances.neither.estimate
    #expect(abs(sum - 1) < 1e-9)
    #expect(chances.together.estimate <= chances.both.estimate)
    #expect(chances.together.high <= chances.both.high)
    #expect(chances.together.estimate > couple.apart.together.estimate + 0.3)
    for chance in [chances.both, chances.together, chances.onlyOne, chances.neither] {
      #expect(chance.low <= chance.estimate && chance.estimate <= chance.high)
      #expect(chance.low >= 0 && chance.high <= 1)
    }
    #expect(couple.value <= couple.bound)
    #expect(couple.gap < 0.1)
  }

  @Test("Nobody's preference is better than alone but for the sample's error; the price is told")
  func price() throws {
    let couple = try Self.advised.get()
    for partner in [couple.first, couple.second] {
      #expect(partner.preferenceInCouple <= partner.preferenceAlone + 0.02)
      #expect(couple.summary.contains { $0.contains(partner.name) })
    }
  }

  @Test("Each keeps their own limits, and no program stands twice")
  func limits() throws {
    let couple = try Self.advised.get()
    for partner in [couple.first, couple.second] {
      #expect(partner.fees <= 900)
      #expect(Set(partner.programs.map(\.code)).count == partner.programs.count)
    }
    let small = try Self.small()
    #expect(small.first.programs.count <= 12)
    #expect(small.second.programs.count <= 10)
  }

  @Test("The joint list is ranked by worth and says where the couple lands")
  func pairs() throws {
    let couple = try Self.advised.get()
    #expect(couple.pairs.map(\.rank) == Array(1...couple.pairs.count))
    #expect(couple.pairs.count <= 300)
    #expect(couple.pairs.count < couple.possiblePairs)
    #expect(zip(couple.pairs, couple.pairs.dropFirst()).allSatisfy { $0.worth >= $1.worth })
    let landed = couple.pairs.map(\.landing).reduce(0, +)
    // The chances are of all pairs, and those worth ranking leave little to the rest.
    let everywhere = 1 - couple.chances.neither.estimate
    #expect(landed <= everywhere + 1e-6 && landed > everywhere - 0.05)
    let codes = Set(couple.first.programs.map(\.code))
    #expect(couple.pairs.allSatisfy { $0.first.map { codes.contains($0.code) } ?? true })
    #expect(
      couple.pairs.allSatisfy { ($0.nearness == .alone) == ($0.first == nil || $0.second == nil) })
  }

  @Test("Both files give the same joint list")
  func symmetry() throws {
    #expect(try Self.small() == Self.small(isSwapped: true))
  }

  @Test("The more being together is worth to the file, the likelier it is")
  func wishes() throws {
    var before = -1.0
    for worth in [0.02, 1] {
      let couple = try Self.small { $0.coupleWishes.together = worth }
      #expect(couple.chances.together.estimate >= before - 0.03)
      before = couple.chances.together.estimate
    }
  }

  @Test("What each would get alone does not depend on the wishes as a couple")
  func apart() throws {
    let plain = try Self.small().apart
    let weighed = try Self.small {
      $0.coupleWishes.ownWeight = 0
      $0.coupleWishes.alone = 0
    }.apart
    #expect(weighed == plain)
    #expect(plain.both.estimate > 0)
  }

  @Test("A partner who applies for another Match is refused; differing wishes are warned of")
  func differing() throws {
    var own = try Desk.example("couple-a")
    var partner = try Desk.example("couple-b")
    own.season = 2027
    partner.season = 2026
    #expect {
      _ = try Self.couple(own, partner)
    } throws: { "\($0)".contains("the 2026 Match, you for 2027") }
    own = try Desk.applicant(
      """
      type: us-md
      senior: yes
      step2ck: {score: 248, date: 2026-06-01}
      specialties: [Dermatology]
      limits: {applications: 6}
      """)
    partner = own
    own.coupleWishes.together = 0.4
    partner.coupleWishes.together = 0.6
    partner.coupleWishes.alone = 0.6
    var request = Advisor.Request(
      asOf: try #require(Desk.day), comparesScenarios: false, partner: partner)
    request.coupleScenarios = 64
    let warnings = try Desk.opened.get().advisor.advise(own, request).warnings
    let warning = try #require(warnings.first { $0.contains("different wishes") })
    #expect(warning.contains("together 0.4 and 0.6") && !warning.contains("alone 0.6"))
  }

  @Test("Without a partner's file there is no couple, and a file that names one is told so")
  func alone() throws {
    let advice = try Desk.advise(try Desk.example("couple-a"))
    #expect(advice.couple == nil)
    #expect(advice.warnings.contains { $0.contains("names a partner") })
  }

  @Test("What is wrong with the partner's file is said of the partner's file")
  func partnerError() throws {
    var partner = try Desk.example("couple-b")
    partner.step2CK = nil
    partner.comlexLevel2 = nil
    let error = #expect(throws: AdviceError.self) {
      _ = try Self.couple(try Desk.example("couple-a"), partner)
    }
    #expect(error?.description.contains("partner's file") == true)
  }
}
