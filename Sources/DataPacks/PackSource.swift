import Foundation
public import MatchFacts

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
  ///   - directory: The programs that its lines are matched to.
  ///   - date: The day of the download.
  ///   - progress: Told the name of each file as it begins.
  public static func download(
    _ pack: KnownPack, from address: String? = nil, directory: ProgramDirectory,
    date: CalendarDate, progress: @Sendable (String) -> Void = { _ in }
  ) async throws(DataPackError) -> (reader: PackReader, files: [(name: String, bytes: [UInt8])]) {
    var reader = PackReader(directory: directory, date: date)
    var files: [(name: String, bytes: [UInt8])] = []
    let base = address ?? pack.address
    for name in pack.fileNames {
      progress(name)
      let bytes = try fetch(name, base: base)
      try reader.read(bytes, name: name, specialty: pack.files[name])
      files.append((name, bytes))
    }
    return (reader, files)
  }

  private static func fetch(_ name: String, base: String) throws(DataPackError) -> [UInt8] {
    guard var address = URL(string: base) else {
      throw DataPackError(.usage, "'\(base)' is not an address")
    }
    address.appendPathComponent(name)
    let bytes =
      address.isFileURL
      ? FileManager.default.contents(atPath: address.path).map { [UInt8]($0) }
      : try fetchWithCurl(address, name: name)
    guard let bytes else { throw cannotDownload(address, "there is no such file") }
    guard bytes.count <= largestFile else { throw tooLarge(name) }
    return bytes
  }

  /// Asks `curl`, so that SmartPick itself holds no network client, and an installed copy needs no
  /// library for one.
  private static func fetchWithCurl(_ address: URL, name: String) throws(DataPackError) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "curl", "--fail", "--silent", "--show-error", "--location", "--proto", "=http,https",
      "--connect-timeout", "30", "--speed-limit", "1", "--speed-time", "30",
      "--max-filesize", "\(largestFile)", "--url", address.absoluteString,
    ]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    do {
      try process.run()
    } catch {
      throw cannotDownload(address, error.localizedDescription)
    }
    // What curl says of an error is one line, so it cannot fill its pipe while the other is read.
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let reason = said.split(separator: "\n").last.map(String.init) ?? "no reason given"
    switch process.terminationStatus {
    case 0: return [UInt8](data)
    case 22:
      throw DataPackError(
        .failed, "\(address.absoluteString): \(reason); the pack may have moved")
    case 63: throw tooLarge(name)
    case 127:
      throw cannotDownload(address, "the program curl is not installed (package curl)")
    default: throw cannotDownload(address, reason)
    }
  }

  private static func tooLarge(_ name: String) -> DataPackError {
    DataPackError(.badData, "\(name) is larger than \(largestFile) bytes")
  }

  private static func cannotDownload(_ address: URL, _ reason: String) -> DataPackError {
    DataPackError(
      .failed,
      "cannot download \(address.absoluteString): \(reason). Without a network, download the "
        + "files elsewhere and use `smartpick data add FOLDER`")
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
