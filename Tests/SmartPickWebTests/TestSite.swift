import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import MatchFacts
import NIOCore
import Testing

@testable import SmartPickWeb

/// One opened desk for all tests, and ways to ask the site.
enum TestSite {
  static let settings: WebSettings = {
    var limits = WebLimits()
    limits.bodyBytes = 300_000
    limits.bodySeconds = 60
    // Hundreds of tests ask at once on two cores: here nobody leaves the line.
    limits.waitSeconds = 3600
    return WebSettings(asOf: CalendarDate("2026-09-10"), limits: limits)
  }()

  private static let opened = Result { try AdviceDesk.open(settings: settings) }

  static func desk() throws -> AdviceDesk { try opened.get() }

  /// Runs requests against the router.
  static func run(
    settings: WebSettings = settings,
    _ test: @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    try await WebApplication(desk: try desk(), settings: settings).application(logger: logger)
      .test(.router, test)
  }

  static let example = String(decoding: PackageResources.example_yaml, as: UTF8.self)
}

extension TestClientProtocol {
  func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestResponse {
    try await executeRequest(uri: path, method: .get, headers: headers, body: nil)
  }

  func post(_ path: String, _ fields: [(String, String)]) async throws -> TestResponse {
    let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
    return try await executeRequest(
      uri: path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
      body: ByteBuffer(string: body.joined(separator: "&")))
  }

  func post(
    _ path: String, json: String, type: String = "application/json"
  ) async throws -> TestResponse {
    try await executeRequest(
      uri: path, method: .post, headers: [.contentType: type], body: ByteBuffer(string: json))
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }

  /// The body as a JSON object.
  func object() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(body.readableBytesView))
    return try #require(value as? [String: Any])
  }

  /// The fields of a problem document.
  func problemFields() throws -> [String] {
    #expect(headers[.contentType] == "application/problem+json")
    let errors = try #require(try object()["errors"] as? [[String: Any]])
    return errors.compactMap { $0["field"] as? String }
  }
}
