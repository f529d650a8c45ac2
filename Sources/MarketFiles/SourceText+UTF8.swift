extension SourceText {
  /// Refuses what is not UTF-8 text, naming the first byte that is not.
  func checkText() throws(MarketFileError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw error(at: 0, "the file is UTF-16; save it as UTF-8")
    }
    var all: UInt8 = 0
    var smallest: UInt8 = 0xFF
    for byte in bytes {
      all |= byte
      smallest = min(smallest, byte)
    }
    if smallest == 0, let offset = bytes.firstIndex(of: 0) {
      throw error(at: offset, "a zero byte: this is not a text file")
    }
    if all < 0x80 { return }
    if let offset = firstInvalidByte() {
      throw error(at: offset, "not valid UTF-8; save the file as UTF-8")
    }
  }

  private func firstInvalidByte() -> Int? {
    var position = 0
    while position < bytes.count {
      guard let length = Self.sequenceLength(bytes[position...].prefix(4)) else { return position }
      position += length
    }
    return nil
  }

  /// The length of the well-formed sequence at the start, by table 3-7 of the Unicode Standard.
  private static func sequenceLength(_ window: ArraySlice<UInt8>) -> Int? {
    guard let lead = window.first else { return nil }
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard window.count >= length, second.contains(window[window.startIndex + 1]),
      window.dropFirst(2).prefix(length - 2).allSatisfy({ $0 & 0xC0 == 0x80 })
    else { return nil }
    return length
  }
}
