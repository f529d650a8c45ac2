import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import MatchFacts
import NIOCore
import Testing
import Yams

@testable import SmartPickWeb

/// A file gets one answer wherever it comes in.
@Suite("Command line, page and API", .serialized)
struct SameAnswerTests {
  private static let day = "2026-08-01"
  private static let settings: WebSettings = {
    var limits = WebLimits()
    limits.bodyBytes = 300_000
    limits.bodySeconds = 60
    limits.waitSeconds = 3600
    return WebSettings(asOf: CalendarDate(day), limits: limits)
  }()
  private static let desk = Result { try AdviceDesk.open(settings: settings) }

  private static func ask(
    _ path: String, _ body: String, type: String
  ) async throws -> (status: Int, text: String) {
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    return try await WebApplication(desk: try desk.get(), settings: settings)
      .application(logger: logger)
      .test(.router) { client in
        let response = try await client.executeRequest(
          uri: path, method: .post, headers: [.contentType: type],
          body: ByteBuffer(string: body))
        return (response.status.code, String(buffer: response.body))
      }
  }

  /// The same file in JSON.
  private static func json(_ yaml: String) throws -> [String: Any] {
    func value(_ node: Node) -> Any {
      switch node {
      case .mapping(let mapping):
        var object: [String: Any] = [:]
        for (key, child) in mapping { object[key.string ?? ""] = value(child) }
        return object
      case .sequence(let sequence): return sequence.map { value($0) }
      case .scalar(let scalar):
        guard scalar.style == .plain else { return scalar.string }
        switch scalar.string {
        case "yes", "true": return true
        case "no", "false": return false
        default:
          if let number = Int(scalar.string) { return number }
          if scalar.string.contains("."), let number = Double(scalar.string) { return number }
          return scalar.string
        }
      default: return NSNull()
      }
    }
    let node = try #require(try Yams.compose(yaml: yaml))
    return try #require(value(node) as? [String: Any])
  }

  @Test(
    "give the same advice on every example",
    arguments: [
      ("couple-a", "couple-b"), ("dermatology-255-241", nil), ("do-family-medicine-comlex", nil),
      ("internal-medicine-252-245", nil), ("non-us-img-2016", nil), ("pass-only", nil),
    ])
  func advice(example: String, partner: String?) async throws {
    let path = Command.example(example)
    let command = await Command.run("advise", path, "--as-of", Self.day, "--json")
    #expect(command.code == 0, "\(command.errors)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var object = try Self.json(text)
    if let partner {
      object["partner"] = try Self.json(
        try String(contentsOfFile: Command.example(partner), encoding: .utf8))
    }
    let body = String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    let answer = try await Self.ask("/api/v1/advice", body, type: "application/json")
    #expect(answer.status == 200, "\(answer.text.prefix(400))")
    #expect(
      command.output.trimmingCharacters(in: .newlines)
        == answer.text.trimmingCharacters(in: .newlines))
  }

  @Test("make the same table of a list")
  func list() async throws {
    let path = Command.example("pass-only")
    let table = FileManager.default.temporaryDirectory
      .appendingPathComponent("smartpick-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: table) }
    let command = await Command.run("advise", path, "--as-of", Self.day, "--csv", table)
    #expect(command.code == 0)
    let file = try String(contentsOfFile: path, encoding: .utf8)
    let encoded = file.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let page = try await Self.ask(
      "/export/list.csv", "file=\(encoded)", type: "application/x-www-form-urlencoded")
    #expect(page.status == 200)
    #expect(page.text == (try String(contentsOfFile: table, encoding: .utf8)))
  }
}
