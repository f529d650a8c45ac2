#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes bytes to files.
public enum MarketOutput {
  /// Writes a file, replacing one of the same name, by way of one beside it: whole or not at all.
  ///
  /// A device or pipe, as `/dev/stdout`, is written to as it is.
  ///
  /// - Throws: ``MarketFileError`` with the system's reason.
  public static func write(_ bytes: [UInt8], to path: String) throws(MarketFileError) {
    guard isReplaceable(path) else { return try write(bytes, opening: path, as: path) }
    let draft = "\(path).new-\(getpid())"
    do {
      try write(bytes, opening: draft, as: path)
    } catch {
      unlink(draft)
      throw error
    }
    guard rename(draft, path) == 0 else {
      let error = failure(path)
      unlink(draft)
      throw error
    }
  }

  /// Whether there is nothing at the path yet, or a regular file that is not a link.
  private static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG
  }

  private static func write(
    _ bytes: [UInt8], opening path: String, as shown: String
  ) throws(MarketFileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(shown) }
    let isWritten = writeAll(bytes, to: descriptor)
    guard isWritten else {
      let error = failure(shown)
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw failure(shown) }
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
