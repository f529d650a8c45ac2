/// The fields of a posted form, in order.
struct FormInput: Sendable {
  /// A file that came with the form.
  struct Upload: Sendable {
    var fileName: String
    var bytes: [UInt8]
  }

  private(set) var values: [String: [String]] = [:]
  private(set) var uploads: [String: Upload] = [:]

  init() {}

  init(_ pairs: [(String, String)]) {
    for (name, value) in pairs { add(name, value) }
  }

  mutating func add(_ name: String, _ value: String) { values[name, default: []].append(value) }

  mutating func add(_ name: String, upload: Upload) { uploads[name] = upload }

  mutating func set(_ name: String, _ value: [String]) { values[name] = value }

  /// All values of a field without surrounding space, empty ones left out.
  func all(_ name: String) -> [String] {
    (values[name] ?? []).map(Self.trimmed).filter { !$0.isEmpty }
  }

  /// The last value of a field, or nil when it is empty.
  func text(_ name: String) -> String? { all(name).last }

  /// The value as it came, for text in which line ends and spaces count.
  func raw(_ name: String) -> String? { values[name]?.last }

  func has(_ name: String) -> Bool { values[name] != nil }

  static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}

extension FormInput {
  /// Fields from `application/x-www-form-urlencoded` bytes.
  ///
  /// - Throws: `WebError` 400 for more fields than any form of the site has.
  static func urlEncoded(_ bytes: some Sequence<UInt8>) throws(WebError) -> FormInput {
    var input = FormInput()
    var count = 0
    for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
      count += 1
      guard count <= maximumFields else {
        throw .badRequest("The form has more than \(maximumFields) fields.")
      }
      let cut = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let name = decoded(pair[..<cut])
      let value = cut < pair.endIndex ? decoded(pair[pair.index(after: cut)...]) : ""
      input.add(name, value)
    }
    return input
  }

  static let maximumFields = 2_000

  /// Percent and plus signs decoded; bytes that are not UTF-8 become replacement characters.
  static func decoded(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    let source = Array(bytes)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "+") {
        result.append(0x20)
      } else if byte == UInt8(ascii: "%"), index + 2 < source.count,
        let high = hexValue(source[index + 1]), let low = hexValue(source[index + 2])
      {
        result.append(high << 4 | low)
        index += 2
      } else {
        result.append(byte)
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
