import AdviceRendering
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// A page.
  static func html(_ page: Markup, status: HTTPResponse.Status = .ok) -> Response {
    text(page.text, type: "text/html; charset=utf-8", status: status)
  }

  /// Text of a media type.
  static func text(
    _ text: String, type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  /// Bytes of a media type.
  static func bytes(
    _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A file to keep.
  static func download(_ text: String, type: String, fileName: String) -> Response {
    var response = Response.text(text, type: type)
    response.headers[.contentDisposition] = "attachment; filename=\"\(fileName)\""
    return response
  }
}
