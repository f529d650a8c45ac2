import HTTPTypes
import Hummingbird

/// One address of the site, a method, and what answers.
struct Route: Sendable {
  typealias Handler = @Sendable (Request, SiteContext) async throws -> Response

  var method: HTTPRequest.Method
  /// Path in the router's notation, as `/programs/:code`.
  var path: String
  var handler: Handler

  static func get(_ path: String, _ handler: @escaping Handler) -> Route {
    Route(method: .get, path: path, handler: handler)
  }

  static func post(_ path: String, _ handler: @escaping Handler) -> Route {
    Route(method: .post, path: path, handler: handler)
  }

  /// Whether a request's path is this route's.
  func matches(_ path: String) -> Bool {
    let pattern = self.path.split(separator: "/")
    let parts = path.split(separator: "/")
    guard pattern.count == parts.count else { return false }
    return zip(pattern, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
  }
}

extension [Route] {
  /// The methods that a path answers, for the `Allow` header; empty for an unknown path.
  func methods(at path: String) -> [String] {
    let matching = filter { $0.matches(path) }
    // As in the router, a path spelled out goes before a pattern.
    let exact = matching.filter { !$0.path.contains(":") }
    var methods = Set<String>()
    for route in exact.isEmpty ? matching : exact {
      methods.insert(route.method.rawValue)
      if route.method == .get { methods.insert("HEAD") }
    }
    return methods.sorted()
  }
}
