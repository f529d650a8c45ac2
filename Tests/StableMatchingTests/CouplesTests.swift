import StableMatching
import Testing

@Suite("Couples")
struct CouplesTests {
  private static func markets(_ count: Int, seed: UInt64) -> [RandomMarket] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { round in
      RandomMarket(
        applicants: 4 + round % 3, programs: 3, quotas: 0...2, couples: 1 + round % 2,
        oneSided: 0.1, using: &generator)
    }
  }

  @Test("Small markets: a stable matching wherever one exists, a proof where none does")
  func completeOnSmallMarkets() throws {
    var without = 0
    for random in Self.markets(500, seed: 5) {
      let market = try random.market()
      let outcome = try market.match()
      let stable = BruteForce(random).stableAssignments()
      if stable.isEmpty {
        without += 1
        #expect(outcome.status == .noneExists)
        #expect(!outcome.blockingPairs.isEmpty)
      } else {
        #expect(outcome.status == .stable)
        #expect(stable.contains(BruteForce.Assignment(outcome.matching)))
        #expect(outcome.blockingPairs.isEmpty)
      }
    }
    #expect(without > 0, "the sample holds markets without a stable matching")
  }

  @Test("The auditor lists exactly the blocks of the definitions, for any matching")
  func auditorAgreesWithTheDefinitions() throws {
    var generator = SeededGenerator(seed: 6)
    for random in Self.markets(400, seed: 7) {
      let market = try random.market()
      let assignment = anyAssignment(random, using: &generator)
      let matching = Matching(programs: assignment.primary, in: market)
      for seats in Audit.CoupleSeats.allCases {
        let oracle = BruteForce(random, ownSeatsFree: seats == .countAsFree)
        let audit = market.audit(matching, coupleSeats: seats)
        #expect(audit.blocks(in: market) == oracle.blocks(assignment))
      }
    }
  }

  /// An assignment within quotas and lists, mostly unstable.
  private func anyAssignment(
    _ random: RandomMarket, using generator: inout SeededGenerator
  ) -> BruteForce.Assignment {
    let nobody = [Int?](repeating: nil, count: random.applicants.count)
    var assignment = BruteForce.Assignment(primary: nobody, supplemental: nobody)
    var free = random.quotas
    for applicant in random.applicants.indices {
      let wish = random.applicants[applicant].randomElement(using: &generator)
      guard let wish, free[wish] > 0, random.programs[wish].contains(applicant) else { continue }
      assignment.primary[applicant] = wish
      free[wish] -= 1
    }
    for couple in random.couples {
      guard let pair = couple.ranking.randomElement(using: &generator) else { continue }
      let sides = [(couple.first, pair.first), (couple.second, pair.second)]
      var left = free
      for case (let partner, let program?) in sides {
        left[program] -= random.programs[program].contains(partner) ? 1 : 99
      }
      guard left.allSatisfy({ $0 >= 0 }) else { continue }
      free = left
      for (partner, program) in sides { assignment.primary[partner] = program }
    }
    return assignment
  }

  @Test("A couple that counts its own seats as free can block by swapping them")
  func twoDefinitions() throws {
    var builder = MarketBuilder()
    builder.addApplicant("Ann")
    builder.addApplicant("Bob")
    builder.addProgram("City", quota: 1, ranking: ["Bob", "Ann"])
    builder.addProgram("Mercy", quota: 1, ranking: ["Ann", "Bob"])
    builder.addCouple("Ann", "Bob", ranking: [("City", "Mercy"), ("Mercy", "City")])
    let named = try builder.build()
    let swapped = Matching(programs: [1, 0], in: named.market)
    #expect(named.market.audit(swapped).isStable)
    let audit = named.market.audit(swapped, coupleSeats: .countAsFree)
    #expect(
      audit.blockingPairs.map { $0.explanation(in: named.market, names: named.names) } == [
        "the couple Ann and Bob prefers City for Ann and Mercy for Bob (choice 1) to what it has "
          + "now (choice 2), and City has a position for them, and Mercy has a position for them"
      ])
  }

  @Test("Larger markets with many couples: stable, as the auditor confirms")
  func largerMarkets() throws {
    var generator = SeededGenerator(seed: 8)
    for round in 0..<12 {
      let market = try Self.crowded(couples: 10 + 2 * round, using: &generator).market()
      let outcome = try market.match()
      let audit = market.audit(outcome.matching)
      #expect(audit.violations.isEmpty)
      #expect(audit.isStable == (outcome.status == .stable))
      #expect(audit.blockingPairs == outcome.blockingPairs)
    }
  }

  /// 300 applicants for 260 positions, every list within ten of 60 programs.
  static func crowded(
    couples: Int, using generator: inout SeededGenerator
  ) -> RandomMarket {
    var random = RandomMarket(
      applicants: 300, programs: 60, quotas: 2...6, couples: couples, oneSided: 0,
      using: &generator)
    let members = Set(random.couples.flatMap { [$0.first, $0.second] })
    for applicant in random.applicants.indices where !members.contains(applicant) {
      random.applicants[applicant] = Array((0..<60).shuffled(using: &generator).prefix(10))
    }
    random.couples = random.couples.map { couple in
      let one = (0..<60).shuffled(using: &generator).prefix(8)
      let other = (0..<60).shuffled(using: &generator).prefix(8)
      let pairs = one.indices.flatMap { place in
        other.indices.map { (place + $0, Couple.Pair(one[place], other[$0])) }
      }
      return Couple(
        first: couple.first, second: couple.second,
        ranking: pairs.sorted { $0.0 < $1.0 }.map(\.1))
    }
    random.programs = random.programs.map { _ in
      Array(0..<300).shuffled(using: &generator)
    }
    return random
  }

  @Test("Without a stable matching and without exact search the procedure ends and says so")
  func boundedEffort() throws {
    let markets = Self.markets(500, seed: 5)
    let hopeless = try #require(markets.first { BruteForce($0).stableAssignments().isEmpty })
    let market = try hopeless.market()
    var options = MatchOptions()
    options.exactSearchLimit = 0
    let outcome = try market.match(options)
    #expect(outcome.status == .noneFound)
    #expect(outcome.attempts == options.attempts)
    #expect(outcome.blockingPairs == market.audit(outcome.matching).blockingPairs)
    #expect(!outcome.blockingPairs.isEmpty)
    options.steps = 1
    #expect(try market.match(options).status == .noneFound)
  }

  @Test("The same seed gives the same matching")
  func determinism() throws {
    var generator = SeededGenerator(seed: 9)
    let market = try Self.crowded(couples: 40, using: &generator).market()
    #expect(try market.match() == market.match())
  }
}
