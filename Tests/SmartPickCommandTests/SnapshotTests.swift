import Foundation
import Testing

/// What twenty very different people read, kept beside their files: `Examples/more/advice/NAME.txt`.
///
/// A change of words shows in the difference of these files, which is what to read before it lands.
/// `SMARTPICK_RECORD=1 swift test --filter Snapshot` writes them anew. Numbers and charts are not
/// compared: a new table or calibration moves them without a word being changed, and the tests of the
/// numbers stand elsewhere. Nor are the tables of programs.
@Suite("The advice of the example files", .serialized)
struct SnapshotTests {
  private static let day = "2026-09-10"
  private static let folder = Command.root.appendingPathComponent("Examples/more")
  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

  @Test("there are twenty and more") func count() { #expect(Self.names.count >= 20) }

  @Test("is in the words that were read and kept", arguments: names)
  func words(name: String) async throws {
    let file = Self.folder.appendingPathComponent(name + ".yaml").path
    let result = await Command.run("advise", file, "--as-of", Self.day)
    #expect(result.code == 0)
    let kept = Self.folder.appendingPathComponent("advice/\(name).txt")
    if ProcessInfo.processInfo.environment["SMARTPICK_RECORD"] != nil {
      try Data(result.output.utf8).write(to: kept, options: .atomic)
    }
    let before = try String(contentsOf: kept, encoding: .utf8)
    for (heading, text) in Self.sections(result.output) {
      let old = Self.sections(before).first { $0.heading == heading }?.text
      #expect(text == old, "\(name): \(heading)")
    }
    #expect(Self.sections(before).map(\.heading) == Self.sections(result.output).map(\.heading))
  }

  /// Sections whose lines are mostly programs and prices.
  private static let tables = ["YOUR LIST", "WHERE TO SIGNAL", "HOW MANY", "YOUR VISA", "YOUR OWN"]

  /// The words of each section, as one line without numbers, bars and dots.
  private static func sections(_ output: String) -> [(heading: String, text: String)] {
    var sections: [(heading: String, text: String)] = []
    for line in output.split(separator: "\n") {
      if line.first?.isUppercase == true, line == line.uppercased() {
        sections.append((masked(String(line)), ""))
      } else if !sections.isEmpty {
        sections[sections.count - 1].text += " " + masked(String(line))
      }
    }
    return sections.filter { section in !tables.contains { section.heading.hasPrefix($0) } }
      .map { ($0.heading, $0.text.split(separator: " ").joined(separator: " ")) }
  }

  private static func masked(_ line: String) -> String {
    String(
      line.map { character in
        character.isNumber || "█▓▒░●○◉◌◆◈◇▁▂▃▄▅▆▇─▲▶.,–+−·".contains(character)
          ? " " : character
      })
  }
}
