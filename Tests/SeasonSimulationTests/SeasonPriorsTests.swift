import Foundation
import MatchFacts
import SeasonSimulation
import Testing

@Suite("Season priors")
struct SeasonPriorsTests {
  let table: String

  init() throws {
    let path = sourceRoot().appendingPathComponent(
      "Sources/SeasonSimulation/Resources/season-priors.csv")
    table = try String(contentsOf: path, encoding: .utf8)
  }

  /// The table with every line that starts so replaced; nil takes the line out.
  func table(_ start: String, as line: String?) throws -> SeasonPriors {
    let lines = table.split(separator: "\n").compactMap { own in
      own.hasPrefix(start) ? line : String(own)
    }
    return try SeasonPriors(bytes: Array(lines.joined(separator: "\n").utf8), name: "mine.csv")
  }

  @Test("an assumption about DO seniors who did not match moves the scores of DO seniors alone")
  func assumptionCounts() throws {
    let facts = try sourceFacts()
    let shipped = try PublishedCounts(
      facts: facts, priors: try SeasonPriors(bytes: Array(table.utf8), name: "shipped"))
    let own = try PublishedCounts(
      facts: facts,
      priors: try table(
        "unmatched-distance,us-do", as: "unmatched-distance,us-do,20,assumption,me"))
    let before = try #require(shipped.scores["Internal Medicine"])
    let after = try #require(own.scores["Internal Medicine"])
    #expect(try #require(after[.usDO]).mean < (try #require(before[.usDO]).mean))
    #expect(after[.usMD] == before[.usMD])
  }

  @Test(
    "a table that lacks a figure, a basis or a source, or says one twice, is refused by name",
    arguments: [
      ("score-gap,us-img,", nil, "'score-gap' of us-img is missing"),
      ("rank-floor,", "rank-floor,,-1,guess,me", "published, fitted or assumption"),
      ("rank-floor,", "rank-floor,,-1,assumption,", "names no source"),
      ("rank-floor,", "rank-flor,,-1,assumption,me", "rank-floor"),
      ("rank-floor,", "score-slope,,1,assumption,me", "must be unique"),
      ("rank-floor,", "rank-floor,us-md,1,assumption,me", "an empty field"),
      ("score-gap,us-img,", "score-gap,us,1,assumption,me", "non-us-img"),
      ("rank-floor,", "rank-floor,,low,assumption,me", "low"),
    ] as [(String, String?, String)])
  func broken(start: String, line: String?, said: String) throws {
    let error = #expect(throws: FactsError.self) { _ = try table(start, as: line) }
    #expect(try #require(error).description.contains(said))
    #expect(try #require(error).description.contains("mine.csv"))
  }
}
