import Foundation
import MatchFacts
import Testing

@Suite("Whose figures")
struct RightsTests {
  @Test("are told in the documentation for every table, with the ground of their use")
  func documented() throws {
    let facts = try MatchFacts.load()
    let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/MatchFacts/MatchFacts.docc/WhoseFigures.md")
    let text = try String(contentsOf: article, encoding: .utf8)
    let grounds = Dictionary(
      try facts.rights().map { ($0.key, $0.ground) }, uniquingKeysWith: { first, _ in first })
    for table in facts.tables {
      let ground = try #require(grounds[table.rights]).split(separator: ";").first.map(String.init)
      #expect(
        text.contains("| `\(table.name)` | \(table.rights) | \(try #require(ground)) |"),
        "\(table.name)")
    }
    for key in ["NRMP", "AAMC"] {
      #expect(grounds[key]?.contains("terms of their own") == true)
    }
  }

  @Test("can be left out, and what is lost is found by reading the rest")
  func without() throws {
    let facts = try MatchFacts.load()
    let one = try #require(FactsLoss(facts, without: "img_visa_papers"))
    #expect(one.tables.map(\.name) == ["img_visa_papers"])
    #expect(one.unreadable == ["img_visa_papers"])
    #expect(throws: FactsError.withheld(table: "img_visa_papers")) { try one.rest.visaPapers() }
    #expect(throws: Never.self) { try facts.visaPapers() }
    let holder = try #require(FactsLoss(facts, without: "nrmp"))
    #expect(holder.tables.count == facts.tables.count { $0.rights == "NRMP" })
    #expect(holder.unreadable.contains("key_dates"))
    #expect(FactsLoss(facts, without: "no such table") == nil)
  }

  @Test("ResidencyCAS costs what its own example says, and is not ERAS")
  func fees() throws {
    let fees = try MatchFacts.load().fees()
    let residencyCAS = try #require(fees.schedule(of: .residencyCAS, season: 2027))
    #expect(residencyCAS.applicationDollars(count: 46) == 683)
    #expect(residencyCAS.applicationDollars(count: 1) == 99)
    #expect(residencyCAS.applicationDollars(count: 18) == 99)
    #expect(residencyCAS.applicationDollars(count: 0) == 0)
    #expect(residencyCAS.marginalDollars(number: 19) == 18)
    #expect(!residencyCAS.isOfSeason && residencyCAS.season == 2026)
    let old = try #require(fees.schedule(season: 2024))
    #expect(old.applicationDollars(count: 25) == 99 + 10 * 19 + 5 * 23)
    #expect(try #require(fees.schedule(season: 2027)).service == .eras)
  }
}
