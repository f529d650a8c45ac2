import Foundation
import Testing

/// The season's commands, as a person meets them.
@Suite("The season on the command line")
struct SeasonCommandTests {
  /// A folder with a log that was started from an example.
  static func withLog(_ body: (String, String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/season-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let log = folder + "/season.smartpick"
    let start = await Command.run(
      "season", "start", Command.example("internal-medicine-252-245"), "--season", log, "--as-of",
      "2026-09-22")
    #expect(start.code == 0, "\(start.errors)")
    try await body(folder, log)
  }

  static func write(_ text: String, _ path: String) throws -> String {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  static let ohio = "1566140C0"
  static let michigan = "1293140C0"

  @Test("Events move the odds, and the JSON has the documented keys")
  func status() async throws {
    try await Self.withLog { folder, log in
      let csv = try Self.write(
        """
        program,event,date,signal
        \(Self.ohio),applied,2026-09-23,
        \(Self.ohio),signaled,2026-09-23,silver
        \(Self.michigan),applied,2026-09-23,
        \(Self.ohio),interview,2026-10-12,
        """, folder + "/a.csv")
      let imported = await Command.run(
        "season", "import", csv, "--season", log, "--as-of", "2026-10-20")
      #expect(imported.code == 0, "\(imported.errors)")
      let answer = await Command.run(
        "season", "status", "--season", log, "--as-of", "2026-10-20", "--json")
      #expect(answer.code == 0, "\(answer.errors)")
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
      let odds = try #require(json["odds"] as? [String: Any])
      for key in ["prior", "now"] {
        let forecast = try #require(odds[key] as? [String: Any])
        #expect((forecast["match"] as? [String: Any])?["estimate"] is Double)
        #expect((forecast["interviews"] as? [String: Any])?["expected"] is Double)
      }
      let programs = try #require(json["programs"] as? [[String: Any]])
      #expect(programs.first { $0["code"] as? String == Self.ohio }?["invited"] as? Double == 1)
      #expect((json["counts"] as? [String: Int])?["applied"] == 2)
      #expect((json["moved"] as? [[String: Any]])?.first?["points"] is Double)
      let page = await Command.run("season", "status", "--season", log, "--as-of", "2026-10-20")
      #expect(page.output.contains("Of 100 applicants"))
      #expect(page.output.contains("II"))
    }
  }

  @Test("Other headers are told once and remembered")
  func headers() async throws {
    try await Self.withLog { folder, log in
      let first = try Self.write(
        "Residency,Status,When\n\(Self.ohio),applied,2026-09-23\n", folder + "/a.csv")
      let refused = await Command.run(
        "season", "import", first, "--season", log, "--as-of", "2026-10-20")
      #expect(refused.code == 65 && refused.output.isEmpty)
      #expect(refused.errors.contains("Residency, Status, When"))
      #expect(refused.errors.contains("--map"))
      let told = await Command.run(
        "season", "import", first, "--map", "program=Residency", "--map", "event=Status", "--map",
        "date=When", "--season", log, "--as-of", "2026-10-20")
      #expect(told.code == 0, "\(told.errors)")
      let second = try Self.write(
        "When,Residency,Status\n2026-10-12,\(Self.ohio),invited\n", folder + "/b.csv")
      let again = await Command.run(
        "season", "import", second, "--season", log, "--as-of", "2026-10-20")
      #expect(again.code == 0 && again.output.contains("Recorded 1"), "\(again.errors)")
      let wrong = await Command.run(
        "season", "import", second, "--map", "programme=Residency", "--season", log)
      #expect(wrong.code == 64)
    }
  }

  @Test("What cannot be is refused whole, with line and remedy; a partner's log is no CSV")
  func refused() async throws {
    try await Self.withLog { folder, log in
      for (row, named) in [
        ("\(Self.ohio),applied,2025-09-23", "outside the season"),
        ("\(Self.ohio),applied,2026-12-23", "still to come"),
        ("9999999X9,applied,2026-09-23", "no program fits"),
        ("\(Self.ohio),hired,2026-09-23", "accepted are"),
        ("\(Self.ohio),applied,23.9.2026", "YYYY-MM-DD"),
      ] {
        let csv = try Self.write(
          "program,event,date\n\(Self.michigan),applied,2026-09-23\n\(row)\n", folder + "/a.csv")
        let answer = await Command.run(
          "season", "import", csv, "--season", log, "--as-of", "2026-10-20")
        #expect(answer.code == 65, "\(row)")
        #expect(answer.errors.contains(named), "\(row): \(answer.errors)")
      }
      let two = try Self.write(
        "program,event,date\n\(Self.ohio),rejected,2026-10-01\n\(Self.ohio),rejected,2026-10-02\n",
        folder + "/a.csv")
      let twice = await Command.run(
        "season", "import", two, "--season", log, "--as-of", "2026-10-20")
      #expect(twice.code == 65 && twice.errors.contains("already"))
      let other = await Command.run("season", "import", log, "--season", log)
      #expect(other.code == 65 && other.errors.contains("one log holds one person's season"))
      let export = await Command.run("season", "export", "--season", log)
      #expect(export.output.split(separator: "\n").count == 1)
    }
  }

  @Test("A folder without the right to write: the log is shown, and nothing is recorded")
  func readOnly() async throws {
    guard geteuid() != 0 else { return }
    try await Self.withLog { folder, log in
      try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: log)
      try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
      defer {
        try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      }
      let add = await Command.run(
        "season", "add", Self.ohio, "applied", "2026-09-23", "--season", log, "--as-of",
        "2026-10-20")
      #expect(add.code == 73 && add.errors.contains("nothing was recorded"))
      let status = await Command.run("season", "status", "--season", log, "--as-of", "2026-10-20")
      #expect(status.code == 0, "\(status.errors)")
    }
  }

  @Test("Interviews and dates go to a calendar in Eastern time, whole days where no hour is known")
  func calendar() async throws {
    try await Self.withLog { folder, log in
      for (event, day) in [("interview", "2026-10-12"), ("accepted", "2026-10-13")] {
        let answer = await Command.run(
          "season", "add", Self.ohio, event, day, "--on", "2026-11-30", "--season", log, "--as-of",
          "2026-10-20")
        #expect(answer.code == 0, "\(answer.errors)")
      }
      let ics = folder + "/season.ics"
      let answer = await Command.run(
        "season", "export", "--ics", ics, "--season", log, "--as-of", "2026-10-20")
      #expect(answer.code == 0, "\(answer.errors)")
      let text = try String(contentsOfFile: ics, encoding: .utf8)
      #expect(text.contains("BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n"))
      #expect(text.contains("DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n"))
      #expect(text.contains("DTSTART;TZID=America/New_York:20270319T120000\r\n"))
      #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }
  }
}
