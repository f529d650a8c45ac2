import GRDB

/// The tables of a season's log, made by named migrations.
enum SeasonSchema {
  /// Marks the file as a season's log ("SPSL"), so that another database is not taken for one.
  static let applicationID: Int32 = 0x5350_534C

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("2026-11 season and entries") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(
        sql: """
          CREATE TABLE season (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            match INTEGER NOT NULL, opens TEXT NOT NULL, closes TEXT NOT NULL
          ) STRICT;
          CREATE TABLE entry (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            recorded TEXT NOT NULL,
            action TEXT NOT NULL CHECK (action IN ('record', 'undo', 'edit', 'file')),
            target INTEGER REFERENCES entry(id),
            kind TEXT, program TEXT, day TEXT, signal TEXT, rating INTEGER, text TEXT,
            interview_day TEXT, path TEXT, hash TEXT
          ) STRICT;
          CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'lines of the log are never changed'); END;
          CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'lines of the log are never removed'); END;
          """)
    }
    migrator.registerMigration("2026-11 headers of imported files") { db in
      try db.execute(
        sql: """
          CREATE TABLE header (name TEXT PRIMARY KEY, field TEXT NOT NULL) STRICT;
          """)
    }
    return migrator
  }
}
