import Calibration
import Foundation
import MatchFacts
import MatchOdds
import SeasonSimulation
import Testing

@Suite("Calibration")
struct CalibrationTests {
  /// Some figures that no fit may see.
  func heldOut() throws -> HeldOut {
    try HeldOut(
      csv: """
        kind,specialty,applicant_type
        match_rate,Pediatrics,us-md
        score_bands,Family Medicine,us-md
        contiguous_ranks,Anesthesiology,non-us-img
        """)
  }

  /// The list that ships: what ships is fitted to every table.
  func shippedList() throws -> HeldOut {
    let path = sourceRoot().appendingPathComponent("Calibration/held-out.csv")
    return try HeldOut(csv: String(contentsOf: path, encoding: .utf8))
  }

  @Test("what ships is fitted to every published figure")
  func nothingHeldOut() throws {
    let targets = try CalibrationTargets(facts: try sourceFacts(), heldOut: try shippedList())
    for name in targets.published.rates.keys {
      for group in SeasonGroup.allCases { #expect(!targets.isHeldOut(name, group)) }
      #expect(!targets.heldOut.contains(.scoreBands, name, "us-md"))
    }
  }

  @Test("a held-out band table does not reach the level or the slope of the fit")
  func heldOutIsUnseen() throws {
    let facts = try sourceFacts()
    let list = try heldOut()
    let seen = try CalibrationTargets(facts: facts, heldOut: list)
    var hidden = seen
    for name in seen.bands.keys where list.contains(.scoreBands, name, "us-md") {
      hidden.bands[name] = nil
    }
    #expect(
      hidden.rate("Family Medicine", .usMD)?.total == seen.rate("Family Medicine", .usMD)?.total)
    let (parameters, directory, traits, _) = try smallReal()
    func slope(_ targets: CalibrationTargets) -> Double {
      SeasonFit(
        start: parameters, targets: targets, directory: directory, traits: traits, seed: 1
      ).slopes.pooled()
    }
    #expect(slope(hidden) == slope(seen))
  }

  @Test("published adjusted effects bound what a signal and a place in state may add")
  func publishedEffectsAreRead() throws {
    let targets = try CalibrationTargets(facts: try sourceFacts(), heldOut: try heldOut())
    #expect(targets.largestSignal > 1)
    #expect(targets.largestInState > 0.5)
    #expect(targets.largestSignal > targets.largestInState)
  }

  /// Three real specialties with shipped parameters: small enough for a debug build.
  func smallReal() throws -> (
    SeasonParameters, [Program], ProgramTraitTable, CalibrationTargets
  ) {
    let names: Set<String> = ["Neurological Surgery", "Plastic Surgery", "Otolaryngology"]
    let facts = try sourceFacts()
    let path = sourceRoot().appendingPathComponent(
      "Sources/SeasonSimulation/Resources/season.json"
    ).path
    var parameters = try SeasonParameters.load(path: path)
    parameters.fields = parameters.fields.filter { names.contains($0.key) }
    let programs = try facts.programs()
    let directory = programs.programs.filter { names.contains($0.specialty.name) }
    return (
      parameters, directory, try facts.programTraits(of: programs),
      try CalibrationTargets(facts: facts, heldOut: try shippedList())
    )
  }

  @Test("the shipped season is where the fit comes to rest: a few more steps hardly move it")
  func shippedIsFixedPoint() async throws {
    let (parameters, directory, traits, targets) = try smallReal()
    var fit = SeasonFit(
      start: parameters, targets: targets, directory: directory, traits: traits, seed: 1)
    await fit.run(steps: 3, seasons: 1, threads: 2)
    for (name, field) in parameters.fields {
      let after = try #require(fit.parameters.fields[name])
      #expect(abs(after.scoreSlope / field.scoreSlope - 1) < 0.5, "\(name)")
      for (group, cell) in field.cells where cell.applicants >= 100 {
        let moved = try #require(after.cells[group])
        #expect(abs(moved.rankOffset - cell.rankOffset) < 0.6, "\(name) \(group)")
        #expect(abs(moved.poolRatio / cell.poolRatio - 1) < 0.2, "\(name) \(group)")
      }
    }
  }

  @Test("shipped parameters reproduce fitted US MD match rates")
  func shippedRates() async throws {
    let (parameters, directory, traits, targets) = try smallReal()
    let simulator = SeasonSimulator(
      directory: directory, traits: traits, parameters: parameters, seed: 1)
    let tables = SeasonTables(
      await simulator.tally(seasons: 50..<53, threads: 2), world: simulator.world)
    for name in ["Neurological Surgery", "Plastic Surgery"] {
      let row = try #require(
        tables.matchRateBySpecialtyType.first { $0.specialty == name && $0.type == "us-md" })
      let target = try #require(targets.rate(name, .usMD))
      #expect(abs(row.rate - target.matched / target.total) < 0.08, "\(name)")
    }
  }

  @Test("the shipped odds are what the shipped season gives")
  func shippedOdds() throws {
    let (parameters, directory, traits, targets) = try smallReal()
    let path = sourceRoot().appendingPathComponent("Sources/MatchOdds/Resources/calibration.json")
    let shipped = try OddsParameters.load(path: path.path)
    let derivation = OddsDerivation(
      simulator: SeasonSimulator(
        directory: directory, traits: traits, parameters: parameters, seed: 1),
      targets: targets, directory: directory, traits: traits, rates: nil, offsetDeviations: [:])
    let derived = derivation.parameters(base: shipped, seasons: 1000..<1001)
    for name in parameters.fields.keys {
      let old = try #require(shipped.specialties[name])
      let new = try #require(derived.specialties[name])
      #expect(abs(new.interviewLevel.value - old.interviewLevel.value) < 0.3, "\(name)")
      // Anchoring to bare files moves slopes, within its reach.
      #expect((0.69...1.41).contains(old.scoreSlope.value / new.scoreSlope.value), "\(name)")
      #expect(new.signals.keys == old.signals.keys, "\(name)")
      #expect(abs(new.placeStrength.value / old.placeStrength.value - 1) < 0.6, "\(name)")
    }
  }

  @Test("a broken list of held-out figures names its line")
  func brokenList() {
    #expect(throws: CalibrationError.self) {
      _ = try HeldOut(csv: "kind,specialty,applicant_type\nnonsense")
    }
  }
}
