import Foundation
import MatchFacts

/// The facts that ship, opened once for all tests.
enum Shared {
  private static let opened = Result { try MatchFacts.load() }
  private static let read = Result { try opened.get().programs() }

  static var facts: MatchFacts {
    get throws { try opened.get() }
  }

  static var directory: ProgramDirectory {
    get throws { try read.get() }
  }

  private static let placed = Result { try opened.get().standing(of: try read.get()) }

  static var standing: StandingTable {
    get throws { try placed.get() }
  }

  private static let prepared = Result { ProgramJoin(try read.get()) }

  static var join: ProgramJoin {
    get throws { try prepared.get() }
  }
}

/// A copy of the facts' folder in which single files are replaced or edited; removed at the end.
final class ScratchFacts {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("smartpick-facts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = URL(fileURLWithPath: try Shared.facts.folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent(name),
        withDestinationURL: source.appendingPathComponent(name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var facts: MatchFacts {
    get throws { try MatchFacts.load(from: folder.path) }
  }

  func text(_ table: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(table + ".csv"), encoding: .utf8)
  }

  func replace(_ table: String, with text: String) throws {
    let file = folder.appendingPathComponent(table + ".csv")
    try? FileManager.default.removeItem(at: file)
    try text.write(to: file, atomically: false, encoding: .utf8)
  }

  /// Writes another number of rows for a table into the manifest.
  func declare(_ rows: Int, rowsOf table: String) throws {
    let lines = try text("tables").split(separator: "\n").map { line in
      guard line.hasPrefix(table + ","), let entry = try Shared.facts.table(table) else {
        return String(line)
      }
      return line.replacingOccurrences(of: ",\(entry.rows),", with: ",\(rows),")
    }
    try replace("tables", with: lines.joined(separator: "\n"))
  }

  /// Edits one line, counted from 1 as in error messages.
  func editLine(_ line: Int, of table: String, _ edit: (String) -> String) throws {
    var lines = try text(table).components(separatedBy: "\n")
    lines[line - 1] = edit(lines[line - 1])
    try replace(table, with: lines.joined(separator: "\n"))
  }

  func remove(_ table: String) throws {
    try FileManager.default.removeItem(at: folder.appendingPathComponent(table + ".csv"))
  }
}
