import Foundation
import GRDB
import MatchFacts
import Testing

@testable import SeasonLog

/// A folder of its own for each test, with a season in it.
struct SeasonFolder {
  let folder: String
  let path: String
  let today: CalendarDate

  init() throws {
    folder = NSTemporaryDirectory() + "season-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/season.smartpick"
    today = try day(2026, 11, 20)
  }

  func start() throws -> SeasonStore {
    try SeasonStore.start(
      at: path,
      window: SeasonWindow(match: 2027, opens: try day(2026, 9, 2), closes: try day(2027, 3, 19)),
      file: FileSnapshot(path: "me.yaml", text: "format: 1\n"))
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
  try #require(CalendarDate(year: year, month: month, day: day))
}

@Suite("A season's log")
struct SeasonStoreTests {
  @Test("What is recorded is there for the next process, and only the owner may read it")
  func recordedIsKept() throws {
    let folder = try SeasonFolder()
    defer { folder.remove() }
    let store = try folder.start()
    try store.record(
      [
        SeasonEvent(.applied, program: "A", day: try day(2026, 9, 23)),
        SeasonEvent(.signaled, program: "A", day: try day(2026, 9, 23), signal: .gold),
        SeasonEvent(.interview, program: "A", day: try day(2026, 10, 12)),
        SeasonEvent(.applied, program: "B", day: try day(2026, 9, 23)),
      ], today: folder.today)
    let again = try SeasonStore.open(folder.path)
    let events = try again.entries().countedEvents
    let state = SeasonState(events, window: again.window, asOf: folder.today)
    #expect(state.programs.map(\.code) == ["A", "B"])
    #expect(state.programs.first?.state == .interview)
    #expect(state.programs.first?.signal == .gold)
    #expect(state.counts[.applied] == 2)
    #expect(state.counts[.interview] == 1)
    let before = SeasonState(events, window: again.window, asOf: try day(2026, 10, 11))
    #expect(before.counts[.interview] == 0)
    let mode =
      try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("Undo and edit change what counts and keep every line")
  func undoAndEdit() throws {
    let folder = try SeasonFolder()
    defer { folder.remove() }
    let store = try folder.start()
    let recorded = try store.record(
      [
        SeasonEvent(.applied, program: "A", day: try day(2026, 9, 23)),
        SeasonEvent(.interview, program: "A", day: try day(2026, 10, 12)),
      ], today: folder.today)
    let invitation = try #require(recorded.last)
    let moved = try day(2026, 10, 13)
    try store.edit(invitation.id, today: folder.today) { event in
      var event = event
      event.day = moved
      return event
    }
    #expect(try store.entries().countedEvents.last?.event.day == moved)
    #expect(try store.undo().id == invitation.id)
    #expect(try store.entries().countedEvents.count == 1)
    // The file, two events, an edit, an undo.
    #expect(try store.entries().count == 5)
    #expect(throws: SeasonLogError.noSuchLine(invitation.id)) { try store.undo(invitation.id) }
    #expect(try store.undo().event.kind == .applied)
    #expect(throws: SeasonLogError.nothingToUndo) { try store.undo() }
  }

  @Test("Impossible events are refused and named, and nothing of the same call is kept")
  func impossible() throws {
    let folder = try SeasonFolder()
    defer { folder.remove() }
    let store = try folder.start()
    let impossible: [[SeasonEvent]] = [
      [SeasonEvent(.interview, program: "A", day: try day(2026, 11, 21))],
      [SeasonEvent(.interview, program: "A", day: try day(2025, 10, 12))],
      [
        SeasonEvent(.interview, program: "A", day: try day(2026, 10, 12)),
        SeasonEvent(.interviewed, program: "A", day: try day(2026, 10, 11)),
      ],
      [
        SeasonEvent(.applied, program: "A", day: try day(2026, 9, 23)),
        SeasonEvent(.applied, program: "A", day: try day(2026, 9, 24)),
      ],
    ]
    for events in impossible {
      #expect {
        try store.record(events, today: folder.today)
      } throws: { error in
        guard case .refused("A", let findings)? = error as? SeasonLogError else { return false }
        return findings.count == 1
      }
    }
    #expect(try store.entries().countedEvents.isEmpty)
  }

