import Foundation
import Testing

@testable import MatchFacts

@Suite("Standing of programs")
struct StandingTests {
  let directory: ProgramDirectory
  let table: StandingTable

  init() throws {
    directory = try Shared.directory
    table = try Shared.standing
  }

  private func programs(
    _ specialty: String, at institution: String
  ) -> [(program: Program, standing: ProgramStanding)] {
    directory.programs(of: Specialty(specialty)).filter { $0.institution == institution }
      .compactMap { program in table.standing(of: program).map { (program, $0) } }
  }

  @Test("A famous university stands above a new community program, in every specialty it has")
  func famousAboveNew() throws {
    let famous = try #require(
      programs("Internal Medicine", at: "Massachusetts Gen Hosp").map(\.standing).first)
    #expect(famous.percentile > 95)
    #expect(famous.points > 5)
    let new = directory.programs(of: Specialty("Internal Medicine")).filter {
      $0.hasNewAccreditation == true && $0.state == "TX"
    }
    #expect(!new.isEmpty)
    let indexes = new.compactMap { table.standing(of: $0)?.index }
    #expect(indexes.allSatisfy { $0 < famous.index })
    #expect(indexes.min() ?? 0 <= -3.5)
  }

  @Test("The parts add up to the index, and each names its source")
  func partsAddUp() {
    for place in directory.programs.indices {
      let standing = table.standing(at: place)
      guard standing.basis == .publicFigures else { continue }
      #expect(abs(standing.parts.reduce(0) { $0 + $1.term } - standing.index) < 1e-9)
      #expect(standing.parts.count == 4)
      #expect(standing.parts.allSatisfy { !$0.citation.title.isEmpty && $0.citation.trust != nil })
    }
  }

  @Test("The index is the one the table prints, but for the money's rounding")
  func reproducesTable() throws {
    for institution in try Shared.facts.institutionStandings() {
      // Money is printed to 0.1 million: the index moves by no more than 0.05 / (1 + B).
      #expect(abs(institution.index(in: table.model) - institution.printedIndex) < 0.055)
    }
  }

  @Test("A percentile is between 0 and 100, and higher for a higher index")
  func percentiles() {
    for specialty in directory.specialties {
      let standings = directory.programs(of: specialty).compactMap(table.standing(of:))
        .filter { $0.basis == .publicFigures }.sorted { $0.index < $1.index }
      #expect(standings.allSatisfy { (0...100).contains($0.percentile) })
      for (lower, higher) in zip(standings, standings.dropFirst()) {
        #expect(lower.percentile <= higher.percentile)
        #expect(lower.points <= higher.points)
      }
    }
  }

  @Test("Points are measured from the mean of the specialty's listed programs")
  func pointsFromMean() throws {
    let specialty = Specialty("Neurology")
    let listed = directory.programs(of: specialty).filter {
      ($0.lastListed ?? 0) >= 2023 && $0.track != .preliminary
    }
    let points = listed.compactMap { table.standing(of: $0)?.points }
    #expect(points.count == listed.count)
    #expect(abs(points.reduce(0, +)) < 1e-6)
    let first = try #require(listed.first.flatMap(table.standing(of:)))
    #expect(first.compared == listed.count)
  }

  @Test("Slopes scale points and what they leave open: medicine 1.4, dermatology 0.4, others 1")
  func slopes() throws {
    let model = table.model
    #expect(model.slope(of: Specialty("Internal Medicine")) == 1.4)
    #expect(model.slope(of: Specialty("Dermatology")) == 0.4)
    #expect(model.slope(of: Specialty("Neurology")) == 1)
    #expect(model.slope(of: Specialty("Pathology")) == 1)
    let medicine = try #require(
      programs("Internal Medicine", at: "Massachusetts Gen Hosp").map(\.standing).first)
    #expect(abs(medicine.pointsStandardDeviation - 5.6) < 1e-9)
  }

  @Test("An institution without figures stands at the mean, and says so")
  func unknownIsMean() throws {
    let rows = try Shared.facts.institutionStandings()
    let known = StandingTable(
      directory: directory,
      institutions: rows.filter { $0.institution != "Massachusetts Gen Hosp" }, model: table.model)
    let program = try #require(
      programs("Internal Medicine", at: "Massachusetts Gen Hosp").map(\.program).first)
    let standing = try #require(known.standing(of: program))
    #expect(standing.basis == .notKnown)
    #expect(standing.points == 0)
    #expect(standing.parts.isEmpty)
    #expect(standing.percentile == 50)
    let indexes = directory.programs(of: program.specialty).filter {
      $0.institution != program.institution && ($0.lastListed ?? 0) >= 2023
        && $0.track != .preliminary
    }.compactMap { known.standing(of: $0)?.index }
    #expect(abs(standing.index - indexes.reduce(0, +) / Double(indexes.count)) < 1e-9)
  }

  @Test("Preliminary tracks are compared with, but not counted among, the others")
  func preliminary() throws {
    let surgery = directory.programs(of: Specialty("General Surgery"))
    let preliminary = try #require(
      surgery.first { $0.track == .preliminary && ($0.lastListed ?? 0) >= 2023 })
    let counted = surgery.count { $0.track != .preliminary && ($0.lastListed ?? 0) >= 2023 }
    #expect(table.standing(of: preliminary)?.compared == counted)
    // Transitional years are all first years; urology is on no list of 2023.
    #expect(
      try #require(
        directory.programs(of: Specialty("Transitional Year")).first.flatMap(table.standing(of:))
      ).compared > 100)
    let urology = directory.programs(of: Specialty("Urology")).compactMap(table.standing(of:))
    #expect(urology.count { $0.basis == .publicFigures } >= 135)
    #expect(urology.contains { $0.points > 2 } && urology.contains { $0.points < -2 })
  }

  @Test("The index runs from −3.5 to 14.5, and a unit of it is 0.90 points in neurology")
  func scale() {
    #expect(table.model.pointsPerUnit == 0.9)
    #expect(table.model.standardDeviation == 4)
    let indexes = directory.programs.indices.map(table.index(at:))
    #expect(indexes.min() == -3.5)
    #expect((14...14.6).contains(indexes.max() ?? 0))
  }

  @Test("Neurology's index has the mean and spread of the programs that it was checked on")
  func neurologyAsChecked() throws {
    let moments = try Shared.facts.standingMoments()
    let mean = try #require(moments.moment("standing index S", .all)?.value)
    let deviation = try #require(moments.moment("standing index S", .standardDeviation)?.value)
    let indexes = directory.programs(of: Specialty("Neurology")).filter {
      ($0.lastListed ?? 0) >= 2023 && $0.track != .preliminary
    }.compactMap { table.standing(of: $0)?.index }
    let ours = indexes.reduce(0, +) / Double(indexes.count)
    let squares = indexes.reduce(0) { $0 + ($1 - ours) * ($1 - ours) }
    #expect(abs(ours - mean) < 0.25)
    #expect(abs((squares / Double(indexes.count - 1)).squareRoot() - deviation) < 0.25)
  }

  @Test("A file of one's own changes the numbers; a bad one is refused with line and field")
  func ownNumbers() throws {
    let scratch = try ScratchFacts()
    let text = try scratch.text("standing_index")
    let path = scratch.folder.appendingPathComponent("mine.csv").path
    try text.replacingOccurrences(of: "slope,Internal Medicine,1.4", with: "slope,IM,2")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      try Shared.facts.standingModel(path: path).slope(of: Specialty("Internal Medicine")) == 2)
    for (old, new, expected) in [
      ("slope,Internal Medicine,1.4", "slope,Internal Medicne,1.4", "Internal Medicne"),
      ("slope,Internal Medicine,1.4", "slope,Internal Medicine,fast", "‘value’"),
      ("slope,Internal Medicine,1.4", "slope,Dermatology,1.4", "already on line"),
      ("division,Pacific", "division,Atlantic", "‘of’"),
      ("points,,0.9", "points,Pathology,0.9", "‘of’"),
      ("listed since,,2023", "listed since,,23", "‘value’"),
    ] {
      #expect(text.contains(old))
      try text.replacingOccurrences(of: old, with: new)
        .write(toFile: path, atomically: true, encoding: .utf8)
      let error = #expect(throws: FactsError.self) { try Shared.facts.standingModel(path: path) }
      let message = error?.description ?? ""
      #expect(message.contains("mine.csv:") && message.contains(expected))
    }
  }
}
