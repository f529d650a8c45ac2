import ApplicantFile
import Foundation
import Handbook
import MatchFacts
import MatchOdds
import ScoreReading
import Testing

@testable import Advising

/// Figures that are one figure by two ways must agree, and parts must not exceed the whole.
struct RelationTests {
  static let examples = [
    "couple-a", "couple-b", "dermatology-255-241", "do-family-medicine-comlex",
    "internal-medicine-252-245", "non-us-img-2016", "pass-only",
  ]

  private static let drop = """
    type: us-md
    senior: yes
    step1: {score: 252, date: 2021-06-14}
    step2ck: {score: 239, date: 2026-06-22}
    school: {state: NY}

    """

  @Test(
    "The chance in the first choice is no more than the chance anywhere",
    arguments: [
      "specialties: [Dermatology]\nlimits: {interviews: 3}",
      "specialties: [Internal Medicine]\nlimits: {interviews: 3, applications: 25}",
      "specialties: [Dermatology, Internal Medicine]\nlimits: {interviews: 3, budget: 500}",
      "specialties: [Psychiatry, Family Medicine]\nlimits: {budget: 300}\naim: match",
    ])
  func firstChoice(wishes: String) throws {
    let applicant = try Desk.applicant(Self.drop + wishes + "\n")
    let advice = try Desk.advise(applicant, scenarios: true)
    #expect(advice.odds.matchInFirstChoice.estimate <= advice.odds.match.estimate + 1e-9)
    let sum = advice.odds.bySpecialty.reduce(0) { $0 + $1.match.estimate }
    #expect(abs(sum - advice.odds.match.estimate) < 1e-9)
    if applicant.specialties.count == 1 {
      #expect(advice.odds.matchInFirstChoice == advice.odds.match)
    }
    for scenario in advice.scenarios {
      #expect(scenario.matchInFirstChoice <= scenario.match.estimate + 1e-9, "\(scenario.name)")
    }
  }

  @Test(
    "A backup that is compared comes to what it comes to in the file",
    arguments: ["Dermatology", "General Surgery"])
  func backup(first: String) throws {
    let applicant = try Desk.applicant(
      Self.drop + "specialties: [\(first)]\nlimits: {budget: 700}\n")
    let compared = try Desk.advise(applicant, scenarios: true).scenarios
    let dual = try #require(compared.first { $0.name.hasSuffix("as backup") })
    let name = dual.name.dropFirst("With ".count).dropLast(" as backup".count)
    let weight = try Desk.opened.get().advisor.rules.assumptions[.backupWeight]
    var written = applicant
    written.specialties.append(
      TargetSpecialty(
        specialty: try Desk.opened.get().facts.specialties.resolve(String(name)), weight: weight))
    let advice = try Desk.advise(written)
    // Lists that are only compared are searched less: within a part in two thousand in worth.
    #expect(abs(dual.match.estimate - advice.odds.match.estimate) < 0.004)
    // Lists of one worth may be shared out a little differently between the two specialties.
    #expect(abs(dual.matchInFirstChoice - advice.odds.matchInFirstChoice.estimate) < 0.01)
  }

  @Test(
    "A program on the list has there the chances that its own page and the table of all tell",
    arguments: ["couple-a", "dermatology-255-241", "do-family-medicine-comlex", "non-us-img-2016"])
  func program(example: String) throws {
    let applicant = try Desk.example(example)
    let day = try #require(Desk.day)
    let (_, advisor) = try Desk.opened.get()
    let listed = try Desk.advise(applicant).list.programs
    let table = try advisor.programOdds(for: applicant, asOf: day).programs
    for (position, entry) in listed.enumerated() {
      let row = try #require(table.first { $0.code == entry.code })
      #expect(row.interview[entry.signal] == entry.interview, "\(entry.code)")
      #expect(row.match[entry.signal] == entry.match, "\(entry.code)")
      #expect(row.standing.estimate == entry.standing.estimate, "\(entry.code)")
      guard position < 2 else { continue }
      let program = try #require(advisor.handbook.directory[entry.code])
      let page = try #require(
        try advisor.outlook(of: applicant, at: program, asOf: day))
      #expect(page.odds == row, "\(entry.code)")
      #expect(page.isTarget)
    }
  }

  @Test("Every table that is opened for an advice is cited in it", arguments: ["", "couple"])
  func citations(kind: String) throws {
    let (facts, _) = try Desk.opened.get()
    let advisor = try Advisor(
      try Handbook(facts: facts, parameters: try OddsParameters.shipped()),
      rules: try AdviceRules.load())
    var request = Advisor.Request(asOf: try #require(Desk.day), comparesScenarios: false)
    request.coupleScenarios = 20
    if kind == "couple" { request.partner = try Desk.example("couple-b") }
    let advice = try advisor.advise(try Desk.example("couple-a"), request)
    let opened = advisor.handbook.facts.openedTables
    #expect(opened.count > 20)
    let cited = Set(advice.sources.map(\.usedFor))
    for name in opened {
      let table = try #require(facts.table(name), "\(name) is not in tables.csv")
      #expect(cited.contains(table.usedFor), "\(name) is opened but not cited")
    }
  }

  @Test("Programs are shared out by attitude in the text as in the odds")
  func attitudes() throws {
    let (facts, advisor) = try Desk.opened.get()
    let applicant = try Desk.applicant(
      Self.drop + "specialties: [Dermatology, Internal Medicine, Family Medicine]\n")
    let readings = try advisor.advise(
      applicant, .init(asOf: try #require(Desk.day), comparesScenarios: false)
    ).reading
    #expect(readings.count == 3)
    for reading in readings {
      let odds = advisor.odds(
        of: applicant, in: reading.specialty, reading: .nothing, season: 2027)
      #expect(reading.attitudes.count == odds.attitudeShares.count)
      for (attitude, share) in zip(reading.attitudes, odds.attitudeShares) {
        #expect(abs(attitude.share - share) < 1e-9, "\(reading.specialty) \(attitude.name)")
      }
    }
    for info in facts.specialties.all {
      let own = advisor.parameters.specialties[info.specialty.name]
      #expect(own == nil || own?.scoreWeight == info.scoreWeight, "\(info.specialty)")
    }
  }

  @Test("The example on the page is the example file")
  func pageExample() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try Data(
      contentsOf: root.appendingPathComponent("Sources/SmartPickWeb/Resources/example.yaml"))
    let file = try Data(
      contentsOf: root.appendingPathComponent("Examples/internal-medicine-252-245.yaml"))
    #expect(page == file)
  }
}
