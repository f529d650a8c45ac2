#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes bytes to files.
public enum MarketOutput {
  /// Writes a file, replacing one of the same name.
  ///
  /// - Throws: ``MarketFileError`` with the system's reason.
  public static func write(_ bytes: [UInt8], to path: String) throws(MarketFileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = writeAll(bytes, to: descriptor)
    guard close(descriptor) == 0, isWritten else { throw failure(path) }
  }

  /// Writes to standard output; a reader that went away is not an error.
  public static func writeToStandardOutput(_ bytes: [UInt8]) {
    _ = writeAll(bytes, to: 1)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  private static func failure(_ path: String) -> MarketFileError {
    MarketFileError(
      kind: .cannotWrite, file: path, location: nil,
      message: "cannot be written: \(String(cString: strerror(errno)))")
  }
}
