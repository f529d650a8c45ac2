import ApplicantFile
import Foundation
import Testing

@Suite("Files that are not what they should be")
struct HostileInputTests {
  private func error(_ body: () throws -> Void) -> ApplicantFileError? {
    do {
      try body()
      return nil
    } catch { return error as? ApplicantFileError }
  }

  private func error(bytes: [UInt8]) -> ApplicantFileError? {
    error {
      _ = try ApplicantFile.parse(bytes: bytes, rules: Rules.usual, names: SmallCatalog())
    }
  }

  @Test("Empty files, and files of remarks only, say so")
  func empty() {
    for text in ["", "\n \n", "# nothing\n", "---\n"] {
      let found = problems(text)
      #expect(found.count == 1)
      #expect(found.first?.kind == .missing)
      #expect(found.first?.remedy?.contains("smartpick init") == true)
    }
  }

  @Test("Binary data, foreign encodings and large files are refused before they are parsed")
  func refused() {
    #expect(error(bytes: [0x89, 0x50, 0x00, 0x01])?.problems.first?.kind == .refused)
    #expect(error(bytes: Array("type: us-md\u{1}".utf8))?.problems.first?.kind == .refused)
    #expect(
      error(bytes: [0xFF, 0xFE, 0x74, 0x00])?.problems.first?.message.contains("UTF-8") == true)
    let large = [UInt8](repeating: 0x23, count: 1_000_001)
    #expect(error(bytes: large)?.problems.first?.message.contains("1000 kB") == true)
    #expect(error(bytes: large)?.exitCode == 65)
  }

  @Test("A byte order mark and Windows line ends are harmless")
  func windows() throws {
    let text = "\u{FEFF}" + minimal().replacingOccurrences(of: "\n", with: "\r\n")
    let file = try ApplicantFile.parse(
      bytes: Array(text.utf8), rules: Rules.usual, names: SmallCatalog())
    #expect(file.applicant.step2CK?.score == 245)
  }

  @Test(
    "Deep nesting is refused, not followed",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 900),
      "\"[a" + String(repeating: "[", count: 5000),
      "a: x\"y\nb: [\"" + String(repeating: "[", count: 5000),
      String(repeating: "- ", count: 50_000) + "x", String(repeating: "? ", count: 400) + "x",
      (0..<900).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    ])
  func nesting(text: String) {
    let found = problems(text)
    #expect(found.count >= 1)
  }

  @Test("Alias bombs are refused in no time, single aliases by their place")
  func aliases() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...40 {
      bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(problems(bomb).map(\.kind) == [.refused])
    let single = problems(minimal("tie_states: &t [TX]\nhome_programs: *t"))
    #expect(single.allSatisfy { $0.kind == .refused })
    #expect(single.map(\.line).first == 4)
    let key = "&a [x, x]: 1\n"
    #expect(!problems(key).isEmpty)
    #expect(problems(minimal("name: \"R&D *star* & more\"")).isEmpty)
  }

  @Test(
    "Broken YAML names the line",
    arguments: [
      ("type: us-md\nstep2ck: {score: 245", 2), ("type: \"us-md\nstep2ck: 245\n", 1),
      ("type: us-md\n\tstep2ck: 245\n", 2), ("type: us-md\nname: a: b\n", 2),
      ("type: us-md\n---\ntype: us-do\n", 2), ("type us-md\nstep2ck: 245\n", 1),
    ])
  func syntax(text: String, line: Int) throws {
    let found = problems(text)
    try #require(found.count == 1)
    #expect(found[0].kind == .syntax)
    #expect(abs((found[0].line ?? 0) - line) <= 1)
    #expect(found[0].remedy != nil)
  }

  @Test("Any cut of a good file, and any random change, gives a file or an error, never a crash")
  func mutations() {
    let good = Array(
      """
      type: us-md
      step1: {score: 252, date: 2021-06-14}
      step2ck:
        score: 245   # three digits
      letters: {count: 4, strength: "strong"}
      red_flags: [{kind: other, note: "a \\u0041"}]
      specialties: [IM, {name: FM, weight: 0.6}]
      program_utilities: {1313120C0: 0.9}
      """.utf8)
    for end in good.indices {
      let failure = error(bytes: Array(good[..<end]))
      #expect(failure == nil || failure?.problems.isEmpty == false)
    }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(_ below: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(below))
    }
    let pieces: [[UInt8]] = [
      "[", "]", "{", "}", "&a", "*a", ":", "-", "\"", "'", "!!int", "\n", "#",
    ]
    .map { Array($0.utf8) }
    for _ in 0..<1500 {
      var bytes = good
      for _ in 0...random(4) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(random(256))
        default: bytes.insert(contentsOf: pieces[random(pieces.count)], at: place)
        }
      }
      let failure = error(bytes: bytes)
      #expect(failure == nil || failure?.problems.isEmpty == false)
    }
  }

  @Test("Files that cannot be read are missing input (66)")
  func unreadable() {
    for path in ["/nonexistent/me.yaml", "/tmp", "/"] {
      let failure = error {
        _ = try ApplicantFile.read(path: path, rules: Rules.usual, names: SmallCatalog())
      }
      #expect(failure?.exitCode == 66)
      #expect(failure?.problems.first?.file == path)
    }
  }
}
