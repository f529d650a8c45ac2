/// Reads `multipart/form-data` (RFC 7578), the kind of form that can carry a file.
struct MultipartParser {
  let boundary: [UInt8]

  /// A parser for the boundary that a `Content-Type` header names; nil without one.
  init?(contentType: String) {
    for part in contentType.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { FormInput.trimmed(String($0)) }
      guard pair.count == 2, pair[0].lowercased() == "boundary" else { continue }
      let name = pair[1].filter { $0 != "\"" }
      guard !name.isEmpty, name.utf8.count <= 70 else { return nil }
      boundary = Array("--\(name)".utf8)
      return
    }
    return nil
  }

  /// The fields and files of a body.
  ///
  /// - Throws: `WebError` 400 when the body does not follow the layout.
  func parse(_ body: [UInt8]) throws(WebError) -> FormInput {
    var input = FormInput()
    var position = try skip(boundary, in: body, at: body.startIndex)
    var count = 0
    while !starts(with: "--", in: body, at: position) {
      count += 1
      guard count <= FormInput.maximumFields else {
        throw .badRequest("The form has more than \(FormInput.maximumFields) fields.")
      }
      position = try skip(Array("\r\n".utf8), in: body, at: position)
      guard let headEnd = find(Array("\r\n\r\n".utf8), in: body, from: position) else {
        throw Self.broken
      }
      let head = String(decoding: body[position..<headEnd], as: UTF8.self)
      let start = headEnd + 4
      guard let end = find(Array("\r\n".utf8) + boundary, in: body, from: start) else {
        throw Self.broken
      }
      add(head: head, content: body[start..<end], to: &input)
      position = end + 2 + boundary.count
    }
    return input
  }

  private func add(head: String, content: ArraySlice<UInt8>, to input: inout FormInput) {
    let line = head.split(whereSeparator: \.isNewline).first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    guard let line, let name = Self.parameter("name", of: line) else { return }
    if let fileName = Self.parameter("filename", of: line) {
      guard !content.isEmpty else { return }
      input.add(name, upload: .init(fileName: fileName, bytes: Array(content)))
    } else {
      input.add(name, String(decoding: content, as: UTF8.self))
    }
  }

  private static func parameter(_ name: String, of line: Substring) -> String? {
    for part in line.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { FormInput.trimmed(String($0)) }
      guard pair.count == 2, pair[0].lowercased() == name else { continue }
      return pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().dropLast()) : pair[1]
    }
    return nil
  }

  private func skip(_ token: [UInt8], in body: [UInt8], at index: Int) throws(WebError) -> Int {
    guard body[index...].starts(with: token) else { throw Self.broken }
    return index + token.count
  }

  private func starts(with text: String, in body: [UInt8], at index: Int) -> Bool {
    body[index...].starts(with: text.utf8)
  }

  private func find(_ token: [UInt8], in body: [UInt8], from start: Int) -> Int? {
    guard let first = token.first, start <= body.count else { return nil }
    var index = start
    while let next = body[index...].firstIndex(of: first), next + token.count <= body.count {
      if body[next..<next + token.count].elementsEqual(token) { return next }
      index = next + 1
    }
    return nil
  }

  private static var broken: WebError {
    .badRequest("The form's parts are damaged or cut off.")
  }
}
