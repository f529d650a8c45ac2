import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import SmartPickWeb

@Suite("Rank order lists and SOAP in the API")
struct RankListTests {
  private let file =
    "{\"type\": \"us-md\", \"step2ck\": 245, \"specialties\": [\"Internal Medicine\"]}"

  @Test("answer what is posted, as on the command line")
  func answers() async throws {
    try await TestSite.run { client in
      let rank = try await client.post(
        "/api/v1/rank",
        json: "{\"applicant\": \(file), \"order\": [\"1903140C0\", \"2311140C0\"], "
          + "\"refused\": [\"1102140C2\"]}")
      #expect(rank.status == .ok, "\(rank.text)")
      let order = try #require(try rank.object()["order"] as? [[String: Any]])
      #expect(order.map { $0["code"] as? String } == ["1903140C0", "2311140C0"])
      let soap = try await client.post(
        "/api/v1/soap",
        json: "{\"applicant\": \(file), \"unfilled\": \"1451120C1 6\\n1518120C0 8\", "
          + "\"zone\": \"America/Chicago\"}")
      #expect(soap.status == .ok, "\(soap.text)")
      #expect((try soap.object()["list"] as? [Any])?.count == 2)
    }
  }

  @Test("say what is wrong with a request, field by field")
  func faults() async throws {
    try await TestSite.run { client in
      for (path, body, field) in [
        ("rank", "{\"applicant\": \(file)}", "order"),
        ("rank", "{\"applicant\": \(file), \"order\": [\"9999999C9\"]}", "order"),
        ("rank", "{\"applicant\": \(file), \"order\": [\"1903140C0\", \"1903140C0\"]}", "order"),
        ("soap", "{\"applicant\": \(file), \"unfilled\": \"nothing\"}", "unfilled"),
        ("soap", "{\"applicant\": \(file), \"zone\": \"Mars\"}", "zone"),
      ] {
        let answer = try await client.post("/api/v1/\(path)", json: body)
        #expect(answer.status.code >= 400 && answer.status.code < 500, "\(body)")
        #expect(answer.text.contains("\"\(field)\""), "\(answer.text)")
      }
    }
  }
}
