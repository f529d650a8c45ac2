import StableMatching
import Testing

@Suite("Explanations")
struct TraceTests {
  /// The example of the NRMP's "Run a Match" sheet.
  private func classic() throws -> NamedMarket {
    var builder = MarketBuilder()
    builder.addApplicant("Anderson", ranking: ["City"])
    builder.addApplicant("Chen", ranking: ["City", "Mercy"])
    builder.addApplicant("Ford", ranking: ["City", "General", "Mercy"])
    builder.addApplicant("Davis", ranking: ["Mercy", "City", "General"])
    builder.addApplicant("Eastman", ranking: ["City", "Mercy", "General"])
    builder.addProgram("Mercy", quota: 2, ranking: ["Chen", "Ford"])
    builder.addProgram(
      "City", quota: 2, ranking: ["Eastman", "Anderson", "Chen", "Davis", "Ford"])
    builder.addProgram("General", quota: 2, ranking: ["Eastman", "Anderson", "Ford", "Davis"])
    return try builder.build()
  }

  private func story(
    of name: String, _ options: MatchOptions = MatchOptions()
  ) throws -> MatchExplanation {
    let named = try classic()
    let applicant = try #require(named.names.applicants.firstIndex(of: name))
    let (outcome, events) = try named.market.matchWithTrace(options)
    return MatchExplanation(
      of: applicant, events: events, outcome: outcome, market: named.market,
      names: named.names)
  }

  @Test("The classic example, told for one applicant")
  func classicExample() throws {
    let chen = try story(of: "Chen")
    #expect(
      chen.steps == [
        "Chen asks for City (choice 1 of 2) and is held for now.",
        "City gives Chen's position to Eastman, whom it prefers.",
        "Chen asks for Mercy (choice 2 of 2) and is held for now.",
      ])
    #expect(chen.result == "Chen is matched to Mercy, choice 2 of 2.")
    let davis = try story(of: "Davis")
    #expect(
      davis.steps == [
        "Davis asks for Mercy (choice 1 of 3) and is rejected: Mercy has not ranked Davis.",
        "Davis asks for City (choice 2 of 3) and is rejected: City is full and prefers all it "
          + "holds, the last of them Chen, to Davis.",
        "Davis asks for General (choice 3 of 3) and is held for now.",
      ])
  }

  @Test("The same example with the programs proposing")
  func programsPropose() throws {
    var options = MatchOptions()
    options.proposing = .programs
    let chen = try story(of: "Chen", options)
    #expect(
      chen.steps == [
        "Mercy offers Chen, its no. 1, a position.",
        "Chen holds the offer of Mercy for now.",
      ])
    #expect(chen.result == "Chen is matched to Mercy, choice 2 of 2.")
  }

  @Test("A couple's way: displaced, partner withdrawn, another pair")
  func coupleStory() throws {
    var builder = MarketBuilder()
    builder.addApplicant("Ann")
    builder.addApplicant("Bob")
    builder.addApplicant("Cy")
    builder.addApplicant("Di")
    builder.addProgram("City", quota: 1, ranking: ["Cy", "Ann"])
    builder.addProgram("Mercy", quota: 1, ranking: ["Bob", "Cy"])
    builder.addProgram("State", quota: 2, ranking: ["Ann", "Bob", "Di"])
    builder.addCouple(
      "Ann", "Bob", ranking: [("City", "Mercy"), ("State", "State"), (nil, "Mercy")])
    builder.addCouple("Cy", "Di", ranking: [("City", "State")])
    let named = try builder.build()
    let (outcome, events) = try named.market.matchWithTrace()
    #expect(outcome.status == .noneExists)
    #expect(outcome.blockingPairs.count == 1)
    #expect(named.market.audit(outcome.matching).blockingPairs == outcome.blockingPairs)
    let story = MatchExplanation(
      of: 1, events: events, outcome: outcome, market: named.market, names: named.names)
    #expect(story.steps.count < 40, "a circle is told once")
    #expect(story.steps.contains { $0.hasSuffix("more times.") })
    #expect(
      Array(story.steps.prefix(3)) == [
        "The couple Ann and Bob asks for City and Mercy (choice 1 of 3) and both are held for now.",
        "City gives Ann's position to Cy, whom it prefers.",
        "Bob gives up the position at Mercy because the partner lost theirs.",
      ])
  }

  @Test("Replaying the events gives the matching")
  func replay() throws {
    var generator = SeededGenerator(seed: 14)
    for round in 0..<200 {
      var random = RandomMarket(
        applicants: 10, programs: 4, quotas: 0...3, couples: round % 3, oneSided: 0.1,
        using: &generator)
      if round % 2 == 0 { random.addSupplements(using: &generator) }
      let market = try random.market()
      let (outcome, events) = try market.matchWithTrace()
      #expect(try outcome == market.match(), "looking on changes nothing")
      guard outcome.method != .exactSearch else { continue }
      var seats: [Int: Set<Int>] = [:]
      for event in events {
        switch event {
        case .held(.applicant(let applicant), let choice),
          .held(.supplement(let applicant, _), let choice):
          if let program = choice.first { seats[program, default: []].insert(applicant) }
        case .held(.couple(let couple), let choice):
          let partners = [market.couples.firsts[couple], market.couples.seconds[couple]]
          for case (let partner, let program?) in zip(partners, [choice.first, choice.second]) {
            seats[program, default: []].insert(Int(partner))
          }
        case .displaced(let applicant, let program, _), .withdrew(let applicant, let program, _):
          seats[program]?.remove(applicant)
        default:
          break
        }
      }
      for program in 0..<4 {
        let held = outcome.matching.applicants(at: program, in: market)
        #expect(Set(held) == seats[program, default: []])
      }
    }
  }
}
