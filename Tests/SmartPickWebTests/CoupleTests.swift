import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import SmartPickWeb

@Suite("A couple")
struct CoupleTests {
  private static let partner = """
    {"type": "us-do", "step2ck": 236, "specialties": ["Child Neurology"],
    "limits": {"applications": 6}}
    """
  private static let own = """
    "type": "us-md", "step2ck": 245, "specialties": ["Dermatology"], "limits": {"applications": 6}
    """

  @Test("is advised by the API where the body has a partner")
  func api() async throws {
    try await TestSite.run { client in
      let answer = try await client.post(
        "/api/v1/advice", json: "{\(Self.own), \"partner\": \(Self.partner)}")
      #expect(answer.status == .ok)
      let couple = try #require(try answer.object()["couple"] as? [String: Any])
      #expect((couple["pairs"] as? [Any])?.isEmpty == false)
      let wrong = try await client.post(
        "/api/v1/advice", json: "{\(Self.own), \"partner\": {\"type\": \"us-md\"}}")
      #expect(wrong.status == .unprocessableContent)
      #expect(try wrong.problemFields().allSatisfy { $0.hasPrefix("partner.") })
      let list = try await client.post("/api/v1/advice", json: "{\(Self.own), \"partner\": 3}")
      #expect(list.status == .badRequest)
    }
  }

  @Test("is shown on the page, carried along, and taken out as a joint list")
  func page() async throws {
    try await TestSite.run { client in
      let fields = [("file", "{\(Self.own)}"), ("partner", Self.partner)]
      let page = try await client.post("/advice", fields)
      #expect(page.status == .ok)
      #expect(page.text.contains("id=\"couple\""))
      #expect(page.text.contains("name=\"partner\""))
      let list = try await client.post("/export/couple.csv", fields)
      #expect(list.text.contains(":"))
      let alone = try await client.post("/export/couple.csv", [("file", "{\(Self.own)}")])
      #expect(alone.status == .badRequest)
      let broken = try await client.post(
        "/advice", [("file", "{\(Self.own)}"), ("partner", "type: nobody")])
      #expect(broken.status == .unprocessableContent)
      #expect(broken.text.contains("partner"))
    }
  }
}
