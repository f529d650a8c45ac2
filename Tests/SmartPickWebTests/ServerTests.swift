import ApplicantFile
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MatchFacts
import NIOCore
import Testing

@testable import SmartPickWeb

@Suite("The server")
struct ServerTests {
  @Test(
    "refuses wrong methods and says which ones work",
    arguments: [
      ("/form", "DELETE", "GET, HEAD, POST"), ("/advice", "PUT", "GET, HEAD, POST"),
      ("/api/v1/advice", "GET", "POST"), ("/programs/1553140C0", "PATCH", "GET, HEAD, POST"),
      ("/health", "POST", "GET, HEAD"),
    ])
  func methods(path: String, method: String, allowed: String) async throws {
    let method = try #require(HTTPRequest.Method(method))
    try await TestSite.run { client in
      let answer = try await client.executeRequest(
        uri: path, method: method, headers: [:], body: nil)
      #expect(answer.status == .methodNotAllowed)
      #expect(answer.headers[.allow] == allowed)
    }
  }

  @Test(
    "serves nothing outside its own addresses",
    arguments: [
      "/../../etc/passwd", "/assets/../../../etc/passwd", "/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
      "/assets/..%5c..%5cpage.css", "/assets/page.css/../../x", "/programs/..%2f..%2fetc", "//etc",
      "/assets/%00", "/%", "/assets/page.css%00.png",
    ])
  func traversal(path: String) async throws {
    try await TestSite.run { client in
      let answer = try await client.get(path)
      #expect(answer.status == .notFound)
      #expect(!answer.text.contains("root:"))
    }
  }

  @Test("refuses a body that is larger than accepted, and one of another type")
  func bodies() async throws {
    let huge = String(repeating: "a", count: 400_000)
    try await TestSite.run { client in
      let large = try await client.post("/api/v1/advice", json: "{\"name\": \"\(huge)\"}")
      #expect(large.status == .contentTooLarge)
      #expect(large.headers[.connection] == "close")
      #expect(try large.problemFields() == [])
      let page = try await client.post("/advice", [("file", huge)])
      #expect(page.status == .contentTooLarge)
      let type = try await client.post("/api/v1/advice", json: "type: us-md", type: "text/plain")
      #expect(type.status == .unsupportedMediaType)
      let form = try await client.post("/advice", json: "{}")
      #expect(form.status == .unsupportedMediaType)
    }
  }

  @Test("gives up on a body that does not arrive")
  func slowBody() async throws {
    var limits = WebLimits()
    limits.bodySeconds = 0.05
    let (stream, continuation) = AsyncStream.makeStream(of: ByteBuffer.self)
    continuation.yield(ByteBuffer(string: "{\"type\":"))
    let head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/api/v1/advice")
    let request = Request(head: head, body: .init(asyncSequence: stream))
    let error = await #expect(throws: WebError.self) {
      try await BodyReader(limits: limits).read(request)
    }
    #expect(error?.status == .requestTimeout)
    continuation.finish()
  }

  @Test("computes so many at once, lets so many wait, and refuses the rest")
  func queue() async throws {
    var limits = WebLimits()
    limits.workers = 1
    limits.waiting = 1
    limits.waitSeconds = 3600
    let queue = WorkQueue(limits: limits, cores: 4)
    let (started, start) = AsyncStream.makeStream(of: Void.self)
    let lock = Lock()
    async let first: Int = queue.run {
      start.yield()
      lock.waitUntilOpen()
      return 1
    }
    for await _ in started { break }
    async let second: Int = queue.run { 2 }
    while queue.load.pending < 2 { await Task.yield() }
    let error = await #expect(throws: WebError.self) { try await queue.run { 3 } }
    #expect(error?.status == .serviceUnavailable)
    #expect(error?.headers[.retryAfter] != nil)
    lock.open()
    #expect(try await first + second == 3)
    #expect(queue.load.pending == 0 && queue.load.refused == 1)
    await queue.shutDown()
  }

  @Test("on this machine answers no page that points its own name here")
  func rebinding() async throws {
    var request = HTTPRequest(method: .get, scheme: "http", authority: "evil.example", path: "/")
    let middleware = SafetyMiddleware(settings: TestSite.settings)
    func answer() async throws -> Response {
      try await middleware.handle(
        Request(head: request, body: .init(buffer: ByteBuffer())),
        context: SiteContext(
          source: .init(channel: EmbeddedContext.channel, logger: EmbeddedContext.logger))
      ) { _, _ in Response(status: .ok) }
    }
    #expect(try await answer().status == .misdirectedRequest)
    for name in ["127.0.0.1:8080", "localhost", "[::1]:8080", "LOCALHOST:1"] {
      request.authority = name
      #expect(try await answer().status == .ok, "\(name)")
    }
  }

  @Test("counts requests by route, and nothing of what was asked")
  func metrics() async throws {
    try await TestSite.run { client in
      _ = try await client.get("/programs/1553140C0")
      _ = try await client.get("/programs?q=secretplace")
      _ = try await client.get("/nowhere/secretplace")
      let text = try await client.get("/metrics").text
      #expect(text.contains("smartpick_requests_total{route=\"/programs/:code\",status=\"200\"} 1"))
      #expect(text.contains("route=\"other\",status=\"404\"} 1"))
      #expect(text.contains("smartpick_request_seconds_count 3"))
      #expect(!text.contains("1553140C0") && !text.contains("secretplace"))
    }
  }

  @Test("answers HEAD, and a kept asset with 304")
  func headAndCache() async throws {
    try await TestSite.run { client in
      let head = try await client.executeRequest(uri: "/", method: .head, headers: [:], body: nil)
      #expect(head.status == .ok && head.text.isEmpty)
      let style = try await client.get(Asset.style.address)
      #expect(style.headers[.contentType] == "text/css; charset=utf-8")
      let tag = try #require(style.headers[.eTag])
      let again = try await client.get(Asset.style.address, headers: [.ifNoneMatch: tag])
      #expect(again.status == .notModified && again.text.isEmpty)
    }
  }

  @Test("in hosted mode says so and demands TLS")
  func hosted() async throws {
    var settings = TestSite.settings
    settings.isHosted = true
    try await TestSite.run(settings: settings) { client in
      let page = try await client.get("/limits")
      #expect(page.headers[.strictTransportSecurity] != nil)
      #expect(page.text.contains("sent to this server"))
    }
  }
}
