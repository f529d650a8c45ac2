import Advising
import ApplicantFile
import MatchFacts
import MatchOdds
import ScoreReading
import Testing

@Suite("Every program of a file's specialties")
struct ProgramOddsTests {
  private static let twoSpecialties = """
    type: us-do
    step1: 236
    step2ck: 224
    comlex_level2: 520
    senior: true
    specialties: [Psychiatry, Neurology]
    limits: {applications: 25}
    """

  private func answer(_ applicant: Applicant, _ specialty: Specialty? = nil) throws
    -> ProgramOddsAnswer
  {
    try Desk.opened.get().advisor.programOdds(
      for: applicant, specialty: specialty, asOf: try #require(Desk.day))
  }

  @Test("are all there, each once")
  func complete() throws {
    let applicant = try Desk.applicant(Self.twoSpecialties)
    let codes = try answer(applicant).programs.map(\.code)
    let directory = try Desk.opened.get().facts.programs()
    let expected = applicant.specialties.flatMap { directory.programs(of: $0.specialty) }
    #expect(codes.count > 200 && Set(codes).count == codes.count)
    #expect(Set(codes) == Set(expected.map(\.code)))
    let neurology = Specialty("Neurology")
    let one = try answer(applicant, neurology).programs
    #expect(one == (try answer(applicant).programs.filter { $0.specialty == neurology }))
    #expect(!one.isEmpty)
  }

  @Test(
    "have the chances and the standing of the list, a drop in scores read alike",
    arguments: ["internal-medicine-252-245", "dermatology-255-241", nil])
  func sameAsTheList(name: String?) throws {
    let applicant = try name.map(Desk.example) ?? Desk.applicant(Self.twoSpecialties)
    let list = try Desk.advise(applicant).list.programs
    let programs = try answer(applicant).programs
    let byCode = Dictionary(uniqueKeysWithValues: programs.map { ($0.code, $0) })
    #expect(!list.isEmpty)
    for entry in list {
      let odds = try #require(byCode[entry.code])
      #expect(odds.interview[entry.signal] == entry.interview)
      #expect(odds.match[entry.signal] == entry.match)
      #expect(odds.standing.estimate == entry.standing.estimate)
      #expect(odds.standing.percentile == entry.standing.percentile)
      if entry.signal == .none { #expect(odds.group == entry.group) }
    }
  }

  @Test("have the chances of the program's own page")
  func sameAsThePage() throws {
    let applicant = try Desk.applicant(Self.twoSpecialties)
    let advisor = try Desk.opened.get().advisor
    let day = try #require(Desk.day)
    let directory = try Desk.opened.get().facts.programs()
    for odds in try answer(applicant).programs where odds.code.hasSuffix("60C0") {
      let program = try #require(directory[odds.code])
      let found = try advisor.outlook(of: applicant, at: program, asOf: day)
      let outlook = try #require(found)
      #expect(outlook.odds == odds && outlook.isTarget)
    }
    let other = try #require(directory.programs(of: Specialty("Dermatology")).first)
    let found = try advisor.outlook(of: applicant, at: other, asOf: day)
    let outlook = try #require(found)
    #expect(!outlook.isTarget && outlook.odds.interview.none.estimate > 0)
  }

  @Test("stand without a chance, and with the reason, where a requirement rules them out")
  func ruledOut() throws {
    let applicant = try Desk.applicant(Self.twoSpecialties)
    let programs = try answer(applicant).programs
    let closed = try #require(programs.first).code
    let known = try #require(programs.last).code
    var minimum = ProgramEvidence(code: closed, origin: "my table")
    minimum.minimumStep2CK = 260
    var median = ProgramEvidence(code: known, origin: "my table")
    median.medianStep2CK = 262
    let advisor = try Advisor(
      facts: try Desk.opened.get().facts, rules: try AdviceRules.load(),
      parameters: try OddsParameters.shipped(), figures: [closed: minimum, known: median])
    let after = try advisor.programOdds(for: applicant, asOf: try #require(Desk.day)).programs
    #expect(after.map(\.code) == programs.map(\.code))
    let out = try #require(after.first)
    #expect(!out.isEligible && out.group == nil && out.ruledOutBy.count == 1)
    #expect(out.ruledOutBy.first?.contains("minimum of 260") == true)
    #expect(out.interview.none.high == 0 && out.match.none.estimate == 0)
    let moved = try #require(after.last)
    let before = try #require(programs.last)
    #expect(moved.standing.estimate > before.standing.estimate + 3)
    #expect(moved.standing.basis == "my table" && before.standing.basis != "my table")
    #expect(moved.interview.none.estimate < before.interview.none.estimate)
    let count = after.count { !$0.isEligible }
    for order in [ProgramOdds.Order.interview, .match] {
      #expect(order.sorted(after).suffix(count).contains { $0.code == closed })
    }
  }

  @Test("stand in the order asked for")
  func orders() throws {
    let programs = try answer(try Desk.example("internal-medicine-252-245")).programs
    func isFalling(_ values: [Double]) -> Bool { zip(values, values.dropFirst()).allSatisfy(>=) }
    for order in ProgramOdds.Order.allCases {
      let sorted = order.sorted(programs)
      #expect(Set(sorted.map(\.code)) == Set(programs.map(\.code)))
      #expect(order.sorted(programs.reversed()) == sorted)
      switch order {
      case .interview: #expect(isFalling(sorted.map(\.interview.none.estimate)))
      case .match: #expect(isFalling(sorted.map(\.match.none.estimate)))
      case .standing: #expect(isFalling(sorted.map(\.standing.estimate)))
      case .name:
        let names = sorted.map { $0.institution.lowercased() }
        #expect(names == names.sorted())
      }
    }
  }

  @Test("are refused for a specialty that the file does not name")
  func foreign() throws {
    let applicant = try Desk.applicant(Self.twoSpecialties)
    let error = #expect(throws: AdviceError.self) {
      try answer(applicant, Specialty("Dermatology"))
    }
    #expect(error?.description.contains("Psychiatry, Neurology") == true)
  }
}
