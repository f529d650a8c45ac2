import Foundation
import Synchronization
import Testing

@testable import smartpick

@Suite("smartpick rank and soap")
struct RankCommandTests {
  /// A folder of one's own for the time of a test.
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("smartpick-rank-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  private func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private let file = Command.example("internal-medicine-252-245")

  @Test("The JSON has the documented layout, and its chances sum to 1")
  func json() async throws {
    try await withFolder { folder in
      try write("code\n1903140C0\n2311140C0\n1102140C2\n", folder + "/order.csv")
      let answer = await Command.run("rank", file, "--order", folder + "/order.csv", "--json")
      #expect(answer.code == 0, "\(answer.errors)")
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
      let order = try #require(json["order"] as? [[String: Any]])
      #expect(order.map { $0["code"] as? String } == ["1903140C0", "2311140C0", "1102140C2"])
      #expect(order.map { $0["rank"] as? Int } == [1, 2, 3])
      let unmatched = try #require((json["unmatched"] as? [String: Double])?["estimate"])
      let landing = order.compactMap { ($0["landing"] as? [String: Double])?["estimate"] }
      #expect(abs(landing.reduce(unmatched, +) - 1) < 1e-9)
      let last = try #require((order.last?["atOrAbove"] as? [String: Double])?["estimate"])
      #expect(abs(last + unmatched - 1) < 1e-9)
      #expect(json["addsNothingBeyond"] is Int)
    }
  }

  @Test("Questions are asked until the order is settled, each answer kept at once")
  func asking() async throws {
    try await withFolder { folder in
      let sheets = folder + "/sheets.csv"
      let answers = folder + "/answers.csv"
      try write("code,gut\n1903140C0,7\n2311140C0,7\n1102140C2,2\n", sheets)
      let replies = Mutex(["maybe", "2"])
      let answer = await Conversation.$reader.withValue({
        replies.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      }) {
        await Command.run(
          "rank", file, "--sheets", sheets, "--answers", answers, "--ask", "--json")
      }
      #expect(answer.code == 0, "\(answer.errors)")
      #expect(answer.errors.contains("Please answer 1, 2, = or q"))
      #expect(answer.errors.contains("settled"))
      let kept = try String(contentsOfFile: answers, encoding: .utf8)
      #expect(kept == "better,worse,alike\n2311140C0,1903140C0,\n")
      // The same answers from the file, nobody asked.
      let again = await Command.run(
        "rank", file, "--sheets", sheets, "--answers", answers, "--json")
      #expect(again.output == answer.output)
      #expect(again.output.contains("\"isSettled\" : true"))
    }
  }

  @Test("The season's log gives interviews, marks and notes; sheets are written from it")
  func fromTheLog() async throws {
    try await withFolder { folder in
      let log = folder + "/season.smartpick"
      let steps: [[String]] = [
        ["season", "start", file, "--season", log, "--as-of", "2027-02-10"],
        ["season", "add", "1903140C0", "applied", "2026-09-23", "--season", log],
        ["season", "add", "1903140C0", "interview", "2026-10-12", "--season", log],
        ["season", "add", "1903140C0", "interviewed", "2026-11-12", "--season", log],
        ["season", "add", "2311140C0", "applied", "2026-09-23", "--season", log],
      ]
      for step in steps {
        let answer = await Command.runAll(
          step + (step[1] == "add" ? ["--as-of", "2027-02-10"] : []))
        #expect(answer.code == 0, "\(step) \(answer.errors)")
      }
      let answer = await Command.run(
        "rank", file, "--season", log, "--as-of", "2027-02-10", "--json")
      #expect(answer.code == 0, "\(answer.errors)")
      #expect(answer.output.contains("\"code\" : \"1903140C0\""))
      #expect(!answer.output.contains("\"code\" : \"2311140C0\""))
      let written = await Command.run(
        "rank", file, "--season", log, "--as-of", "2027-02-10", "--write-sheets",
        folder + "/sheets.yaml")
      #expect(written.code == 0, "\(written.errors)")
      let sheets = try String(contentsOfFile: folder + "/sheets.yaml", encoding: .utf8)
      #expect(sheets.contains("1903140C0") && !sheets.contains("2311140C0"))
    }
  }

  @Test("Faults are told by line, with the documented exit codes")
  func faults() async throws {
    try await withFolder { folder in
      let missing = await Command.run("rank", file, "--order", folder + "/none.csv")
      #expect(missing.code == 66 && missing.errors.contains("none.csv"))
      try write("code\n1903140C0\n9999999C9\n", folder + "/order.csv")
      let unknown = await Command.run("rank", file, "--order", folder + "/order.csv")
      #expect(unknown.code == 65 && unknown.errors.contains("order.csv:3: 9999999C9"))
      let both = await Command.run("rank", file, "--order", folder + "/order.csv", "--ask")
      #expect(both.code == 64)
      try write("nothing here\n", folder + "/lup.txt")
      let empty = await Command.run("soap", file, "--unfilled", folder + "/lup.txt")
      #expect(empty.code == 65 && empty.errors.contains("lup.txt"))
      let zone = await Command.run("soap", file, "--zone", "Nowhere")
      #expect(zone.code == 65 && zone.errors.contains("Nowhere"))
    }
  }

  @Test("A couple's lists are written side by side, as each partner types them")
  func couple() async throws {
    try await withFolder { folder in
      try write("code\n1903140C0\n2311140C0\n", folder + "/a.csv")
      try write("code\n1451120C1\n1518120C0\n", folder + "/b.csv")
      let answer = await Command.run(
        "rank", Command.example("couple-a"), "--order", folder + "/a.csv", "--partner-order",
        folder + "/b.csv", "--couples", folder + "/joint.csv", "--as-of", "2026-11-28")
      #expect(answer.code == 0, "\(answer.errors)")
      let lines = try String(contentsOfFile: folder + "/joint.csv", encoding: .utf8)
        .split(separator: "\n")
      #expect(lines.count == 1 + 8)
      #expect(lines[0].hasPrefix("rank,"))
      #expect(lines.contains { $0.contains("No Match") })
      #expect(answer.output.contains("The two of you"))
    }
  }

  @Test("SOAP answers as one JSON document and writes its list")
  func soap() async throws {
    try await withFolder { folder in
      try write("Program Code,Positions\n1451120C1,6\n1518120C0,8\n", folder + "/lup.csv")
      let answer = await Command.run(
        "soap", file, "--unfilled", folder + "/lup.csv", "--csv", folder + "/send.csv", "--json")
      #expect(answer.code == 0, "\(answer.errors)")
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
      #expect((json["list"] as? [Any])?.count == 2)
      #expect(json["mostApplications"] as? Int == 45)
      let table = try String(contentsOfFile: folder + "/send.csv", encoding: .utf8)
      #expect(table.contains("1451120C1") && table.contains("1518120C0"))
    }
  }
}

extension Command {
  static func runAll(
    _ arguments: [String]
  ) async -> (code: Int32, output: String, errors: String) {
    let recording = Console.Recording()
    let code = await Console.$recording.withValue(recording) {
      await SmartPickMain.run(arguments)
    }
    return (code, recording.output, recording.errors)
  }
}
