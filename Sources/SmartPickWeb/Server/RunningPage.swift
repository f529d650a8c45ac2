import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The page that one person has open on this machine, so that a second start finds the first.
///
/// A file of the user holds the process and the address; while the page runs, it is locked. The
/// system lets go of the lock however the program ends, so what a crash leaves behind never looks
/// like a page that runs.
public final class RunningPage: Sendable {
  /// Where a page answers, and the process that serves it.
  public struct Place: Sendable, Hashable {
    /// The process.
    public var process: Int32
    /// The address, as in `http://127.0.0.1:8080`.
    public var address: String
  }

  /// What a start finds.
  public enum Start: Sendable {
    /// No page runs; this process may start one, and is the only one that may.
    case first(RunningPage)
    /// A page runs already; nil where it has not yet said its address.
    case running(Place?)
  }

  /// Why the file cannot be used.
  public struct Failure: Error, CustomStringConvertible {
    /// The path and the system's reason.
    public var description: String
  }

  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// The user's file: in `$XDG_RUNTIME_DIR`, else in a folder of the user's own for temporary files.
  public static func usualPath(environment: [String: String]) -> String {
    if let folder = environment["XDG_RUNTIME_DIR"], folder.hasPrefix("/") {
      return folder + "/smartpick.page"
    }
    return "/tmp/smartpick-\(getuid())/smartpick.page"
  }

  /// Claims the page, or finds the one that runs.
  ///
  /// - Parameter path: as ``usualPath(environment:)`` gives it.
  /// - Throws: `Failure` where the file cannot be made, or its folder belongs to somebody else.
  public static func start(at path: String) throws(Failure) -> Start {
    let folder = (path as NSString).deletingLastPathComponent
    _ = mkdir(folder, 0o700)
    var status = stat()
    // In a folder that all may write, another user could have been here first.
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == getuid()
    else { throw Failure(description: "\(folder): it is not a folder of your own") }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw Failure(description: "\(path): \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return .running(read(path))
    }
    ftruncate(descriptor, 0)
    return .first(RunningPage(descriptor: descriptor))
  }

  /// Says where the page answers.
  public func announce(address: String) {
    let text = "\(getpid()) \(address)\n"
    ftruncate(descriptor, 0)
    text.withCString { _ = pwrite(descriptor, $0, strlen($0), 0) }
  }

  private static func read(_ path: String) -> Place? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8), text.hasSuffix("\n")
    else { return nil }
    let parts = text.dropLast().split(separator: " ")
    guard parts.count == 2, let process = Int32(parts[0]), process > 1,
      parts[1].hasPrefix("http://")
    else { return nil }
    return Place(process: process, address: String(parts[1]))
  }
}
