import ArgumentParser
import DataPacks
import Foundation
import MatchFacts

/// `smartpick data`: figures of single programs that may not be shipped but may be used.
struct DataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Data packs: figures of single programs, which make a list personal.",
    discussion: """
      A pack lives in your data folder, is joined to the directory with a report of every row \
      that did not join, and is named wherever one of its figures is used.

      Examples:
        smartpick data list
        smartpick data get signal-analysis
        smartpick data add ProgramResults.pdf --name nrmp-results --season 2026
        smartpick data add mine.csv
        smartpick data show signal-analysis
        smartpick data remove signal-analysis
      """,
    subcommands: [List.self, Add.self, Get.self, Show.self, Remove.self])

  /// `smartpick data list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Packs you have, packs known.")

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      let packs = try DataPacking.run { () throws(DataPackError) in
        try DataPackStore.standard().list()
      }
      if json {
        Console.say(try JSONOutput.text(DataListAnswer(packs: packs, known: KnownPack.all)))
        return
      }
      if packs.isEmpty { Console.say("No pack yet.") }
      for pack in packs {
        Console.say("\(pack.name)  \(pack.title), \(pack.season)")
        Console.say(
          "  \(pack.joined) rows joined, \(pack.notJoined.count) not; added \(pack.added)")
      }
      for pack in KnownPack.all where !packs.contains(where: { $0.name == pack.name }) {
        Console.say("\nKnown: \(pack.name)  \(pack.title), \(pack.season)")
        Console.say("  \(pack.origin). Licence: \(pack.licence).")
        Console.say("  smartpick data get \(pack.name)")
      }
    }
  }

  /// `smartpick data add PATH`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A pack from a CSV, a folder of them, or NRMP's Program Results as PDF.")

    @Argument(help: "The file or folder.")
    var path: String

    @Option(help: "Name of the pack; made from the file's name by default.")
    var name: String?

    @Option(help: "The season its figures are of.")
    var season = ""

    @Option(help: "Where it comes from.")
    var origin = "added by hand"

    @Option(help: "Licence, as its authors state it.")
    var licence = "not stated"

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      let today = try AsOfOption.parse([]).day
      let directory = try DataPacking.directory()
      let manifest = try DataPacking.run { () throws(DataPackError) in
        let (reader, files) = try PackSource.read(path: path, directory: directory, date: today)
        return try DataPackStore.standard().add(
          reader, files: files, name: name ?? DataPacking.name(of: path),
          title: URL(fileURLWithPath: path).lastPathComponent, season: season, origin: origin,
          licence: licence, date: today)
      }
      try DataPacking.report(manifest, json: json)
    }
  }

  /// `smartpick data get NAME`.
  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Download a known pack; nothing of yours is sent.")

    @Argument(help: "Name of the pack.")
    var name: String

    @Option(help: ArgumentHelp("Another address to download from.", valueName: "address"))
    var from: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() async throws {
      guard let pack = KnownPack.named(name) else {
        throw CommandFailure(
          "no known pack '\(PageText.harmless(name))'; known: "
            + KnownPack.all.map(\.name).joined(separator: ", "), .usage)
      }
      let today = try AsOfOption.parse([]).day
      let directory = try DataPacking.directory()
      let got: (reader: PackReader, files: [(name: String, bytes: [UInt8])])
      do {
        got = try await PackSource.download(pack, from: from, directory: directory, date: today) {
          Console.progress($0)
        }
      } catch {
        throw DataPacking.failure(error)
      }
      let manifest = try DataPacking.run { () throws(DataPackError) in
        try DataPackStore.standard().add(
          got.reader, files: got.files, name: pack.name, title: pack.title, season: pack.season,
          origin: pack.origin, licence: pack.licence, date: today)
      }
      try DataPacking.report(manifest, json: json)
    }
  }

  /// `smartpick data show NAME`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "A pack and the rows it lost.")

    @Argument(help: "Name of the pack.")
    var name: String

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      let manifest = try DataPacking.run { () throws(DataPackError) in
        try DataPackStore.standard().manifest(name)
      }
      try DataPacking.report(manifest, json: json, full: true)
    }
  }

  /// `smartpick data remove NAME`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a pack and its figures.")

    @Argument(help: "Name of the pack.")
    var name: String

    func run() throws {
      try DataPacking.run { () throws(DataPackError) in
        try DataPackStore.standard().remove(name)
      }
      Console.say("Removed \(name).")
    }
  }
}

/// `data list --json`.
private struct DataListAnswer: Encodable {
  var packs: [PackManifest]
  var known: [KnownPack]
}

/// What the data commands share.
private enum DataPacking {
  static func run<Value>(_ body: () throws(DataPackError) -> Value) throws(CommandFailure) -> Value
  {
    do {
      return try body()
    } catch {
      throw failure(error)
    }
  }

  static func failure(_ error: DataPackError) -> CommandFailure {
    let status: ExitStatus
    switch error.kind {
    case .usage: status = .usage
    case .badData: status = .badData
    case .missing: status = .missingInput
    case .cannotWrite: status = .cannotWrite
    case .failed: status = .failed
    }
    return CommandFailure(error.description, status)
  }

  static func directory() throws(CommandFailure) -> ProgramDirectory {
    do {
      return try Opening.facts().programs()
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  /// A pack's name from a path: letters, digits and hyphens.
  static func name(of path: String) -> String {
    let base = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent.lowercased()
    let plain = base.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(String(plain).prefix(60))
  }

  static func report(_ manifest: PackManifest, json: Bool, full: Bool = false) throws {
    if json {
      Console.say(try JSONOutput.text(manifest))
      return
    }
    Console.say(
      "\(manifest.name): \(manifest.title)\(manifest.season.isEmpty ? "" : ", \(manifest.season)")")
    Console.say("Origin: \(manifest.origin). Licence: \(manifest.licence).")
    Console.say("Figures: \(manifest.columns.joined(separator: ", "))")
    Console.say("\(manifest.joined) rows joined, \(manifest.notJoined.count) did not.")
    let shown = full ? manifest.notJoined : Array(manifest.notJoined.prefix(10))
    for row in shown {
      Console.say("  \(row.file):\(row.line) \(PageText.harmless(row.name)): \(row.reason)")
      if let nearest = row.nearest.first { Console.say("      near: \(nearest)") }
    }
    if shown.count < manifest.notJoined.count {
      Console.say(
        "  … and \(manifest.notJoined.count - shown.count) more; smartpick data show \(manifest.name)"
      )
    }
  }
}
