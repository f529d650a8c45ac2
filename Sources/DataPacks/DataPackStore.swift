import DelimitedText
import Foundation
public import MatchFacts

/// The user's data packs: a folder each in the user's data folder, with a manifest, the files as
/// they came, and the figures by program code.
public struct DataPackStore: Sendable {
  /// The folder of all packs.
  public let folder: String

  /// A store in a folder of one's own choice.
  public init(folder: String) { self.folder = folder }

  /// The store in the user's data folder (XDG).
  public static func standard() throws(DataPackError) -> DataPackStore {
    guard let user = UserFigureStore.userFolder() else {
      throw DataPackError(
        .missing, "no place for data packs: set HOME, or XDG_DATA_HOME to a folder of your own")
    }
    return DataPackStore(folder: user + "/packs")
  }

  // MARK: Reading

  /// The manifests of all packs, by name.
  public func list() throws(DataPackError) -> [PackManifest] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return []
    }
    var manifests: [PackManifest] = []
    for name in names.sorted()
    where FileManager.default.fileExists(atPath: "\(folder)/\(name)/manifest.json") {
      manifests.append(try manifest(name))
    }
    return manifests
  }

  /// The manifest of one pack.
  public func manifest(_ name: String) throws(DataPackError) -> PackManifest {
    try check(name)
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)/manifest.json") else {
      throw DataPackError(
        .missing, "no pack named '\(name)'; `smartpick data list` shows what there is")
    }
    do {
      return try JSONDecoder().decode(PackManifest.self, from: data)
    } catch {
      throw DataPackError(
        .badData, "the manifest of pack '\(name)' is damaged; remove the pack and add it again")
    }
  }

  /// The figures of all packs; where two have one, that of the pack added later counts.
  public func figures() throws(DataPackError) -> ImportedFigures {
    var all = ImportedFigures()
    let manifests = try list().sorted { ($0.added, $0.name) < ($1.added, $1.name) }
    for manifest in manifests { all = all.merged(with: try figures(of: manifest)) }
    return all
  }

  /// The figures of one pack; each names the pack as its origin.
  public func figures(of manifest: PackManifest) throws(DataPackError) -> ImportedFigures {
    let path = "\(folder)/\(manifest.name)/figures.csv"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataPackError(
        .badData, "the figures of pack '\(manifest.name)' are missing; add the pack again")
    }
    do {
      let table = try DelimitedTable([UInt8](data), name: path)
      let code = try table.column("nrmp_code")
      let figure = try table.column("figure")
      let value = try table.column("value")
      var figures = ImportedFigures()
      for record in table {
        guard let kind = FigureKind(rawValue: try record.text(figure)),
          let content = PackedValue.value(try record.text(value))
        else { continue }
        figures[try record.text(code)][kind] = Figure(
          content, origin: .pack(name: manifest.name, season: manifest.season))
      }
      return figures
    } catch {
      throw DataPackError(.badData, "\(error)")
    }
  }

  // MARK: Changing

  /// Adds a pack from a reader's figures and the files as they came.
  @discardableResult
  public func add(
    _ reader: PackReader, files: [(name: String, bytes: [UInt8])], name: String, title: String,
    season: String, origin: String, licence: String, date: CalendarDate
  ) throws(DataPackError) -> PackManifest {
    try check(name)
    guard !reader.figures.isEmpty else {
      throw DataPackError(
        .badData,
        "no row of '\(name)' joined to a program; rows need nrmp_code, or institution, city and "
          + "specialty")
    }
    let manifest = PackManifest(
      format: 1, name: name, title: title, season: season, origin: origin, licence: licence,
      files: reader.files, columns: reader.columns.sorted(), added: date, joined: reader.joined,
      notJoined: reader.notJoined)
    var writer = DelimitedWriter(header: ["nrmp_code", "figure", "value"])
    for code in reader.figures.codes {
      for (kind, figure) in reader.figures[code].all {
        writer.append([code, kind.rawValue, PackedValue.cell(figure.value)])
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let target = "\(folder)/\(name)"
    // A new pack is complete before it takes the old one's place.
    let building = "\(folder)/.\(name).new"
    do {
      try? FileManager.default.removeItem(atPath: building)
      try FileManager.default.createDirectory(
        atPath: building + "/files", withIntermediateDirectories: true)
      for file in files {
        let safe = file.name.split(separator: "/").last.map(String.init) ?? "file"
        try Data(file.bytes).write(to: URL(fileURLWithPath: "\(building)/files/\(safe)"))
      }
      try Data(writer.text.utf8).write(to: URL(fileURLWithPath: building + "/figures.csv"))
      try encoder.encode(manifest).write(to: URL(fileURLWithPath: building + "/manifest.json"))
      if FileManager.default.fileExists(atPath: target) {
        try FileManager.default.removeItem(atPath: target)
      }
      try FileManager.default.moveItem(atPath: building, toPath: target)
    } catch {
      try? FileManager.default.removeItem(atPath: building)
      throw DataPackError(
        .cannotWrite, "cannot write the pack to \(target): \(error.localizedDescription)")
    }
    return manifest
  }

  /// Removes a pack.
  public func remove(_ name: String) throws(DataPackError) {
    _ = try manifest(name)
    do {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    } catch {
      throw DataPackError(
        .cannotWrite, "cannot remove pack '\(name)': \(error.localizedDescription)")
    }
  }

  private func check(_ name: String) throws(DataPackError) {
    let isPlain = name.utf8.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0) || (65...90).contains($0) || $0 == 45
        || $0 == 95
    }
    guard isPlain, (1...60).contains(name.utf8.count) else {
      throw DataPackError(
        .usage, "'\(name)' is not a name for a pack; use letters, digits and hyphens")
    }
  }
}
