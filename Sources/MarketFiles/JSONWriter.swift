/// Writes one JSON document as bytes, members in the order in which they are written.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ key: String? = nil, _ members: (inout JSONWriter) -> Void) {
    open(key, "{")
    members(&self)
    close("}")
  }

  mutating func array(_ key: String? = nil, _ elements: (inout JSONWriter) -> Void) {
    open(key, "[")
    elements(&self)
    close("]")
  }

  mutating func string(_ key: String? = nil, _ value: String?) {
    begin(key)
    if let value { quote(value) } else { bytes += "null".utf8 }
  }

  mutating func number(_ key: String? = nil, _ value: Int?) {
    begin(key)
    bytes += (value.map { String($0) } ?? "null").utf8
  }

  mutating func bool(_ key: String? = nil, _ value: Bool) {
    begin(key)
    bytes += (value ? "true" : "false").utf8
  }

  private mutating func open(_ key: String?, _ bracket: Unicode.Scalar) {
    begin(key)
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func begin(_ key: String?) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
    if let key {
      quote(key)
      bytes.append(UInt8(ascii: ":"))
    }
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8
      default:
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
