import HTTPTypes
import Hummingbird

/// Sets the security headers on every answer, and refuses what no page of the site sends.
struct SafetyMiddleware: RouterMiddleware {
  typealias Context = SiteContext

  let settings: WebSettings

  /// Everything comes from this origin; nothing inline runs, nothing may frame the page.
  static let contentSecurityPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    if let refusal = refusal(of: request) {
      response = ProblemDetails(refusal).response
    } else {
      response = try await next(request, context)
    }
    let headers: [(HTTPField.Name, String)] = [
      (.contentSecurityPolicy, Self.contentSecurityPolicy),
      (.xContentTypeOptions, "nosniff"),
      (.referrerPolicy, "no-referrer"),
      (.xFrameOptions, "DENY"),
      (.permissionsPolicy, "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
      (.openerPolicy, "same-origin"),
      (.resourcePolicy, "same-origin"),
    ]
    for (name, value) in headers { response.headers[name] = value }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    if settings.isHosted {
      response.headers[.strictTransportSecurity] = "max-age=31536000"
    }
    return response
  }

  private func refusal(of request: Request) -> WebError? {
    if request.uri.string.utf8.count > settings.limits.targetBytes {
      return WebError(.uriTooLong, "Address too long", "No address of this site is that long.")
    }
    // A page elsewhere that points its own name at this machine (DNS rebinding) is not served.
    if !settings.isHosted, isLoopback(settings.host), let authority = request.head.authority,
      !isLoopback(Self.host(of: authority))
    {
      return WebError(
        .misdirectedRequest, "Another host was asked for",
        "This server answers for this machine only; open http://127.0.0.1:\(settings.port).")
    }
    return nil
  }

  private static func host(of authority: String) -> String {
    if authority.hasPrefix("[") {
      return String(authority.dropFirst().prefix { $0 != "]" })
    }
    return String(authority.prefix { $0 != ":" })
  }

  private func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased()
    return host == "localhost" || host == "::1" || host.hasPrefix("127.") || host.isEmpty
  }
}

extension HTTPField.Name {
  static let referrerPolicy = name("Referrer-Policy")
  static let xFrameOptions = name("X-Frame-Options")
  static let permissionsPolicy = name("Permissions-Policy")
  static let openerPolicy = name("Cross-Origin-Opener-Policy")
  static let resourcePolicy = name("Cross-Origin-Resource-Policy")

  private static func name(_ text: String) -> HTTPField.Name {
    // A valid name always parses; the fallback keeps this free of a trap.
    HTTPField.Name(text) ?? .warning
  }

  private static let warning: HTTPField.Name = .server
}
