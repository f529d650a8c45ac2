import Testing

@testable import SmartPickWeb

@Suite("Posted forms")
struct FormInputTests {
  @Test("are decoded from percent signs and plus signs")
  func urlEncoded() throws {
    let input = try FormInput.urlEncoded("a=1+2&b=%C3%BC&a=3&c&=x&d=%zz%4".utf8)
    #expect(input.all("a") == ["1 2", "3"])
    #expect(input.text("b") == "ü")
    #expect(input.text("c") == nil)
    #expect(input.has("c"))
    #expect(input.raw("d") == "%zz%4")
  }

  @Test("with more fields than any form has are refused")
  func tooMany() {
    let text = String(repeating: "a=1&", count: FormInput.maximumFields + 1)
    #expect(throws: WebError.self) { try FormInput.urlEncoded(text.utf8) }
  }

  private static func multipart(_ boundary: String) -> String {
    """
    --\(boundary)\r
    Content-Disposition: form-data; name="form"\r
    \r
    1\r
    --\(boundary)\r
    Content-Disposition: form-data; name="upload"; filename="me.yaml"\r
    Content-Type: application/yaml\r
    \r
    type: us-md\r
    \r
    --\(boundary)--\r

    """
  }

  @Test("may carry a file")
  func upload() throws {
    let parser = try #require(
      MultipartParser(contentType: "multipart/form-data; boundary=\"x-1\""))
    let input = try parser.parse(Array(Self.multipart("x-1").utf8))
    #expect(input.text("form") == "1")
    #expect(input.uploads["upload"]?.fileName == "me.yaml")
    #expect(input.uploads["upload"]?.bytes == Array("type: us-md\r\n".utf8))
  }

  @Test("without a boundary are not multipart", arguments: ["multipart/form-data", "", "a; b=c"])
  func noBoundary(type: String) { #expect(MultipartParser(contentType: type) == nil) }

  @Test("that are cut off or damaged at any byte are refused or read, and never crash")
  func damaged() throws {
    let whole = Array(Self.multipart("x-1").utf8)
    let parser = try #require(MultipartParser(contentType: "multipart/form-data; boundary=x-1"))
    for end in whole.indices { _ = try? parser.parse(Array(whole[..<end])) }
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0x15
      _ = try? parser.parse(bytes)
    }
    #expect(throws: WebError.self) { try parser.parse([]) }
    #expect(throws: WebError.self) { try parser.parse(Array(whole.dropLast(12))) }
  }
}
