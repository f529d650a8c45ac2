import MatchFacts
import SeasonSimulation
import Testing

@Suite("Season")
struct SeasonSimulatorTests {
  @Test("the same seed gives the same seasons on any number of threads")
  func threads() async {
    let simulator = SmallMarket.simulator()
    let one = await simulator.tally(seasons: 0..<4, threads: 1)
    let three = await simulator.tally(seasons: 0..<4, threads: 3)
    #expect(one == three)
    let other = await SmallMarket.simulator(seed: 4).tally(seasons: 0..<4, threads: 1)
    #expect(one != other)
  }

  @Test("shards add up to exactly the unsharded document")
  func shards() async throws {
    let simulator = SmallMarket.simulator()
    let whole = SeasonDocument(
      seasons: 5, seed: 3, rule: nil, tally: await simulator.tally(seasons: 0..<5, threads: 1),
      baseline: nil, world: simulator.world)
    var parts: [SeasonDocument] = []
    for number in 1...2 {
      let mine = (0..<5).filter { $0 % 2 == number - 1 }
      parts.append(
        SeasonDocument(
          seasons: 5, seed: 3, rule: nil, tally: await simulator.tally(seasons: mine, threads: 2),
          baseline: nil, world: simulator.world, shard: (number, 2)))
    }
    let merged = try SeasonDocument.merge(parts.reversed(), world: simulator.world, rule: nil)
    #expect(merged == whole)
    #expect(throws: ShardError.self) {
      _ = try SeasonDocument.merge([parts[0]], world: simulator.world, rule: nil)
    }
    #expect(throws: ShardError.self) {
      _ = try SeasonDocument.merge([parts[0], parts[0]], world: simulator.world, rule: nil)
    }
  }

  @Test("nobody is matched twice and no program beyond its quota")
  func feasible() {
    let simulator = SmallMarket.simulator()
    let tables = SeasonTables(simulator.tally(season: 0), world: simulator.world)
    #expect(tables.positions.count == 2)
    for row in tables.positions {
      #expect(row.filled <= Double(row.offered))
      #expect(row.filled > 0)
    }
    for row in tables.matchRateBySpecialtyType {
      #expect(row.matched <= row.applicants)
    }
    for row in tables.interviewRates {
      #expect(row.p10 <= row.p50 && row.p50 <= row.p90 && row.p90 <= 1)
    }
    #expect(tables.couples.couples == 6)
  }

  @Test("signals, the own state and the type count as they should")
  func directions() async throws {
    let simulator = SmallMarket.simulator()
    let tally = await simulator.tally(seasons: 0..<6, threads: 2)
    let tables = SeasonTables(tally, world: simulator.world)
    func rate(_ column: String) throws -> Double {
      try #require(
        tables.interviewRates.first { $0.specialty == "Medicine" && $0.column == column }
      ).mean
    }
    #expect(try rate("signal") > rate("none"))
    #expect(try rate("inState") > rate("outOfState"))
    #expect(try rate("usMd") > rate("nonUsImg"))
    let bands = tables.matchRateByStep2Band.filter {
      $0.specialty == "Surgery" && $0.type == "us-md" && $0.n >= 5
    }
    let first = try #require(bands.first)
    let last = try #require(bands.last)
    #expect(last.rate > first.rate)
  }

  @Test("more positions match more applicants, with the same luck")
  func positions() async throws {
    let few = SmallMarket.simulator { $0.fields["Surgery"]?.positions = 75 }
    let many = SmallMarket.simulator { $0.fields["Surgery"]?.positions = 110 }
    let before = await few.tally(seasons: 0..<3, threads: 2)
    let after = await many.tally(seasons: 0..<3, threads: 2)
    let first = SeasonTables(before, world: few.world)
    let second = SeasonTables(after, world: many.world)
    let a = try #require(
      first.matchRateBySpecialtyType.first { $0.specialty == "Surgery" && $0.type == "us-md" })
    let b = try #require(
      second.matchRateBySpecialtyType.first { $0.specialty == "Surgery" && $0.type == "us-md" })
    #expect(b.rate > a.rate + 0.05)
  }

  @Test("a rule that changes nothing has no effect at all")
  func commonLuck() async throws {
    let catalog = try sourceFacts().specialties
    let rule = try SeasonRule("cap=400", specialties: catalog)
    let simulator = SmallMarket.simulator()
    let changed = SeasonSimulator(
      directory: SmallMarket.directory, traits: SmallMarket.traits,
      parameters: rule.apply(to: SmallMarket.parameters), seed: 3)
    let baseline = await simulator.tally(seasons: 0..<2, threads: 2)
    let tally = await changed.tally(seasons: 0..<2, threads: 2)
    let document = SeasonDocument(
      seasons: 2, seed: 3, rule: rule, tally: tally, baseline: baseline, world: simulator.world)
    let effects = try #require(document.ruleEffects)
    #expect(!effects.isEmpty)
    #expect(effects.allSatisfy { $0.difference == 0 })
  }

  @Test("a cap on applications changes who interviews where")
  func cap() async throws {
    let catalog = try sourceFacts().specialties
    let rule = try SeasonRule("cap=5,interviewCap=3", specialties: catalog)
    let changed = SeasonSimulator(
      directory: SmallMarket.directory, traits: SmallMarket.traits,
      parameters: rule.apply(to: SmallMarket.parameters), seed: 3)
    let tally = await changed.tally(seasons: 0..<2, threads: 2)
    for season in tally.seasons {
      for cell in season.cells {
        #expect(cell.ranksMatched.dropFirst(4).allSatisfy { $0 == 0 })
      }
    }
  }

  @Test("a rule that is not understood says what is accepted")
  func badRules() throws {
    let catalog = try sourceFacts().specialties
    for text in ["cap", "cap=0", "cap=x", "caps=3", "signals.IM=1+2+3", "signals.Astrology=3"] {
      #expect(throws: SeasonRuleError.self, "\(text)") {
        _ = try SeasonRule(text, specialties: catalog)
      }
    }
    let rule = try SeasonRule("signals.IM=3+12", specialties: catalog)
    #expect(rule.signals["Internal Medicine"]?.gold == 3)
    #expect(rule.signals["Internal Medicine"]?.silver == 12)
  }
}
