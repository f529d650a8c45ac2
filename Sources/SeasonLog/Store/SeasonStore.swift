public import Foundation
import GRDB
public import MatchFacts

/// A season's log: one SQLite file of lines that are only ever added.
///
/// What a method has recorded when it returns is on disk: each call is one transaction, synced in
/// full before it ends. Two processes take turns; one that waits longer than five seconds gets
/// ``SeasonLogError/busy(path:)``. The file is readable by its owner alone.
public struct SeasonStore: Sendable {
  /// Where the file is.
  public let path: String
  /// The season's days.
  public let window: SeasonWindow
  let queue: DatabaseQueue

  private init(path: String, window: SeasonWindow, queue: DatabaseQueue) {
    self.path = path
    self.window = window
    self.queue = queue
  }

  /// Begins a log with the applicant's file as its first line.
  ///
  /// The log is made beside its place and moved there whole, so a half-made log is never seen.
  ///
  /// - Throws: ``SeasonLogError/exists(path:)`` where there is a file already.
  public static func start(
    at path: String, window: SeasonWindow, file: FileSnapshot, recorded: Date = Date()
  ) throws(SeasonLogError) -> SeasonStore {
    guard !FileManager.default.fileExists(atPath: path) else { throw .exists(path: path) }
    let draft = path + ".new-\(ProcessInfo.processInfo.processIdentifier)"
    defer { discard(draft) }
    try make(draft, shownAs: path, window: window) { db in
      try LogEntry.Action.file(file).insert(db, recorded: SeasonClock.stamp(recorded))
    }
    guard link(draft, path) == 0 else {
      if errno == EEXIST { throw .exists(path: path) }
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    return try open(path)
  }

  /// Opens a log.
  ///
  /// - Parameter readsOnly: whether nothing will be written, so that a log in a folder without the
  ///   right to write can still be shown.
  public static func open(
    _ path: String, readsOnly: Bool = false
  ) throws(SeasonLogError) -> SeasonStore {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    if !readsOnly, access(path, W_OK) != 0 {
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    do {
      let queue = try connect(path, readsOnly: readsOnly)
      let migrator = SeasonSchema.migrator
      let window: SeasonWindow? = try queue.read { db in
        let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        guard mark == SeasonSchema.applicationID else {
          throw SeasonLogError.notASeason(path: path)
        }
        if try migrator.hasBeenSuperseded(db) { throw SeasonLogError.newer(path: path) }
        let check = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
        guard check == "ok" else { throw SeasonLogError.damaged(path: path, reason: check) }
        return try SeasonWindow.fetch(db)
      }
      if !readsOnly { try migrator.migrate(queue) }
      guard let window else {
        throw SeasonLogError.damaged(path: path, reason: "the season's days are missing")
      }
      return SeasonStore(path: path, window: window, queue: queue)
    } catch {
      throw SeasonLogError(error, path: path)
    }
  }

  /// Every line, oldest first.
  ///
  /// - Throws: ``SeasonLogError/damaged(path:reason:)`` where a line makes no sense.
  public func entries() throws(SeasonLogError) -> [LogEntry] {
    try translating { try queue.read { db in try Self.entries(db, path: path) } }
  }

  /// Records events, all or none.
  ///
  /// - Parameter today: The last day on which things can have happened.
  /// - Returns: The numbers of the new lines, and what is odd about them.
  /// - Throws: ``SeasonLogError/refused(program:findings:)`` where an event cannot be true.
  @discardableResult
  public func record(
    _ events: [SeasonEvent], today: CalendarDate, recorded: Date = Date()
  ) throws(SeasonLogError) -> [RecordedEvent] {
    try translating {
      try queue.write { db in
        var counted = Dictionary(
          grouping: try Self.entries(db, path: path).countedEvents, by: \.event.program)
        var results: [RecordedEvent] = []
        for event in events {
          let warnings = try accepted(
            event, beside: counted[event.program] ?? [], today: today)
          try LogEntry.Action.record(event).insert(db, recorded: SeasonClock.stamp(recorded))
          let id = db.lastInsertedRowID
          counted[event.program, default: []].append(CountedEvent(id: id, event: event))
          results.append(RecordedEvent(id: id, event: event, warnings: warnings))
        }
        return results
      }
    }
  }

  /// Takes back an event: the one of a number, or the one recorded last.
  ///
  /// - Returns: The event that no longer counts.
  @discardableResult
  public func undo(
    _ id: Int64? = nil, recorded: Date = Date()
  ) throws(SeasonLogError) -> CountedEvent {
    try translating {
      try queue.write { db in
        let counted = try Self.entries(db, path: path).countedEvents
        guard let last = counted.max(by: { $0.id < $1.id }) else {
          throw SeasonLogError.nothingToUndo
        }
        guard let undone = id.map({ id in counted.first { $0.id == id } }) ?? last else {
          throw SeasonLogError.noSuchLine(id ?? 0)
        }
        try LogEntry.Action.undo(undone.id).insert(db, recorded: SeasonClock.stamp(recorded))
        return undone
      }
    }
  }

  /// Changes what an event says; the old words stay in the log.
  ///
  /// - Parameter change: Makes the new event of the old one.
  @discardableResult
  public func edit(
    _ id: Int64, today: CalendarDate, recorded: Date = Date(),
    _ change: (SeasonEvent) -> SeasonEvent
  ) throws(SeasonLogError) -> RecordedEvent {
    try translating {
      try queue.write { db in
        let counted = try Self.entries(db, path: path).countedEvents
        guard let old = counted.first(where: { $0.id == id }) else {
          throw SeasonLogError.noSuchLine(id)
        }
        let new = change(old.event)
        let warnings = try accepted(new, beside: counted.filter { $0.id != id }, today: today)
        try LogEntry.Action.edit(id, new).insert(db, recorded: SeasonClock.stamp(recorded))
        return RecordedEvent(id: id, event: new, warnings: warnings)
      }
    }
  }

  /// Takes in the applicant's file as it is now.
  ///
  /// - Returns: Whether it differs from the one the log had; the same text is not taken twice.
  @discardableResult
  public func update(
    file: FileSnapshot, recorded: Date = Date()
  ) throws(SeasonLogError) -> Bool {
    try translating {
      try queue.write { db in
        let current = try Self.entries(db, path: path).currentFile
        guard current?.hash != file.hash else { return false }
        try LogEntry.Action.file(file).insert(db, recorded: SeasonClock.stamp(recorded))
        return true
      }
    }
  }

  /// Writes the whole log as one file, which can be opened like the log itself.
  public func backUp(to copy: String) throws(SeasonLogError) {
    guard !FileManager.default.fileExists(atPath: copy) else { throw .exists(path: copy) }
    let draft = copy + ".new-\(ProcessInfo.processInfo.processIdentifier)"
    defer { Self.discard(draft) }
    do {
      try queue.inDatabase { db in try db.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
      chmod(draft, 0o600)
    } catch {
      throw SeasonLogError(error, path: copy)
    }
    guard link(draft, copy) == 0 else {
      if errno == EEXIST { throw .exists(path: copy) }
      throw .notWritable(path: copy, reason: String(cString: strerror(errno)))
    }
  }

  private func accepted(
    _ event: SeasonEvent, beside counted: [CountedEvent], today: CalendarDate
  ) throws(SeasonLogError) -> [EventFinding] {
    let findings = EventCheck.findings(event, beside: counted, window: window, today: today)
    let refusals = findings.filter { $0.weight == .refused }
    guard refusals.isEmpty else { throw .refused(program: event.program, findings: refusals) }
    return findings
  }

  func translating<Value>(_ body: () throws -> Value) throws(SeasonLogError) -> Value {
    do {
      return try body()
    } catch {
      throw SeasonLogError(error, path: path)
    }
  }
}

extension SeasonStore {
  /// Makes a log at a path that nothing else uses yet, closed and in one file.
  static func make(
    _ draft: String, shownAs path: String, window: SeasonWindow,
    _ fill: (Database) throws -> Void
  ) throws(SeasonLogError) {
    // Made by us with its rights before SQLite opens it: nobody else may read it even for a moment.
    let descriptor = Glibc.open(draft, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else {
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
    do {
      let queue = try connect(draft, readsOnly: false)
      try SeasonSchema.migrator.migrate(queue)
      try queue.write { db in
        try db.execute(
          sql: "INSERT INTO season (id, match, opens, closes) VALUES (1, ?, ?, ?)",
          arguments: [window.match, window.opens.description, window.closes.description])
        try fill(db)
      }
      try queue.inDatabase { db in _ = try db.checkpoint(.truncate) }
      try queue.close()
    } catch {
      throw SeasonLogError(error, path: path)
    }
  }

  static func connect(_ path: String, readsOnly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.readonly = readsOnly
    configuration.prepareDatabase { db in
      if !readsOnly {
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        // Write-ahead logging alone may lose the last transactions with the power.
        try db.execute(sql: "PRAGMA synchronous = FULL")
      }
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  static func discard(_ draft: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(draft + ending) }
  }

  private static func entries(_ db: Database, path: String) throws -> [LogEntry] {
    try Row.fetchAll(db, sql: "SELECT * FROM entry ORDER BY id").map { row in
      guard let entry = LogEntry(row) else {
        throw SeasonLogError.damaged(
          path: path, reason: "line \(row["id"] as Int64? ?? 0) makes no sense")
      }
      return entry
    }
  }
}

extension SeasonWindow {
  static func fetch(_ db: Database) throws -> SeasonWindow? {
    guard let row = try Row.fetchOne(db, sql: "SELECT match, opens, closes FROM season"),
      let match: Int = row["match"], let opens: String = row["opens"],
      let closes: String = row["closes"], let first = CalendarDate(opens),
      let last = CalendarDate(closes)
    else { return nil }
    return SeasonWindow(match: match, opens: first, closes: last)
  }
}
