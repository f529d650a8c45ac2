import AdviceRendering
import Advising
import ApplicantFile
import Foundation
import HTTPTypes
import HummingbirdTesting
import MatchFacts
import ScoreReading
import Testing

@testable import SmartPickWeb

@Suite("Programs with the chances of a file")
struct ProgramOddsTests {
  private static let applicant =
    "{\"type\": \"us-md\", \"step1\": 252, \"step2ck\": 245, \"specialties\": [\"Neurology\"]}"
  private static let file = "type: us-md\nstep1: 252\nstep2ck: 245\nspecialties: [Neurology]\n"

  private func codes(_ page: String) -> [String] {
    page.matches(of: /data-code="([0-9A-Z]+)"/).map { String($0.1) }
  }

  @Test("stand in the explorer, sorted without the script, a page at a time")
  func explorer() async throws {
    try await TestSite.run { client in
      let desk = try TestSite.desk()
      let odds = try desk.programOdds(of: try desk.read(Self.file).applicant)
      for (sort, order) in [("interview", ProgramOdds.Order.interview), ("match", .match)] {
        let page = try await client.post(
          "/programs", [("file", Self.file), ("specialty", "Neurology"), ("sort", sort)])
        #expect(page.status == .ok)
        let shown = codes(page.text)
        #expect(shown.count == 40)
        let chance = Dictionary(
          uniqueKeysWithValues: odds.programs.map {
            ($0.code, order == .interview ? $0.interview.none : $0.match.none)
          })
        let chances = shown.compactMap { chance[$0]?.estimate }
        #expect(chances.count == 40 && zip(chances, chances.dropFirst()).allSatisfy(>=))
        #expect(chances.first == chance.values.map(\.estimate).max())
        // The page shows the same range as the command line and the API.
        let first = try #require(shown.first)
        let best = try #require(chance[first])
        #expect(page.text.contains(HTMLEscaping.escape(IntervalText.chance(best))))
      }
      // A link of the page says in its address what is shown next.
      let next = try await client.post(
        "/programs?specialty=Neurology&sort=interview&page=2", [("file", Self.file)])
      let sorted = odds.sorted(by: .interview).programs.map(\.code)
      #expect(Set(codes(next.text)).isDisjoint(with: sorted.prefix(30)))
      #expect(next.text.contains("formaction=\"/programs/\(codes(next.text)[0])\""))
      #expect(next.text.contains("mean chance of an interview"))
      #expect(!next.text.contains("style=\""))
    }
  }

  @Test("say so where the file does not apply, and where there is no file")
  func without() async throws {
    try await TestSite.run { client in
      let other = try await client.post(
        "/programs", [("file", Self.file), ("specialty", "Dermatology"), ("sort", "interview")])
      #expect(other.text.contains("not one of your specialties"))
      let none = try await client.get("/programs?specialty=Neurology&sort=interview")
      #expect(none.status == .ok && !none.text.contains("Takes you"))
      #expect(none.text.contains("Load your file"))
      let standing = try await client.get("/programs?specialty=Neurology&sort=standing")
      let desk = try TestSite.desk()
      let places = codes(standing.text).compactMap { desk.standing[$0]?.percentile }
      #expect(places.count == 40 && zip(places, places.dropFirst()).allSatisfy(>=))
      #expect(try await client.get("/programs?sort=fame").status == .badRequest)
      #expect(try await client.post("/programs", [("q", "x")]).status == .badRequest)
    }
  }

  @Test("never let a file's text become markup")
  func scripts() async throws {
    let attack = "name: \"'><script>alert(1)</script>\"\n"
    try await TestSite.run { client in
      let page = try await client.post("/programs", [("file", attack + Self.file)])
      #expect(page.status == .ok && !page.text.contains("<script>alert"))
    }
  }

  @Test("are in the API as the document describes them")
  func answer() async throws {
    try await TestSite.run { client in
      let answer = try await client.post("/api/v1/programs/odds", json: Self.applicant)
      #expect(answer.status == .ok)
      let programs = try #require(try answer.object()["programs"] as? [[String: Any]])
      let desk = try TestSite.desk()
      #expect(programs.count == desk.directory.programs(of: Specialty("Neurology")).count)
      let document = try JSONSerialization.jsonObject(with: Data(PackageResources.openapi_json))
      let components = (document as? [String: Any])?["components"] as? [String: Any]
      let schemas = try #require(components?["schemas"] as? [String: [String: Any]])
      func keys(_ schema: String) -> Set<String> {
        Set((schemas[schema]?["properties"] as? [String: Any] ?? [:]).keys)
      }
      let first = try #require(programs.first)
      #expect(Set(first.keys) == keys("ProgramOdds"))
      #expect(Set((first["standing"] as? [String: Any] ?? [:]).keys) == keys("ListStanding"))
      let one = try await client.get("/api/v1/programs/1553140C0")
      let standing = try #require(try one.object()["standing"] as? [String: Any])
      #expect(Set(standing.keys) == keys("Standing"))
      let wrong = try await client.post("/api/v1/programs/odds", json: "[]")
      #expect(wrong.status == .badRequest)
      let noScore = try await client.post(
        "/api/v1/programs/odds", json: "{\"type\": \"us-md\", \"specialties\": [\"Neurology\"]}")
      #expect(noScore.status == .unprocessableContent)
      let method = try await client.get("/api/v1/programs/odds")
      #expect(method.status == .methodNotAllowed && method.headers[.allow] == "POST")
    }
  }

  @Test("say on their page what they ask for, with sources")
  func page() async throws {
    try await TestSite.run { client in
      let page = try await client.get("/programs/1553140C0")
      #expect(page.text.contains("What it asks for"))
      #expect(page.text.contains("Asks for a stronger file than"))
      #expect(page.text.contains("NIH ExPORTER"))
    }
  }
}
