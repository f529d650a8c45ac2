import Foundation
import MatchFacts
import SeasonSimulation
import Testing

@Suite("Standing in the season")
struct StandingTests {
  /// Neurology alone, with the shipped parameters: small enough for a debug build.
  func neurology(
    _ change: (inout SeasonParameters) -> Void = { _ in }
  ) throws -> (simulator: SeasonSimulator, traits: ProgramTraitTable) {
    let facts = try sourceFacts()
    let programs = try facts.programs()
    let traits = try facts.programTraits(of: programs)
    var parameters = try SeasonParameters.load(
      path: sourceRoot().appendingPathComponent("Sources/SeasonSimulation/Resources/season.json")
        .path)
    parameters.fields = parameters.fields.filter { $0.key == "Neurology" }
    parameters.effects.couples = 0
    change(&parameters)
    let directory = programs.programs.filter { $0.specialty.name == "Neurology" }
    return (
      SeasonSimulator(directory: directory, traits: traits, parameters: parameters, seed: 1), traits
    )
  }

  func rows(
    _ simulator: SeasonSimulator, _ tally: SeasonTally, _ type: ApplicantType
  ) throws -> [SeasonTables.StandingQuarter] {
    let rows = SeasonTables(tally, world: simulator.world).standing.filter {
      $0.specialty == "Neurology" && $0.type == type.rawValue
    }
    try #require(rows.map(\.quarter) == [1, 2, 3, 4])
    return rows
  }

  @Test("quarters are of the standing index, and their figures are means over programs")
  func moments() throws {
    let (simulator, traits) = try neurology()
    var tally = simulator.emptyTally()
    let programs = simulator.world.programs
    let columns = tally.applied.count / programs.count
    let md = SeasonTables.rateColumns.firstIndex(of: "usMd") ?? 0
    let index = ProgramTraits.Feature.allCases.firstIndex(of: .index) ?? 0
    let order = programs.indices.sorted {
      traits[programs[$0].code].features[index] < traits[programs[$1].code].features[index]
    }
    for (place, program) in order.enumerated() {
      tally.applied[program * columns + md] = 4 * (place + 1)
      tally.invited[program * columns + md] = place % 2 == 0 ? place + 1 : 2 * (place + 1)
    }
    for quarter in 0..<4 {
      let row = quarter * 4
      tally.standing.applications[row] = 10
      tally.standing.scores[row] = 10 * (240 + quarter)
      tally.standing.programs[row] = 2
      tally.standing.percentileSums[row * StandingPools.percentiles.count + 2] =
        2 * 10 * (250 + 3 * quarter)
    }
    let rows = try rows(simulator, tally, .usMD)
    #expect(rows.map(\.meanStep2CK) == [240, 241, 242, 243])
    #expect(rows.compactMap(\.medianInvitedStep2CK) == [250, 253, 256, 259])
    for (low, high) in zip(rows, rows.dropFirst()) { #expect(low.applicants < high.applicants) }
    for row in rows { #expect(abs(row.rate - 0.375) < 0.03) }
  }

  @Test("applicants of merit go where standing is, the more so the stronger the sorting")
  func sorting() async throws {
    func rise(_ pull: Double) async throws -> Double {
      let (simulator, _) = try neurology { $0.effects.standing.pullOfMerit = pull }
      let rows = try rows(
        simulator, await simulator.tally(seasons: 0..<3, threads: 2), .usMD)
      return rows[3].meanStep2CK - rows[0].meanStep2CK
    }
    let none = try await rise(0)
    let some = try await rise(0.4)
    let much = try await rise(0.9)
    #expect(abs(none) < 1.5)
    #expect(some > none + 2)
    #expect(much > some + 1)
  }

  @Test("slots that tilt with standing raise rates there, their total unchanged")
  func slots() throws {
    let plain = try neurology { $0.fields["Neurology"]?.slotTilt = 0 }.simulator.world
    let tilted = try neurology { $0.fields["Neurology"]?.slotTilt = 0.3 }.simulator.world
    let before = plain.slots.reduce(0, +)
    let after = tilted.slots.reduce(0, +)
    #expect(abs(Double(after - before)) < 0.02 * Double(before))
    func share(_ isMember: (Double) -> Bool) -> Double {
      let members = plain.programs.indices.filter { isMember(Double(plain.points[$0])) }
      let slots = members.reduce(0) { $0 + plain.slots[$1] }
      return Double(members.reduce(0) { $0 + tilted.slots[$1] }) / Double(max(slots, 1))
    }
    #expect(share { $0 > 4 } > 1)
    #expect(share { $0 < -4 } < 1)
  }

  @Test("the shipped season shows the published figures by quarter of standing")
  func shipped() async throws {
    let (simulator, _) = try neurology()
    let tally = await simulator.tally(seasons: 100..<108, threads: 2)
    let moments = try sourceFacts().standingMoments()
    let names: [(ApplicantType, String)] = [
      (.usMD, "US MD"), (.usDO, "US DO"), (.usIMG, "US IMG"), (.nonUSIMG, "non-US IMG"),
    ]
    for (type, name) in names {
      let published = moments.quarters(of: "\(name) applicants").map(\.value)
      let rows = try rows(simulator, tally, type)
      let scale = published.reduce(0, +) / rows.reduce(0) { $0 + $1.applicants }
      for (row, value) in zip(rows, published) {
        #expect(abs(log(scale * row.applicants / value)) < 0.25, "\(name) \(row.quarter)")
      }
    }
    let rows = try rows(simulator, tally, .usMD)
    let medians = rows.compactMap(\.medianInvitedStep2CK)
    let shift = try #require(medians.last) - (try #require(medians.first))
    #expect(abs(shift - 10.1) < 3)
    #expect(rows[3].rate - rows[0].rate > 0)
    #expect(rows[3].rate - rows[0].rate < 0.13)
    let ofDO = try self.rows(simulator, tally, .usDO)
    #expect(ofDO[3].rate < ofDO[0].rate)
  }

  @Test("with standing, too, threads make no difference")
  func threads() async throws {
    let (simulator, _) = try neurology()
    let one = await simulator.tally(seasons: 0..<2, threads: 1)
    #expect(one == (await simulator.tally(seasons: 0..<2, threads: 2)))
  }
}
