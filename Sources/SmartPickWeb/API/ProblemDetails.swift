import Foundation
import HTTPTypes
import Hummingbird

/// An error as `application/problem+json` (RFC 9457).
struct ProblemDetails: Sendable, Encodable {
  var title: String
  var status: Int
  var detail: String
  var errors: [WebError.FieldError]
  private let httpStatus: HTTPResponse.Status
  private let headers: HTTPFields

  private enum CodingKeys: String, CodingKey {
    case title, status, detail, errors
  }

  init(_ error: WebError) {
    title = error.title
    status = error.status.code
    detail = error.detail
    errors = error.errors
    httpStatus = error.status
    headers = error.headers
  }

  var response: Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = (try? encoder.encode(self)).map { Array($0) } ?? Array("{}".utf8)
    var response = Response.bytes(bytes, type: "application/problem+json", status: httpStatus)
    for field in headers { response.headers[field.name] = field.value }
    return response
  }
}
