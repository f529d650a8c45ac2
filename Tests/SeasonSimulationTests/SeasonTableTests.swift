import Foundation
import MatchFacts
import SeasonSimulation
import Testing

@Suite("Season tables")
struct SeasonTableTests {
  @Test("the document is JSON in the documented layout and survives a round trip")
  func layout() throws {
    let simulator = SmallMarket.simulator()
    let document = SeasonDocument(
      seasons: 1, seed: 3, rule: nil, tally: simulator.tally(season: 0), baseline: nil,
      world: simulator.world)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = try encoder.encode(document)
    #expect(try JSONDecoder().decode(SeasonDocument.self, from: data) == document)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let tables = try #require(object["tables"] as? [String: Any])
    for key in [
      "matchRateBySpecialtyType", "matchRateByStep2Band", "contiguousRanks", "interviewRates",
      "positions", "overall", "couples", "standing",
    ] {
      #expect(tables[key] != nil, "\(key)")
    }
    let band = try #require((tables["matchRateByStep2Band"] as? [[String: Any]])?.first)
    #expect(SeasonTally.bands.contains(try #require(band["band"] as? String)))
  }

  @Test("every specialty of the directory with ten programs is in the shipped season")
  func everySpecialty() throws {
    let facts = try sourceFacts()
    let programs = try facts.programs()
    let directory = programs.programs
    let parameters = try SeasonParameters.load(
      path: sourceRoot().appendingPathComponent("Sources/SeasonSimulation/Resources/season.json")
        .path)
    let world = SeasonWorld(
      directory: directory, traits: try facts.programTraits(of: programs), parameters: parameters,
      seed: 1)
    var counts: [String: Int] = [:]
    for program in directory where program.code != program.acgmeID {
      counts[program.specialty.name, default: 0] += 1
    }
    for (name, count) in counts where count >= 10 {
      #expect(world.specialties.contains(name), "\(name)")
    }
  }
}
