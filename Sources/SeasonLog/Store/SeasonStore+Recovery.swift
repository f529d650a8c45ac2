import Foundation
import GRDB
import MatchFacts

extension SeasonStore {
  /// What was saved of a damaged log.
  public struct Recovery: Sendable, Hashable {
    /// Where the damaged file lies now, untouched.
    public var copy: String
    /// How many lines could be read.
    public var lines: Int
    /// Whether lines are known to be missing: their numbers leave gaps, or reading stopped.
    public var isIncomplete: Bool
  }

  /// Keeps a copy of a damaged log and puts a sound one in its place with every line that can
  /// be read.
  ///
  /// - Parameter window: The season's days, for a file whose own cannot be read.
  public static func recover(
    _ path: String, window: SeasonWindow
  ) throws(SeasonLogError) -> Recovery {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    let copy = try keep(path)
    let draft = path + ".new-\(ProcessInfo.processInfo.processIdentifier)"
    defer { discard(draft) }
    let found = readable(path)
    guard !found.entries.isEmpty else {
      throw .damaged(path: path, reason: "no line of it can be read; a copy is at \(copy)")
    }
    // An undo or edit whose event is lost has nothing to act on.
    let known = Set(found.entries.map(\.id))
    let kept = found.entries.filter { entry in
      switch entry.action {
      case .undo(let target), .edit(let target, _): known.contains(target)
      case .record, .file: true
      }
    }
    try make(draft, shownAs: path, window: found.window ?? window) { db in
      for entry in kept {
        try entry.action.insert(db, recorded: entry.recorded, id: entry.id)
      }
    }
    // The old side files belong to the old file; SQLite must not play them into the new one.
    unlink(path + "-wal")
    unlink(path + "-shm")
    guard rename(draft, path) == 0 else {
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    let last = kept.last?.id ?? 0
    return Recovery(
      copy: copy, lines: kept.count,
      isIncomplete: found.wasCut || last != Int64(kept.count))
  }

  /// Copies the file and its side files to a name that is free.
  private static func keep(_ path: String) throws(SeasonLogError) -> String {
    for number in 1...999 {
      let copy = "\(path).damaged-\(number)"
      if FileManager.default.fileExists(atPath: copy) { continue }
      do {
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        for ending in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
          try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
        }
        chmod(copy, 0o600)
      } catch {
        throw .notWritable(path: copy, reason: "\(error.localizedDescription)")
      }
      return copy
    }
    throw .notWritable(path: path, reason: "there are 999 damaged copies beside it; remove some")
  }

  /// The lines that can be read, from the front until reading fails and from the back likewise.
  private static func readable(
    _ path: String
  ) -> (entries: [LogEntry], window: SeasonWindow?, wasCut: Bool) {
    guard let queue = try? connect(path, readsOnly: false) else { return ([], nil, true) }
    defer { try? queue.close() }
    var entries: [Int64: LogEntry] = [:]
    var wasCut = false
    for direction in ["ASC", "DESC"] {
      do {
        try queue.read { db in
          let rows = try Row.fetchCursor(db, sql: "SELECT * FROM entry ORDER BY id \(direction)")
          while let row = try rows.next() {
            if let entry = LogEntry(row) { entries[entry.id] = entry } else { wasCut = true }
          }
        }
      } catch {
        wasCut = true
      }
    }
    let window = try? queue.read { db in try SeasonWindow.fetch(db) }
    return (entries.values.sorted { $0.id < $1.id }, window ?? nil, wasCut)
  }
}
