import Foundation
import MarketFiles
import StableMatching
import Testing

@Suite("Reports")
struct MatchReportTests {
  private struct Document: Decodable {
    struct Block: Decodable {
      let kind: String
      let explanation: String
    }
    let matched: Int
    let unmatched: Int
    let proposals: Int
    let stable: Bool
    let status: String
    let reason: String
    let blockingPairs: [Block]
    let matching: [String: String?]
    let trace: [[String: JSONValue]]?
  }

  /// Anything: only the keys are looked at.
  private enum JSONValue: Decodable {
    case text(String)
    case other

    init(from decoder: any Decoder) throws {
      let text = try? decoder.singleValueContainer().decode(String.self)
      self = text.map { .text($0) } ?? .other
    }
  }

  private func document(_ report: MatchReport, trace: [MatchEvent]? = nil) throws -> Document {
    try JSONDecoder().decode(Document.self, from: Data(report.json(trace: trace)))
  }

  @Test("One JSON document with the documented keys, even for odd names")
  func json() throws {
    var builder = MarketBuilder()
    builder.addApplicant("A \"quoted\"\n\\ name", ranking: ["Zürich"])
    builder.addApplicant("Bob", ranking: ["Zürich"])
    builder.addProgram("Zürich", quota: 1, ranking: ["Bob", "A \"quoted\"\n\\ name"])
    let named = try builder.build()
    let (outcome, events) = try named.market.matchWithTrace()
    let document = try document(MatchReport(outcome, of: named), trace: events)
    #expect(document.matching == ["A \"quoted\"\n\\ name": nil, "Bob": "Zürich"])
    #expect(document.matched == 1)
    #expect(document.unmatched == 1)
    #expect(document.proposals == 2)
    #expect(document.stable)
    #expect(document.trace?.count == events.count)
  }

  @Test("Where no stable matching exists the report says so and lists what blocks")
  func noneExists() throws {
    let reader = InstanceReader(try SourceText(path: Fixture.path("couples_small.json")))
    let named = try reader.market(record: "14")
    let report = MatchReport(try named.market.match(), of: named)
    let document = try document(report)
    #expect(!document.stable)
    #expect(document.status == "noneExists")
    #expect(document.reason.hasPrefix("No stable matching exists: all 36 assignments"))
    #expect(document.blockingPairs.count == report.audit.blockingPairs.count)
    #expect(document.blockingPairs.allSatisfy { $0.kind == "couple" })
    #expect(report.text().contains("  - the couple applicant 0 and applicant 1 prefers "))
  }

  @Test("A small matching is listed on the terminal")
  func text() throws {
    let reader = InstanceReader(try SourceText(path: Fixture.path("published.json")))
    let named = try reader.market(record: "matching_readme")
    let report = MatchReport(try named.market.match(), of: named)
    #expect(
      report.text() == """
        5 of 5 applicants matched, 1 of 6 positions unfilled, 7 proposals.
        Stable, and the best stable matching for every applicant.

        A  C (choice 1)
        S  M (choice 2)
        D  C (choice 1)
        J  G (choice 2)
        L  M (choice 1)

        """)
  }
}
