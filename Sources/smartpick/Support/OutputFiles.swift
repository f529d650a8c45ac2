import Foundation

/// Files that are written together, each whole, or none at all.
struct OutputFiles {
  private var files: [(path: String, text: String)] = []
  private let inputs: Set<String>

  /// Outputs of a command that reads these files, which no output may replace.
  init(reading inputs: [String]) {
    self.inputs = Set(inputs.map(Self.absolute))
  }

  /// Adds a file if a path is given.
  ///
  /// - Throws: exit code 64 where the path is an input or another output; 73 where it is a folder,
  ///   or its folder is not there.
  mutating func add(_ text: String, to path: String?) throws(CommandFailure) {
    guard let path else { return }
    let absolute = Self.absolute(path)
    if inputs.contains(absolute) {
      throw CommandFailure("\(path) is the file that is read; write to another one", .usage)
    }
    if files.contains(where: { Self.absolute($0.path) == absolute }) {
      throw CommandFailure("\(path) is named for two outputs; give each its own file", .usage)
    }
    var isFolder: ObjCBool = false
    if path.isEmpty || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if path.isEmpty || isFolder.boolValue {
        throw CommandFailure(
          "cannot write '\(path)': it is a folder, not a file; name a file in it", .cannotWrite)
      }
      let kind =
        try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      if let kind, kind != .typeRegular, kind != .typeSymbolicLink {
        throw CommandFailure(
          "cannot write \(path): it is a device or pipe; name a regular file", .cannotWrite)
      }
    }
    let folder = (absolute as NSString).deletingLastPathComponent
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw CommandFailure(
        "cannot write \(path): there is no folder \(folder); make it first", .cannotWrite)
    }
    files.append((path, text))
  }

  /// Writes all of them by way of temporary files beside them; nothing is left of a failure.
  func write() throws(CommandFailure) {
    var written: [(temporary: String, path: String)] = []
    func discard() {
      for file in written { try? FileManager.default.removeItem(atPath: file.temporary) }
    }
    for file in files {
      let temporary = "\(file.path).new-\(ProcessInfo.processInfo.processIdentifier)"
      guard FileManager.default.createFile(atPath: temporary, contents: Data(file.text.utf8))
      else {
        let reason = String(cString: strerror(errno))
        discard()
        throw CommandFailure(
          "cannot write \(file.path): \(reason); choose a folder that is writable", .cannotWrite)
      }
      written.append((temporary, file.path))
    }
    for file in written where rename(file.temporary, file.path) != 0 {
      let reason = String(cString: strerror(errno))
      discard()
      throw CommandFailure("cannot write \(file.path): \(reason)", .cannotWrite)
    }
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
