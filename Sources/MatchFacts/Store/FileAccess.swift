#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading and atomic writing of whole files, and the few questions about paths that the facts ask.
///
/// Written on the system calls so that the library needs no Foundation.
enum FileAccess {
  /// The bytes of a whole file.
  static func read(_ path: String) throws(FactsError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: lastError()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: lastError())
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw .unreadable(path: path, reason: "it is a folder")
    }
    let size = Int(status.st_size)
    var failure: String?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = readSome(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0 {
          if errno == EINTR { continue }
          failure = lastError()
          return
        }
        if got == 0 { return }
        count += got
      }
    }
    if let failure { throw .unreadable(path: path, reason: failure) }
    return bytes
  }

  /// Replaces a file in one step: a reader sees the old bytes or the new ones, never a part, and a
  /// power cut leaves one of the two.
  static func writeAtomically(_ bytes: [UInt8], to path: String) throws(FactsError) {
    let temporary = path + ".new-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: lastError()) }
    var written = 0
    var failure: String?
    bytes.withUnsafeBytes { buffer in
      while written < buffer.count {
        let count = writeSome(
          descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          failure = lastError()
          return
        }
        written += count
      }
    }
    if failure == nil, fsync(descriptor) != 0 { failure = lastError() }
    close(descriptor)
    if failure == nil, rename(temporary, path) != 0 { failure = lastError() }
    if let failure {
      unlink(temporary)
      throw .unwritable(path: path, reason: failure)
    }
    // The rename itself must reach the disk too.
    let folder = open(parent(of: path), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Makes a folder and the ones above it.
  static func makeFolder(_ path: String) throws(FactsError) {
    if path.isEmpty || exists(path) { return }
    try makeFolder(parent(of: path))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .unwritable(path: path, reason: lastError())
    }
  }

  /// The names of the files in a folder that end in `suffix`, in alphabetical order.
  static func names(in folder: String, suffix: String) throws(FactsError) -> [String] {
    guard let stream = opendir(folder) else {
      throw .unreadable(path: folder, reason: lastError())
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee))
        { String(cString: $0) }
      }
      if name.hasSuffix(suffix) { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether anything is at this path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The path without its last part.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A variable of the environment, or nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The running executable with links resolved, or nil where the system does not say.
  static func executablePath() -> String? {
    #if canImport(Darwin)
      guard let first = CommandLine.arguments.first, let resolved = realpath(first, nil) else {
        return nil
      }
      defer { free(resolved) }
      return String(cString: resolved)
    #else
      let capacity = 4096
      let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        buffer.withMemoryRebound(to: CChar.self) { characters in
          guard let start = characters.baseAddress else { return }
          count = max(0, readlink("/proc/self/exe", start, capacity))
        }
      }
      return bytes.isEmpty || bytes.count == capacity
        ? nil : String(validating: bytes, as: UTF8.self)
    #endif
  }

  private static func lastError() -> String { String(cString: strerror(errno)) }
}

// The bare names would resolve to the methods above.
private func readSome(_ descriptor: Int32, _ into: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  guard let into else { return 0 }
  return read(descriptor, into, count)
}

private func writeSome(_ descriptor: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int {
  guard let from else { return 0 }
  return write(descriptor, from, count)
}
