import AdviceRendering
import ApplicantFile
import Foundation
import HTTPTypes
import HummingbirdTesting
import MatchFacts
import Testing

@testable import SmartPickWeb

@Suite("The API")
struct APITests {
  static let applicant = """
    {"type": "us-md", "step1": {"score": 252, "date": "2021-06-14"}, "step2ck": 245,
    "specialties": ["Neurology"], "limits": {"budget": 400}}
    """

  @Test("gives the same advice as the command line")
  func advice() async throws {
    try await TestSite.run { client in
      let answer = try await client.post("/api/v1/advice", json: Self.applicant)
      #expect(answer.status == .ok)
      let desk = try TestSite.desk()
      let expected = try JSONExport.text(try desk.advise(try desk.read(Self.applicant).applicant))
      #expect(answer.text == expected)
    }
  }

  @Test("reads scores, also a pass, and names its own fields in problems")
  func scores() async throws {
    try await TestSite.run { client in
      let drop = try await client.post(
        "/api/v1/scores",
        json: """
          {"step1": 252, "step2": 245, "step1Date": "2021-06", "specialty": "IM", "type": "us-md"}
          """)
      let object = try drop.object()
      #expect(object["change"] as? Int == -7)
      #expect(object["band"] as? String == "down5to9")
      let pass = try await client.post(
        "/api/v1/scores", json: #"{"step1": "pass", "step2": 239, "specialty": "psych"}"#)
      #expect(try pass.object()["band"] as? String == "none")
      let wrong = try await client.post(
        "/api/v1/scores", json: #"{"step1": 252, "step2": 999, "specialty": "Weaving"}"#)
      #expect(wrong.status == .unprocessableContent)
      #expect(Set(try wrong.problemFields()) == ["step2", "specialty"])
      let unknown = try await client.post(
        "/api/v1/scores", json: #"{"step2": 240, "specialty": "IM", "step3": 1}"#)
      #expect(try unknown.problemFields() == ["step3"])
    }
  }

  @Test("compares a change")
  func whatIf() async throws {
    try await TestSite.run { client in
      let body = """
        {"applicant": \(Self.applicant), "changes": [{"path": "limits.budget", "value": 90}]}
        """
      let answer = try await client.post("/api/v1/whatif", json: body)
      #expect(answer.status == .ok)
      let rows = try #require(try answer.object()["rows"] as? [[String: Any]])
      let fees = try #require(rows.first { $0["figure"] as? String == "Fees" })
      #expect(fees["isChanged"] as? Bool == true)
      let empty = try await client.post(
        "/api/v1/whatif", json: "{\"applicant\": \(Self.applicant), \"changes\": []}")
      #expect(try empty.problemFields() == ["changes"])
      let path = try await client.post(
        "/api/v1/whatif",
        json: "{\"applicant\": \(Self.applicant), \"changes\": [{\"path\": \"x\", \"value\": 1}]}")
      #expect(path.status == .unprocessableContent)
    }
  }

  @Test("computes a season from what is posted, and names events that cannot be")
  func season() async throws {
    try await TestSite.run { client in
      let directory = try TestSite.desk().directory
      let codes = directory.programs(of: Specialty("Neurology")).prefix(8).map(\.code)
      func event(_ code: String, _ kind: String, _ day: String) -> String {
        "{\"program\": \"\(code)\", \"event\": \"\(kind)\", \"date\": \"\(day)\"}"
      }
      func body(_ events: [String]) -> String {
        "{\"applicant\": \(Self.applicant), \"asOf\": \"2026-10-20\", \"events\": ["
          + events.joined(separator: ",") + "]}"
      }
      let applied = codes.map { event($0, "applied", "2026-09-23") }
      let invited = codes.prefix(6).map { event($0, "interview", "2026-10-02") }
      let answer = try await client.post("/api/v1/season", json: body(applied + invited))
      #expect(answer.status == .ok, "\(answer.text.prefix(300))")
      let odds = try #require(try answer.object()["odds"] as? [String: Any])
      let chance = { (key: String) in
        ((odds[key] as? [String: Any])?["match"] as? [String: Any])?["estimate"] as? Double ?? 0
      }
      #expect(chance("now") > chance("prior"))
      let early = try await client.post(
        "/api/v1/season",
        json: body(
          applied + [event(codes[1], "interview", "2026-09-10"), event("X", "note", "no")]))
      #expect(try early.problemFields() == ["events[9].date"])
      let order = try await client.post(
        "/api/v1/season", json: body(applied + [event(codes[1], "interview", "2026-09-10")]))
      #expect(try order.problemFields() == ["events[8]"])
      let unknown = try await client.post(
        "/api/v1/season", json: body([event("9999999X9", "applied", "2026-09-23")]))
      #expect(try unknown.problemFields() == ["events[0].program"])
    }
  }

  @Test("checks a draft against the file")
  func words() async throws {
    try await TestSite.run { client in
      let draft = "Unfortunately I was completely burned out, and the exam was unfair to me."
      let answer = try await client.post(
        "/api/v1/words/check",
        json: "{\"applicant\": \(Self.applicant), \"draft\": \"\(draft)\"}")
      #expect(answer.status == .ok)
      let marks = try #require(try answer.object()["marks"] as? [[String: Any]])
      #expect(!marks.isEmpty)
      let empty = try await client.post(
        "/api/v1/words/check", json: "{\"applicant\": \(Self.applicant), \"draft\": \" \"}")
      #expect(try empty.problemFields() == ["draft"])
    }
  }

  @Test("finds programs, and one of them")
  func programs() async throws {
    try await TestSite.run { client in
      let found = try await client.get("/api/v1/programs?q=metrohealth&specialty=IM")
      let programs = try #require(try found.object()["programs"] as? [[String: Any]])
      #expect(programs.contains { $0["nrmpCode"] as? String == "1553140C0" })
      let one = try await client.get("/api/v1/programs/1553140C0")
      #expect(try one.object()["state"] as? String == "OH")
      #expect(try await client.get("/api/v1/programs/X").problemFields() == [])
      for blank in ["page=", "track="] {
        #expect(
          try await client.get("/api/v1/programs?\(blank)").status == .badRequest, "\(blank)")
      }
      let wrong = try await client.get("/api/v1/programs?specialty=Weaving&page=0")
      #expect(wrong.status == .badRequest)
      #expect(try wrong.problemFields() == ["specialty", "page"])
    }
  }

  @Test(
    "refuses what is not an applicant's file, and never crashes",
    arguments: [
      "", "{", "[]", "null", "3", "\"x\"", "{\"type\": 1}", "{\"type\": \"us-md\"}",
      "{\"a\": \"\\ud800\"}", "\u{0}", "{\"step2ck\": 1e400}", "{\"type\": NaN}",
      String(repeating: "[", count: 5000), String(repeating: "{\"a\":", count: 600),
      "{\"type\": \"us-md\", \"step2ck\": 245, \"specialties\": [\"IM\"], \"evil\": {}}",
      "{\"type\": \"us-md\", \"step2ck\": {\"score\": {\"score\": 1}}, \"specialties\": [\"IM\"]}",
      "{\"type\": \"us-md\", \"step2ck\": \"245\", \"specialties\": [\"IM\"]}",
      "{\"type\": \"us-md\", \"step2ck\": 245, \"specialties\": []}",
    ])
  func malformed(body: String) async throws {
    try await TestSite.run { client in
      let answer = try await client.post("/api/v1/advice", json: body)
      #expect([400, 422].contains(answer.status.code), "\(answer.status)")
      let object = try answer.object()
      #expect(object["title"] is String && object["detail"] is String)
      #expect(object["errors"] is [Any])
    }
  }

  @Test("reads any JSON text as it was written")
  func texts() throws {
    let texts = ["tab\there", "a/b", "quote \" and \\", "🙂", "line\nend", "\u{7f}", "\u{2028}"]
    for text in texts {
      let value = try JSONValue(Array(JSONValue.string(text).json.utf8))
      #expect(value == .string(text))
      let desk = try TestSite.desk()
      let file = JSONValue.object([
        "type": .string("us-md"), "step2ck": .integer(245), "name": .string(text),
        "specialties": .array([.string("Neurology")]),
      ])
      #expect(try desk.read(file.json).applicant.name == text)
    }
  }

  @Test("is described by its OpenAPI document, path by path and method by method")
  func openAPI() throws {
    let document = try JSONSerialization.jsonObject(with: Data(PackageResources.openapi_json))
    let root = try #require(document as? [String: Any])
    #expect(root["openapi"] as? String == "3.1.0")
    let paths = try #require(root["paths"] as? [String: [String: Any]])
    let described = Set(
      paths.flatMap { path, operations in
        operations.keys.map { "\($0.uppercased()) \(path)" }
      })
    let site = Site(
      desk: try TestSite.desk(), settings: TestSite.settings,
      queue: WorkQueue(limits: WebLimits(), cores: 1), metrics: RequestMetrics())
    let routes = Set(
      site.api.map { route in
        let path = route.path.replacing(#/:(\w+)/#) { "{\($0.1)}" }
        return "\(route.method.rawValue) \(path)"
      })
    #expect(routes.isSubset(of: described))
    #expect(described.subtracting(routes) == ["GET /health"])
  }

  @Test("describes every key of an applicant's file")
  func applicantSchema() throws {
    let document = try JSONSerialization.jsonObject(with: Data(PackageResources.openapi_json))
    let root = try #require(document as? [String: Any])
    let components = try #require(root["components"] as? [String: Any])
    let schemas = try #require(components["schemas"] as? [String: [String: Any]])
    let properties = try #require(schemas["Applicant"]?["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(FieldGuide.all.map(\.section)))
  }
}
