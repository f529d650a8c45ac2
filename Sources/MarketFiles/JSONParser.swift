/// Reads JSON (RFC 8259) into ``JSONNode``.
struct JSONParser {
  /// Deeper nesting than any instance needs is refused, so that no text exhausts the stack.
  static let maximumDepth = 64

  private let source: SourceText
  private var position: Int

  /// Parses a whole text.
  static func parse(_ source: SourceText) throws(MarketFileError) -> JSONNode {
    var parser = JSONParser(source)
    let node = try parser.node(depth: 0)
    parser.skipBlanks()
    guard parser.position >= source.bytes.count else {
      throw source.error(at: parser.position, "text after the end of the JSON document")
    }
    return node
  }

  private init(_ source: SourceText) {
    self.source = source
    position = source.start
  }

  private var byte: UInt8? {
    position < source.bytes.count ? source.bytes[position] : nil
  }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard byte == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private func expected(_ what: String) -> MarketFileError {
    source.error(at: min(position, source.bytes.count - 1), "expected \(what)")
  }

  private mutating func node(depth: Int) throws(MarketFileError) -> JSONNode {
    skipBlanks()
    let offset = position
    guard depth < Self.maximumDepth else {
      throw source.error(at: offset, "nested more than \(Self.maximumDepth) levels deep")
    }
    let value: JSONNode.Value
    switch byte {
    case UInt8(ascii: "{"): value = .object(try members(depth: depth))
    case UInt8(ascii: "["): value = .array(try elements(depth: depth))
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "t"): value = .bool(try word("true", true))
    case UInt8(ascii: "f"): value = .bool(try word("false", false))
    case UInt8(ascii: "n"): value = try word("null", .null)
    default: value = .number(try number())
    }
    return JSONNode(value: value, offset: offset)
  }

  private mutating func elements(depth: Int) throws(MarketFileError) -> [JSONNode] {
    position += 1
    var elements: [JSONNode] = []
    if skip("]") { return elements }
    while true {
      elements.append(try node(depth: depth + 1))
      if skip("]") { return elements }
      guard skip(",") else { throw expected("a comma or ]") }
    }
  }

  private mutating func members(
    depth: Int
  ) throws(MarketFileError) -> [(key: String, keyOffset: Int, value: JSONNode)] {
    position += 1
    var members: [(key: String, keyOffset: Int, value: JSONNode)] = []
    var keys: Set<String> = []
    if skip("}") { return members }
    while true {
      skipBlanks()
      let offset = position
      guard byte == UInt8(ascii: "\"") else { throw expected("a key in quotation marks") }
      let key = try string()
      guard keys.insert(key).inserted else {
        throw source.error(at: offset, "the key \"\(key)\" appears twice in one object")
      }
      guard skip(":") else { throw expected("a colon") }
      members.append((key, offset, try node(depth: depth + 1)))
      if skip("}") { return members }
      guard skip(",") else { throw expected("a comma or }") }
    }
  }

  private mutating func word<T>(_ text: StaticString, _ meaning: T) throws(MarketFileError) -> T {
    let letters = Array(text.description.utf8)
    guard source.bytes[position...].starts(with: letters) else {
      throw expected("a JSON value")
    }
    position += letters.count
    return meaning
  }

  private mutating func number() throws(MarketFileError) -> Double {
    let start = position
    func isNumeric(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [
          UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
          UInt8(ascii: "E"),
        ].contains(byte)
    }
    while let byte, isNumeric(byte) { position += 1 }
    let text = String(decoding: source.bytes[start..<position], as: UTF8.self)
    guard !text.isEmpty, text.first != "+", let value = Double(text), value.isFinite else {
      position = start
      throw expected("a JSON value")
    }
    return value
  }

  private mutating func string() throws(MarketFileError) -> String {
    let opening = position
    position += 1
    var content: [UInt8] = []
    while let byte {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try escape(into: &content)
      case 0x0A:
        throw source.error(at: position - 1, "a quotation mark is missing at the end of a text")
      case 0..<0x20:
        throw source.error(
          at: position - 1, "a control character within a text; write it as an escape")
      default:
        content.append(byte)
      }
    }
    throw source.error(at: opening, "a quotation mark opens here and is never closed")
  }

  private mutating func escape(into content: inout [UInt8]) throws(MarketFileError) {
    let start = position - 1
    guard let byte else { throw expected("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"):
      var units = [try codeUnit(start)]
      if UTF16.isLeadSurrogate(units[0]),
        source.bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
      {
        position += 2
        units.append(try codeUnit(start))
      }
      content += String(decoding: units, as: UTF16.self).utf8
    default:
      throw source.error(at: start, "an unknown escape")
    }
  }

  private mutating func codeUnit(_ start: Int) throws(MarketFileError) -> UInt16 {
    let digits = source.bytes[position...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, digits.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let unit = UInt16(text, radix: 16)
    else { throw source.error(at: start, "\\u must be followed by four hexadecimal digits") }
    position += 4
    return unit
  }
}
