import HTTPTypes
import Hummingbird
import NIOCore

/// Reads a request's body within its limits of size and time.
struct BodyReader: Sendable {
  var limits: WebLimits

  /// The whole body.
  ///
  /// - Throws: `WebError` 413 for more bytes than accepted (refused before reading where the head
  ///   says so), 408 when it does not arrive in time.
  func read(_ request: Request) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limits.bodyBytes {
      throw tooLarge
    }
    let limit = limits.bodyBytes
    let body = request.body
    let seconds = limits.bodySeconds
    let bytes = try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        for try await chunk in body {
          guard bytes.count + chunk.readableBytes <= limit else { throw tooLarge }
          bytes.append(contentsOf: chunk.readableBytesView)
        }
        return bytes
      }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
    guard let bytes else {
      throw WebError(
        .requestTimeout, "Too slow",
        "The request's body did not arrive within \(Int(seconds)) seconds.",
        closesConnection: true)
    }
    return bytes
  }

  private var tooLarge: WebError {
    WebError(
      .contentTooLarge, "Too large",
      "The request is larger than \(limits.bodyBytes / 1000) kB. An applicant's file is a few "
        + "kilobytes; check that it is the right one.", closesConnection: true)
  }
}

extension Request {
  /// The media type of the body in lower case, without its parameters.
  var mediaType: String? {
    headers[.contentType].map { value in
      value.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }
  }
}
