import StableMatching
import Testing

@Suite("Supplemental lists")
struct SupplementsTests {
  @Test("Small markets: stable for advanced and preliminary positions, or blocks are listed")
  func agreesWithTheDefinitions() throws {
    var generator = SeededGenerator(seed: 11)
    var missed = 0
    for round in 0..<400 {
      var random = RandomMarket(
        applicants: 4, programs: 3, quotas: 0...2, couples: round % 4 == 0 ? 1 : 0,
        oneSided: 0.1, using: &generator)
      random.addSupplements(using: &generator)
      let market = try random.market()
      let outcome = try market.match()
      let oracle = BruteForce(random)
      let assignment = BruteForce.Assignment(outcome.matching)
      let audit = market.audit(outcome.matching)
      #expect(audit.violations.isEmpty)
      #expect(audit.blocks(in: market) == oracle.blocks(assignment))
      #expect(audit.isStable == (outcome.status == .stable))
      if outcome.status != .stable {
        if random.supplements.isEmpty { #expect(outcome.status == .noneExists) }
        missed += oracle.stableAssignments().isEmpty ? 0 : 1
      }
    }
    #expect(missed <= 2, "stable matchings that exist are found in nearly all markets")
  }

  @Test("The preliminary year follows the advanced position and is lost with it")
  func advancedAndPreliminary() throws {
    var builder = MarketBuilder()
    builder.addApplicant("Ann", ranking: ["Radiology", "Medicine"])
    builder.addApplicant("Bob", ranking: ["Radiology", "Surgery year"])
    builder.addApplicant("Cy", ranking: ["Transitional year"])
    builder.addProgram("Radiology", quota: 1, ranking: ["Bob", "Ann"])
    builder.addProgram("Medicine", quota: 1, ranking: ["Ann"])
    builder.addProgram("Transitional year", quota: 1, ranking: ["Bob", "Ann", "Cy"])
    builder.addProgram("Surgery year", quota: 1, ranking: ["Bob"])
    for name in ["Ann", "Bob"] {
      builder.addSupplement(of: name, with: "Radiology", ranking: ["Transitional year"])
    }
    let named = try builder.build()
    let (outcome, events) = try named.market.matchWithTrace()
    #expect(outcome.status == .stable)
    #expect(outcome.matching.programs == [1, 0, -1])
    #expect(outcome.matching.supplementalPrograms == [-1, 2, -1])
    #expect(outcome.matching.filled == [1, 1, 1, 0])
    let story = MatchExplanation(
      of: 2, events: events, outcome: outcome, market: named.market, names: named.names)
    #expect(
      story.steps == [
        "Cy asks for Transitional year (choice 1 of 1) and is held for now.",
        "Transitional year gives Cy's position to Bob, whom it prefers.",
        "Cy reaches the end of the list without a position.",
      ])
    #expect(story.result == "Cy is unmatched.")
  }
}

@Suite("Reversions")
struct ReversionsTests {
  private func builder() -> MarketBuilder {
    var builder = MarketBuilder()
    builder.addApplicant("Ann", ranking: ["Medicine"])
    builder.addApplicant("Bob", ranking: ["Medicine"])
    builder.addApplicant("Cy", ranking: ["Medicine", "Primary care"])
    builder.addProgram("Primary care", quota: 3, ranking: ["Cy"])
    builder.addProgram("Medicine", quota: 1, ranking: ["Ann", "Bob", "Cy"])
    return builder
  }

  @Test("Unfilled positions go to the other program, as far as the limit allows")
  func revertUnfilled() throws {
    var limited = builder()
    limited.addReversion(from: "Primary care", to: "Medicine", limit: 1)
    let one = try limited.build().market.match().matching
    #expect(one.programs == [1, 1, 0])
    #expect(one.quotas == [2, 2])

    var unlimited = builder()
    unlimited.addReversion(from: "Primary care", to: "Medicine")
    let market = try unlimited.build().market
    let all = try market.match().matching
    #expect(all.programs == [1, 1, 1])
    #expect(all.quotas == [0, 4])
    #expect(market.audit(all).isStable)
  }

  @Test("Positions are neither made nor lost, and more applicants match")
  func conservation() throws {
    var generator = SeededGenerator(seed: 12)
    for round in 0..<300 {
      var random = RandomMarket(
        applicants: 10, programs: 5, quotas: 0...4, couples: round % 3, oneSided: 0.2,
        using: &generator)
      let before = try random.market().match()
      random.reversions = [
        Reversion(from: 0, to: 1), Reversion(from: 1, to: 2, limit: 2),
        Reversion(from: 0, to: 3), Reversion(from: 3, to: 2),
      ]
      let market = try random.market()
      let after = try market.match()
      #expect(after.matching.quotas.reduce(0, +) == before.matching.quotas.reduce(0, +))
      #expect(market.audit(after.matching).isStable == (after.status == .stable))
      if random.couples.isEmpty {
        #expect(after.matching.matchedCount >= before.matching.matchedCount)
        for applicant in 0..<10 {
          let had = before.matching.rank(of: applicant) ?? Int.max
          #expect(after.matching.rank(of: applicant) ?? Int.max <= had)
        }
      }
    }
  }

  @Test("A circle of reversions is refused")
  func circle() {
    var circular = builder()
    circular.addReversion(from: "Primary care", to: "Medicine")
    circular.addReversion(from: "Medicine", to: "Primary care")
    #expect(throws: MarketBuilderError.self) { try circular.build() }
    let message = #expect(throws: MarketBuilderError.self) { try circular.build() }
    #expect(
      message?.description
        == "reversion 2 closes a circle, so that positions could wander for ever")
  }
}
