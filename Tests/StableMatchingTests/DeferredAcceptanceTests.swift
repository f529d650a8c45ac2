import StableMatching
import Testing

/// Markets of every shape that are small enough to list all stable matchings.
private func smallMarkets(_ count: Int, seed: UInt64) -> [RandomMarket] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in
    RandomMarket(
      applicants: .random(in: 0...5, using: &generator),
      programs: .random(in: 1...4, using: &generator), quotas: 0...3,
      oneSided: [0, 0.2, 0.5].randomElement(using: &generator) ?? 0, using: &generator)
  }
}

@Suite("Deferred acceptance")
struct DeferredAcceptanceTests {
  private func programOptimal() -> MatchOptions {
    var options = MatchOptions()
    options.proposing = .programs
    return options
  }

  @Test("Small markets: the best and the worst of all stable matchings for applicants")
  func extremesOfTheLattice() throws {
    for random in smallMarkets(400, seed: 1) {
      let market = try random.market()
      let stable = BruteForce(random).stableAssignments()
      let best = BruteForce.Assignment(try market.match().matching)
      let worst = BruteForce.Assignment(try market.match(programOptimal()).matching)
      #expect(stable.contains(best))
      #expect(stable.contains(worst))
      for other in stable {
        for applicant in random.applicants.indices {
          let list = random.applicants[applicant]
          func place(_ assignment: BruteForce.Assignment) -> Int {
            assignment.primary[applicant].flatMap(list.firstIndex) ?? list.count
          }
          #expect(place(best) <= place(other))
          #expect(place(worst) >= place(other))
        }
      }
    }
  }

  @Test("Thousands of random markets: stable, and the rural hospitals theorem holds")
  func stabilityAndRuralHospitals() throws {
    var generator = SeededGenerator(seed: 2)
    for round in 0..<2_500 {
      let random = RandomMarket(
        applicants: .random(in: 0...30, using: &generator),
        programs: .random(in: 1...12, using: &generator), quotas: 0...(round % 7),
        oneSided: Double(round % 4) * 0.2, using: &generator)
      let market = try random.market()
      let applicants = try market.match().matching
      let programs = try market.match(programOptimal()).matching
      #expect(market.audit(applicants).isStable)
      #expect(market.audit(programs).isStable)
      #expect(applicants.filled == programs.filled)
      #expect(applicants.programs.map { $0 >= 0 } == programs.programs.map { $0 >= 0 })
      for program in random.quotas.indices where applicants.unfilledPositions(at: program) > 0 {
        let one = applicants.applicants(at: program, in: market)
        #expect(one == programs.applicants(at: program, in: market))
      }
    }
  }

  @Test("No single gains by any other list, shorter or in another order")
  func strategyProofness() throws {
    for random in smallMarkets(60, seed: 3) {
      let truth = try random.market().match().matching
      for applicant in random.applicants.indices {
        let wishes = random.applicants[applicant]
        let honest = truth.program(of: applicant).flatMap(wishes.firstIndex) ?? wishes.count
        for lie in sublists(of: Array(random.quotas.indices)) {
          var other = random
          other.applicants[applicant] = lie
          let got = try other.market().match().matching.program(of: applicant)
          #expect(honest <= got.flatMap(wishes.firstIndex) ?? wishes.count)
        }
      }
    }
  }

  /// Every ordered selection.
  private func sublists(of items: [Int]) -> [[Int]] {
    [[]]
      + items.flatMap { head in
        sublists(of: items.filter { $0 != head }).map { [head] + $0 }
      }
  }

  @Test("The order of the applicants in the file does not matter")
  func permutationInvariance() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let random = RandomMarket(
        applicants: 12, programs: 5, quotas: 0...3, using: &generator)
      let order = Array(0..<12).shuffled(using: &generator)
      var renamed = random
      renamed.applicants = order.map { random.applicants[$0] }
      renamed.programs = random.programs.map { list in
        list.map { applicant in order.firstIndex(of: applicant) ?? 0 }
      }
      let one = try random.market().match()
      let other = try renamed.market().match()
      #expect(order.map { one.matching.programs[$0] } == other.matching.programs)
      #expect(one.proposalCount == other.proposalCount)
    }
  }

  @Test("A matching answers who, where, at which rank, and what is unfilled")
  func queries() throws {
    let market = try Market(
      applicants: PreferenceLists([[0, 1], [0], [1, 0], []]),
      programs: PreferenceLists([[1, 0, 2], [0, 2]]), quotas: [1, 3])
    let outcome = try market.match()
    let matching = outcome.matching
    #expect(outcome.status == .stable)
    #expect(outcome.method == .deferredAcceptance)
    #expect(outcome.proposalCount == 4)
    #expect((0..<4).map { matching.program(of: $0) } == [1, 0, 1, nil])
    #expect((0..<4).map { matching.rank(of: $0) } == [2, 1, 1, nil])
    #expect(matching.applicants(at: 1, in: market) == [0, 2])
    #expect(matching.unfilledPositions(at: 0) == 0)
    #expect(matching.unfilledPositions(at: 1) == 1)
    #expect(matching.unfilledPositionCount == 1)
    #expect(matching.matchedCount == 3)
    #expect(matching.unmatchedCount == 1)
    #expect(market.oneSidedEntryCount == 0)
  }

  @Test("Programs cannot propose to couples, and the error says so")
  func programsCannotProposeToCouples() throws {
    let market = try Market(
      applicants: PreferenceLists([[], []]), programs: PreferenceLists([[0, 1]]), quotas: [2],
      couples: [Couple(first: 0, second: 1, ranking: [Couple.Pair(0, 0)])])
    #expect(throws: MatchError.programsCannotPropose(couples: 1, supplementalLists: 0)) {
      try market.match(programOptimal())
    }
  }
}
