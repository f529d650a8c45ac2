import ApplicantFile
import Foundation
import Testing

@Suite("The partner's file")
struct PartnerFileTests {
  /// The warnings about `couple` of a file in a folder that holds `partner.yaml` and `folder/`.
  private func warnings(couple: String) throws -> [FileProblem] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "smartpick-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "folder"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = folder.appending(path: "me.yaml")
    try Data(minimal("couple: \(couple)").utf8).write(to: own)
    try Data(minimal().utf8).write(to: folder.appending(path: "partner.yaml"))
    let file = try ApplicantFile.read(
      path: own.path, rules: Rules.usual, names: SmallCatalog())
    return file.warnings.filter { $0.field == "couple" }
  }

  @Test(
    "A partner's file that is there is accepted", arguments: ["partner.yaml", "./partner.yaml"])
  func present(couple: String) throws {
    #expect(try warnings(couple: couple).isEmpty)
  }

  @Test(
    "One that is not there, is a folder, or is the file itself gets a warning with its path",
    arguments: [
      ("nobody.yaml", "is not there", "/nobody.yaml"), ("folder", "is a folder", "/folder"),
      ("./me.yaml", "this file itself", "/me.yaml"),
      ("folder/../me.yaml", "this file itself", "/me.yaml"),
    ])
  func absent(couple: String, words: String, path: String) throws {
    let found = try warnings(couple: couple)
    #expect(found.count == 1)
    #expect(found.first?.message.contains(words) == true)
    #expect(found.first?.message.hasSuffix(path) == true)
    #expect(found.first?.line == 4)
    #expect(found.first?.remedy != nil)
  }

  @Test("Text that comes from no disk is not held against one")
  func text() throws {
    #expect(try read(minimal("couple: nobody.yaml")).warnings.isEmpty)
  }
}

@Suite("The two files of a couple")
struct CouplePairTests {
  private func files(
    _ own: String = "a.yaml", _ body: (String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "smartpick-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "inner"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a.yaml", "b.yaml", "c.yaml", "inner/d.yaml"] {
      try Data(minimal().utf8).write(to: folder.appending(path: name))
    }
    try body(folder.appending(path: own).path)
  }

  @Test("The partner's file is found from the folder of the file that names it")
  func found() throws {
    try files { own in
      let pair = try CouplePair(own: own, named: "b.yaml")
      #expect(pair.partner.hasSuffix("/b.yaml"))
      try pair.check(partnerNames: "./a.yaml")
      try pair.check(partnerNames: nil)
      try CouplePair(own: own, named: "inner/d.yaml").check(partnerNames: "../a.yaml")
    }
  }

  @Test("A file that is not there, is the file itself, or names another is told")
  func refused() throws {
    try files { own in
      #expect {
        _ = try CouplePair(own: own, named: "nobody.yaml")
      } throws: { "\($0)".contains("nobody.yaml is not there") }
      #expect(throws: CoupleFileError.isSelf(named: "./a.yaml")) {
        _ = try CouplePair(own: own, named: "./a.yaml")
      }
      let pair = try CouplePair(own: own, named: "b.yaml")
      #expect(
        throws: CoupleFileError.namesAnother(
          partner: "b.yaml", names: "c.yaml", own: "a.yaml")
      ) { try pair.check(partnerNames: "c.yaml") }
      try pair.check(season: 2027, partnerSeason: nil)
      try pair.check(season: 2027, partnerSeason: 2027)
      #expect {
        try pair.check(season: 2027, partnerSeason: 2026)
      } throws: {
        "\($0)".contains("the 2026 Match (b.yaml), you for 2027 (a.yaml)")
      }
    }
  }
}
