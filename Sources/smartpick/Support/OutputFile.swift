import Foundation

/// Files that are written whole or not at all.
enum OutputFile {
  /// Writes text to a file by way of a temporary file beside it.
  ///
  /// - Throws: `CommandFailure` with exit code 73; nothing is left behind.
  static func write(_ text: String, to path: String) throws(CommandFailure) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        "cannot write \(path): \(reason(of: error)); choose a folder that exists and is writable",
        .cannotWrite)
    }
  }

  private static func reason(of error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return error.localizedDescription
  }
}
