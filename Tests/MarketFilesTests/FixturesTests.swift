import Foundation
import MarketFiles
import StableMatching
import Testing

@Suite("Published and generated examples")
struct FixturesTests {
  @Test(
    "Generated markets: the applicant-optimal matching, line by line",
    arguments: ["tiny20", "hr1k", "hr1k_uni", "hr10k"])
  func generated(name: String) throws {
    let named = try Fixture.market(name)
    let outcome = try named.market.match()
    let report = MatchReport(outcome, of: named)
    #expect(report.isStable)
    // The solution files write -1 where ours leave the program empty.
    let solution = String(decoding: try Fixture.data("\(name).solution.csv"), as: UTF8.self)
      .replacingOccurrences(of: ",-1\n", with: ",\n")
    #expect(String(decoding: report.csv(), as: UTF8.self) == solution)
  }

  private struct Published: Decodable {
    let name: String
    let reference_applicant_optimal: [String: String?]
    let reference_program_optimal: [String: String?]
    let published_applicant_optimal: [String: String?]?
    let published_program_optimal: [String: String?]?
  }

  @Test("Textbook and guide examples, from either side")
  func published() throws {
    let records = try JSONDecoder().decode([Published].self, from: Fixture.data("published.json"))
    #expect(records.count > 5)
    let reader = InstanceReader(try SourceText(path: Fixture.path("published.json")))
    for record in records {
      let named = try reader.market(record: record.name)
      let applicants = named.byName(try named.market.match().matching)
      #expect(applicants == record.reference_applicant_optimal)
      if let printed = record.published_applicant_optimal { #expect(applicants == printed) }
      var options = MatchOptions()
      options.proposing = .programs
      let programs = named.byName(try named.market.match(options).matching)
      #expect(programs == record.reference_program_optimal)
      if let printed = record.published_program_optimal { #expect(programs == printed) }
    }
  }

  private struct CouplesFile: Decodable {
    struct Record: Decodable {
      let seed: Int
      let stable: [[Int]]
      let stable_own_seats_freed: [[Int]]
    }
    let records: [Record]
  }

  @Test("Small markets with couples: in the listed stable set, or none exists")
  func couples() throws {
    let file = try JSONDecoder().decode(
      CouplesFile.self, from: Fixture.data("couples_small.json"))
    let reader = InstanceReader(try SourceText(path: Fixture.path("couples_small.json")))
    for record in file.records {
      let market = try reader.market(record: String(record.seed)).market
      let outcome = try market.match()
      if record.stable.isEmpty {
        #expect(outcome.status == .noneExists)
      } else {
        #expect(outcome.status == .stable)
        #expect(record.stable.contains(outcome.matching.programs.map { Int($0) }))
      }
      // Both definitions, on every listed matching.
      for listed in record.stable {
        let matching = Matching(programs: listed.map { $0 < 0 ? nil : $0 }, in: market)
        #expect(market.audit(matching).isStable)
        #expect(
          market.audit(matching, coupleSeats: .countAsFree).isStable
            == record.stable_own_seats_freed.contains(listed))
      }
    }
  }
}
