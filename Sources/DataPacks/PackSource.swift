import Foundation
public import MatchFacts

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Gets packs: from the network by name, or from files of the user's own.
public enum PackSource {
  /// Largest file accepted, in bytes.
  private static let largestFile = 50_000_000

  /// Downloads a known pack and reads it.
  ///
  /// Nothing of the user is sent: the requests name the files and no more.
  ///
  /// - Parameters:
  ///   - pack: What to get.
  ///   - address: Another folder to download from, as in tests.
  public static func download(
    _ pack: KnownPack, from address: String? = nil, directory: ProgramDirectory,
    date: CalendarDate, progress: @Sendable (String) -> Void = { _ in }
  ) async throws(DataPackError) -> (reader: PackReader, files: [(name: String, bytes: [UInt8])]) {
    var reader = PackReader(directory: directory, date: date)
    var files: [(name: String, bytes: [UInt8])] = []
    let base = address ?? pack.address
    for name in pack.fileNames {
      progress(name)
      let bytes = try await fetch(name, base: base)
      try reader.read(bytes, name: name, specialty: pack.files[name])
      files.append((name, bytes))
    }
    return (reader, files)
  }

  private static func fetch(_ name: String, base: String) async throws(DataPackError) -> [UInt8] {
    guard var address = URL(string: base) else {
      throw DataPackError(.usage, "'\(base)' is not an address")
    }
    address.appendPathComponent(name)
    do {
      var request = URLRequest(url: address)
      request.timeoutInterval = 30
      let (data, response) = try await URLSession.shared.data(for: request)
      if let http = response as? HTTPURLResponse, http.statusCode != 200 {
        throw DataPackError(
          .failed, "\(address.absoluteString) answered \(http.statusCode); the pack may have moved")
      }
      guard data.count <= largestFile else {
        throw DataPackError(.badData, "\(name) is larger than \(largestFile) bytes")
      }
      return [UInt8](data)
    } catch let error as DataPackError {
      throw error
    } catch {
      throw DataPackError(
        .failed,
        "cannot download \(address.absoluteString): \(error.localizedDescription). Without a "
          + "network, download the files elsewhere and use `smartpick data add FOLDER`")
    }
  }

  /// Reads a file or a folder of files; a PDF goes through pdftotext.
  public static func read(
    path: String, directory: ProgramDirectory, date: CalendarDate
  ) throws(DataPackError) -> (reader: PackReader, files: [(name: String, bytes: [UInt8])]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw DataPackError(.missing, "cannot read \(path); give a CSV, a PDF or a folder of them")
    }
    var paths = [path]
    if isFolder.boolValue {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      paths = names.sorted().filter { $0.hasSuffix(".csv") }.map { "\(path)/\($0)" }
      guard !paths.isEmpty else {
        throw DataPackError(.badData, "\(path) has no CSV file")
      }
    }
    var reader = PackReader(directory: directory, date: date)
    var files: [(name: String, bytes: [UInt8])] = []
    for path in paths {
      let name = URL(fileURLWithPath: path).lastPathComponent
      guard let data = FileManager.default.contents(atPath: path) else {
        throw DataPackError(.missing, "cannot read \(path)")
      }
      let original = [UInt8](data)
      if original.starts(with: Array("%PDF".utf8)) {
        try reader.read(try text(ofPDF: path), name: name, specialty: nil)
      } else {
        let known = KnownPack.all.compactMap { $0.files[name] }.first
        let specialty = PackReader.isSignalLayout(original) ? known : nil
        if PackReader.isSignalLayout(original), specialty == nil {
          throw DataPackError(
            .badData,
            "\(name): rows name no specialty; name the file after one, as in Dermatology.csv")
        }
        try reader.read(original, name: name, specialty: specialty)
      }
      files.append((name, original))
    }
    return (reader, files)
  }

  private static func text(ofPDF path: String) throws(DataPackError) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-layout", path, "-"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw DataPackError(.failed, "cannot run pdftotext: \(error.localizedDescription)")
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !data.isEmpty else {
      throw DataPackError(
        .failed,
        "\(path) could not be turned into text; install pdftotext (package poppler-utils)")
    }
    return [UInt8](data)
  }
}
