import Foundation
import MatchFacts
import SeasonSimulation

/// A market of two specialties that a debug build simulates in a moment.
enum SmallMarket {
  static let directory: [Program] = (0..<60).map { index in
    let isSurgery = index < 25
    return Program(
      code: "P\(100 + index)", specialty: Specialty(isSurgery ? "Surgery" : "Medicine"),
      track: .categorical, name: "Program", institution: "Hospital \(index % 20)", city: "Town",
      state: ["NY", "TX", "OH"][index % 3], acgmeID: nil, acgmeMatch: nil, url: nil,
      positions: isSurgery ? 3 : 8, filled: nil, positionsYear: 2020, fillHistory: [],
      lastListed: 2023, citation: Citation(title: "test", year: "2023", url: ""))
  }

  /// Programs of which nothing is known.
  static let traits = ProgramTraitTable(programs: directory, standing: nil)

  static func cell(
    _ applicants: Double, offset: Double = 0, score: Double = 250
  ) -> SeasonParameters.Cell {
    SeasonParameters.Cell(
      applicants: applicants, poolRatio: 1.1, scoreMean: score, scoreDeviation: 13,
      applications: 15, interviewOffset: offset, rankOffset: offset / 3, dualShare: 0.2,
      source: "test")
  }

  static var parameters: SeasonParameters {
    func field(_ positions: Double, _ cells: [String: SeasonParameters.Cell])
      -> SeasonParameters.Field
    {
      SeasonParameters.Field(
        positions: positions, interviewsPerPosition: 12, singleSignals: 5, silverSignals: 0,
        goldSignals: 0, singleEffect: 1.5, silverEffect: 0, goldEffect: 0, inState: 1,
        referenceScore: 250, scoreSlope: 0.5, scoreWeight: 3, rankFloor: -1.5,
        dualInflow: ["us-md": 1, "non-us-img": 1], cells: cells, source: "test")
    }
    var effects = SeasonEffects()
    effects.couples = 6
    return SeasonParameters(
      origin: "test", effects: effects,
      fields: [
        "Surgery": field(75, ["us-md": cell(100), "non-us-img": cell(40, offset: -2)]),
        "Medicine": field(280, ["us-md": cell(160), "non-us-img": cell(200, offset: -2)]),
      ])
  }

  static func simulator(
    _ change: (inout SeasonParameters) -> Void = { _ in }, seed: UInt64 = 3
  ) -> SeasonSimulator {
    var parameters = parameters
    change(&parameters)
    return SeasonSimulator(
      directory: directory, traits: traits, parameters: parameters, seed: seed)
  }
}

/// The published facts, read from the source tree.
func sourceFacts() throws -> MatchFacts {
  try MatchFacts.load(
    from: sourceRoot().appendingPathComponent("Sources/MatchFacts/Resources").path)
}

/// The root of the source tree.
func sourceRoot() -> URL {
  URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
