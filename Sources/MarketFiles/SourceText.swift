#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of one file, checked to be UTF-8 text.
///
/// The bytes end in a line feed, so that readers may look one byte ahead of any other byte.
public struct SourceText: Sendable {
  /// The file as the user named it.
  public let name: String
  let bytes: [UInt8]
  /// Where the text begins, after a byte order mark.
  let start: Int

  /// Takes bytes that are in memory already.
  ///
  /// - Throws: ``MarketFileError`` if they are not UTF-8 text.
  public init(name: String, bytes: [UInt8]) throws(MarketFileError) {
    self.name = name
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.bytes = bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")]
    try checkText()
  }

  /// Reads a whole file in one go.
  public init(path: String) throws(MarketFileError) {
    try self.init(name: path, bytes: try Self.contents(of: path))
  }

  private static func contents(of path: String) throws(MarketFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    // A pipe states no size, and a file may grow: read until the end is seen.
    var capacity = isKnown ? max(Int(status.st_size) + 2, 4_096) : 65_536
    var bytes: [UInt8] = []
    while true {
      var got = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        got = read(descriptor, buffer.baseAddress, capacity)
        count = max(0, got)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(path) }
      if got == 0 { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      capacity = 65_536
    }
  }

  private static func failure(_ path: String) -> MarketFileError {
    MarketFileError(
      kind: .cannotRead, file: path, location: nil,
      message: "cannot be read: \(String(cString: strerror(errno)))")
  }

  /// An error at a byte of this text.
  func error(at offset: Int, _ message: String) -> MarketFileError {
    MarketFileError(
      kind: .badData, file: name, location: location(of: offset), message: message)
  }

  /// An error about the text as a whole.
  func error(_ message: String) -> MarketFileError {
    MarketFileError(kind: .badData, file: name, location: nil, message: message)
  }

  /// The line and column of a byte.
  func location(of offset: Int) -> MarketFileError.Location {
    var line = 1
    var column = 1
    for byte in bytes[start..<max(start, min(offset, bytes.count))] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return MarketFileError.Location(line: line, column: column)
  }

  /// A piece of the text for a message, shortened if long.
  func excerpt(_ range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return text.count > 40 ? text.prefix(40) + "…" : text
  }
}
