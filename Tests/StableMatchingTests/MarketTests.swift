import StableMatching
import Testing

@Suite("Markets")
struct MarketTests {
  private static func market(
    _ applicants: [[Int]], _ programs: [[Int]], _ quotas: [Int], couples: [Couple] = [],
    supplements: [SupplementalList] = [], reversions: [Reversion] = []
  ) throws(MarketError) -> Market {
    try Market(
      applicants: PreferenceLists(applicants), programs: PreferenceLists(programs),
      quotas: quotas, couples: couples, supplements: supplements, reversions: reversions)
  }

  @Test("Every applicant's rank at every program, with one-sided entries marked")
  func ranks() throws {
    let market = try Self.market([[1, 0], [0], [2, 1]], [[1, 0], [2, 1, 0], []], [1, 1, 1])
    #expect(market.ranksAtPrograms == [2, 1, 0, Market.notRanked, 0])
    #expect(market.oneSidedEntryCount == 1)
    #expect(market.positionCount == 3)
  }

  @Test(
    "Lists that form no market are refused with what, where and how to mend it",
    arguments: [
      (
        [[0, 1, 0]], [[0], [0]], [1, 1],
        "applicant 0 ranks program 0 a second time at 3: a list is strict, so each program "
          + "stands on it once; delete one of the two"
      ),
      (
        [[0]], [[0, 0]], [1],
        "program 0 ranks applicant 0 a second time at 2: a list is strict, so each applicant "
          + "stands on it once; delete one of the two"
      ),
      ([[0, 7]], [[0]], [1], "applicant 0 ranks program number 7 at 2, which does not exist"),
      (
        [[], [0, -1]], [[0]], [1],
        "applicant 1 ranks program number -1 at 2, which does not exist"
      ),
      (
        [[0]], [[], [0, 1]], [1, 1], "program 1 ranks applicant number 1 at 2, who does not exist"
      ),
      (
        [[0]], [[0]], [-1],
        "program 0 has the quota -1: a quota is a number from 0 to 1000000"
      ),
      ([[0]], [[0]], [], "0 quotas for 1 programs: give exactly one for each"),
    ] as [([[Int]], [[Int]], [Int], String)])
  func faults(applicants: [[Int]], programs: [[Int]], quotas: [Int], message: String) {
    let error = #expect(throws: MarketError.self) {
      try Self.market(applicants, programs, quotas)
    }
    #expect(error?.description == message)
  }

  @Test("Faulty couples are refused")
  func coupleFaults() {
    let pair = Couple.Pair(0, nil)
    let cases: [([[Int]], [Couple], MarketError)] = [
      ([[], []], [Couple(first: 0, second: 5, ranking: [])], .unknownPartner(id: 5, couple: 0)),
      (
        [[], []], [Couple(first: 1, second: 1, ranking: [])],
        .partnerTwice(applicant: 1, couple: 0)
      ),
      (
        [[], [0]], [Couple(first: 0, second: 1, ranking: [])],
        .partnerHasOwnList(applicant: 1, couple: 0)
      ),
      (
        [[], []], [Couple(first: 0, second: 1, ranking: [Couple.Pair(3, 0)])],
        .unknownPairProgram(id: 3, couple: 0, entry: 1)
      ),
      (
        [[], []], [Couple(first: 0, second: 1, ranking: [pair, Couple.Pair(nil, 0), pair])],
        .repeatedPair(couple: 0, entry: 3)
      ),
    ]
    for (lists, couples, expected) in cases {
      let error = #expect(throws: MarketError.self) {
        try Self.market(lists, [[0, 1]], [1], couples: couples)
      }
      #expect(error == expected)
    }
  }

  @Test("Faulty supplemental lists are refused")
  func supplementFaults() {
    let cases: [(SupplementalList, MarketError.SupplementFault)] = [
      (SupplementalList(applicant: 4, advancedProgram: 0, ranking: [1]), .unknownApplicant),
      (SupplementalList(applicant: 0, advancedProgram: 9, ranking: [1]), .unknownProgram),
      (SupplementalList(applicant: 0, advancedProgram: 1, ranking: [0]), .advancedNotRanked),
      (SupplementalList(applicant: 0, advancedProgram: 0, ranking: [1, 1]), .repeatedProgram),
      (SupplementalList(applicant: 0, advancedProgram: 0, ranking: [0]), .containsAdvanced),
    ]
    for (list, fault) in cases {
      let error = #expect(throws: MarketError.self) {
        try Self.market([[0]], [[0], [0]], [1, 1], supplements: [list])
      }
      #expect(error == .supplement(index: 0, reason: fault))
    }
  }

  @Test("Ties are refused with both names")
  func ties() throws {
    var lists = PreferenceLists()
    try lists.append(ranked: [(item: 4, rank: 2), (item: 9, rank: 1)])
    #expect(Array(lists[0]) == [9, 4])
    let error = #expect(throws: TieError.self) {
      try lists.append(ranked: [(item: 4, rank: 1), (item: 9, rank: 1)])
    }
    #expect(
      error?.description
        == "list 1 ranks 4 and 9 both at 1: ties are not accepted; give every entry a rank of "
        + "its own")
  }

  @Test("Misspelled and repeated names are found by the builder")
  func builderFaults() {
    var misspelled = MarketBuilder()
    misspelled.addApplicant("Chen", ranking: ["City", "Merci"])
    misspelled.addProgram("City", quota: 1, ranking: ["Chen"])
    let unknown = #expect(throws: MarketBuilderError.self) { try misspelled.build() }
    #expect(
      unknown?.description
        == "the list of Chen names program \"Merci\" at 2, which was not added: add it or mend "
        + "the spelling")

    var repeated = MarketBuilder()
    repeated.addApplicant("Chen")
    repeated.addApplicant("Chen")
    #expect(throws: MarketBuilderError.repeatedName(.applicant, "Chen")) {
      try repeated.build()
    }
  }

  @Test("The auditor reports what no list allows")
  func violations() throws {
    let couple = Couple(first: 2, second: 3, ranking: [Couple.Pair(0, 0)])
    let market = try Self.market(
      [[0], [0], [], []], [[0, 2, 3], [1]], [1, 1], couples: [couple])
    let matching = Matching(programs: [0, 1, 0, nil], in: market)
    #expect(
      market.audit(matching).violations == [
        .overQuota(program: 0, assigned: 2, quota: 1),
        .notRankedByApplicant(applicant: 1, program: 1),
        .pairNotRanked(couple: 0, first: 0, second: nil),
      ])
    let stranger = Matching(programs: [nil, 0], in: market)
    #expect(
      market.audit(stranger).violations == [.notRankedByProgram(applicant: 1, program: 0)])
  }

  @Test("The auditor finds a planted blocking pair in a large market and explains it")
  func plantedBlock() throws {
    var generator = SeededGenerator(seed: 13)
    let random = RandomMarket(
      applicants: 400, programs: 60, quotas: 0...8, oneSided: 0, using: &generator)
    let market = try random.market()
    let matching = try market.match().matching
    let victim = try #require((0..<400).first { matching.rank(of: $0) == 1 })
    let program = try #require(matching.program(of: victim))
    var planted = (0..<400).map { matching.program(of: $0) }
    planted[victim] = nil
    let audit = market.audit(Matching(programs: planted, in: market))
    #expect(
      audit.blockingPairs.contains { $0.blocker == .applicant(victim) && $0.rank == 1 })
    let sentence = audit.blockingPairs.first { $0.blocker == .applicant(victim) }?
      .explanation(in: market, names: MarketNames())
    #expect(
      sentence
        == "applicant \(victim) prefers program \(program) (choice 1) to what they have now "
        + "(unmatched), and program \(program) has a position for them")
  }
}