  @Test("An interview without a logged invitation is kept and remarked on")
  func warned() throws {
    let folder = try SeasonFolder()
    defer { folder.remove() }
    let recorded = try folder.start().record(
      [SeasonEvent(.interviewed, program: "A", day: try day(2026, 11, 2))], today: folder.today)
    #expect(recorded.first?.warnings.count == 1)
  }

  @Test("Lines cannot be changed or removed, even by another program")
  func appendOnly() throws {
    let folder = try SeasonFolder()
    defer { folder.remove() }
    _ = try folder.start()
    let queue = try SeasonStore.connect(folder.path, readsOnly: false)
    #expect(throws: (any Error).self) {
      try queue.write { try $0.execute(sql: "DELETE FROM entry") }
    }
    #expect(throws: (any Error).self) {
      try queue.write { try $0.execute(sql: "UPDATE entry SET text = ''") }
    }
  }

  @Test("A log of a later version is refused untouched")
  func newer() throws {
    let folder = try SeasonFolder()
    defer { folder.remove() }
    _ = try folder.start()
    let queue = try SeasonStore.connect(folder.path, readsOnly: false)
    try queue.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2031-01 something else')")
    }
    try queue.close()
    #expect(throws: SeasonLogError.newer(path: folder.path)) { try SeasonStore.open(folder.path) }
  }

  @Test("Another file is not taken for a season, and a season is not started over one")
  func otherFiles() throws {
    let folder = try SeasonFolder()
    defer { folder.remove() }
    #expect(throws: SeasonLogError.missing(path: folder.path)) {
      try SeasonStore.open(folder.path)
    }
    try Data("program,event,date\n".utf8).write(to: URL(fileURLWithPath: folder.path))
    #expect(throws: SeasonLogError.notASeason(path: folder.path)) {
      try SeasonStore.open(folder.path)
    }
    #expect(throws: SeasonLogError.exists(path: folder.path)) { try folder.start() }
  }

  @Test("A backup is one file that opens by itself")
  func backup() throws {
    let folder = try SeasonFolder()
    defer { folder.remove() }
    let store = try folder.start()
    try store.record(
      [SeasonEvent(.applied, program: "A", day: try day(2026, 9, 23))], today: folder.today)
    let copy = folder.folder + "/elsewhere.smartpick"
    try store.backUp(to: copy)
    #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
    #expect(try SeasonStore.open(copy).entries() == store.entries())
  }

  @Test("A damaged log is named, kept, and what can be read is read")
  func damaged() throws {
    let folder = try SeasonFolder()
    defer { folder.remove() }
    var store: SeasonStore? = try folder.start()
    let events = try (0..<2000).map {
      SeasonEvent(.applied, program: "P\($0)", day: try day(2026, 9, 23))
    }
    try store?.record(events, today: folder.today)
    let window = try #require(store).window
    let copy = folder.folder + "/whole.smartpick"
    try store?.backUp(to: copy)
    store = nil
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: copy)))
    let middle = bytes.count / 2
    for place in middle..<(middle + 4096) { bytes[place] = 0x5A }
    let broken = folder.folder + "/broken.smartpick"
    try Data(bytes).write(to: URL(fileURLWithPath: broken))
    #expect {
      try SeasonStore.open(broken)
    } throws: { error in
      if case .damaged? = error as? SeasonLogError { true } else { false }
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: broken))
    let recovery = try SeasonStore.recover(broken, window: window)
    #expect(recovery.lines > 1000)
    #expect(recovery.isIncomplete)
    #expect(try Data(contentsOf: URL(fileURLWithPath: recovery.copy)) == before)
    #expect(try SeasonStore.open(broken).entries().count == recovery.lines)
  }

  @Test("Two writers at once lose nothing")
  func twoWriters() async throws {
    let folder = try SeasonFolder()
    defer { folder.remove() }
    _ = try folder.start()
    let day = try day(2026, 9, 23)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in ["A", "B"] {
        group.addTask {
          let store = try SeasonStore.open(folder.path)
          for number in 0..<40 {
            try store.record(
              [SeasonEvent(.applied, program: "\(writer)\(number)", day: day)],
              today: folder.today)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try SeasonStore.open(folder.path).entries().countedEvents.count == 80)
  }
}
