#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be written.
public struct FileSaveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public var path: String
  /// What is wrong.
  public var message: String
  /// How to mend it.
  public var remedy: String

  /// 73, cannot write.
  public var exitCode: Int32 { 73 }

  /// File, message and remedy.
  public var description: String { "\(path): \(message)\n    to mend it: \(remedy)" }
}

extension ApplicantFile {
  /// Whether something stands at a path already.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Checks that a file could be written at a path, before work is done that would be lost.
  public static func checkSavable(at path: String, replacing: Bool) throws(FileSaveError) {
    if !replacing, exists(path) { throw alreadyThere(path) }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard access(folder, W_OK | X_OK) == 0 else { throw unwritable(path, errno) }
  }

  /// Writes text to a file in one step: afterwards it holds the old text or the new one, whole.
  ///
  /// The file is readable by its owner only, since it describes a person.
  public static func save(
    _ text: String, to path: String, replacing: Bool = false
  ) throws(FileSaveError) {
    if !replacing, exists(path) { throw alreadyThere(path) }
    let temporary = "\(path).new-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unwritable(path, errno) }
    var failure: Int32?
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let count = systemWrite(descriptor, base + written, buffer.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        written += count
      }
    }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if failure == nil {
      // A link fails where a rename would replace a file that has appeared meanwhile.
      var moved = replacing ? rename(temporary, path) : link(temporary, path)
      if moved == 0, !replacing { unlink(temporary) }
      if moved != 0, !replacing, errno != EEXIST {
        // Some file systems have no links.
        moved = exists(path) ? -1 : rename(temporary, path)
      }
      if moved != 0 { failure = exists(path) && !replacing ? EEXIST : errno }
    }
    guard let failure else { return }
    unlink(temporary)
    if failure == EEXIST { throw alreadyThere(path) }
    throw unwritable(path, failure)
  }

  private static func alreadyThere(_ path: String) -> FileSaveError {
    FileSaveError(
      path: path, message: "the file exists, and it is not replaced unasked",
      remedy: "choose another name, or add --force to replace it")
  }

  private static func unwritable(_ path: String, _ code: Int32) -> FileSaveError {
    FileSaveError(
      path: path, message: "the file cannot be written: \(String(cString: strerror(code)))",
      remedy: "choose a folder that exists and that you may write to")
  }
}

// Inside the extension the bare name would be the method that makes a file's text.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
