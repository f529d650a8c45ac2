import Foundation
import Testing

@testable import MatchFacts

@Suite("A shipped file is found")
struct ResourceFolderTests {
  let root: String
  let rules = ResourceFolder(target: "Part", installedName: "part", variable: "PART")

  init() throws {
    root = NSTemporaryDirectory() + "resource-folder-\(UUID().uuidString)"
    for place in ["/bin/SmartPick_Part.resources/Resources", "/share/smartpick/part", "/own"] {
      try FileManager.default.createDirectory(
        atPath: root + place, withIntermediateDirectories: true)
    }
    for file in ["/bin/SmartPick_Part.resources/Resources/a", "/share/smartpick/part/b", "/own/a"] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: root + file))
    }
  }

  private func find(
    _ file: String, in folder: ResourceFolder, by variables: [String: String] = [:]
  ) throws(FactsError) -> String {
    try folder.path(
      of: file, namedBy: "FILE", environment: { variables[$0] },
      executable: root + "/bin/smartpick")
  }

  @Test("beside the program, and then in the installation")
  func shipped() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(try find("a", in: rules) == root + "/bin/SmartPick_Part.resources/Resources/a")
    #expect(try find("b", in: rules) == root + "/share/smartpick/part/b")
    let error = try #require(throws: FactsError.self) { try find("c", in: rules) }
    #expect(error.description.contains("c was not found"))
    #expect(error.description.contains(root + "/share/smartpick/part/c"))
  }

  @Test("where the user says, before anything shipped: the file first, then the folder")
  func named() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let own = root + "/own"
    #expect(try find("a", in: rules, by: ["PART": own]) == own + "/a")
    #expect(
      try find("a", in: rules, by: ["PART": own, "FILE": root + "/share/smartpick/part/b"])
        == root + "/share/smartpick/part/b")
    #expect(try find("b", in: rules, by: ["PART": own]) == root + "/share/smartpick/part/b")
  }

  @Test("and what the user names must be there")
  func missing() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let gone = root + "/gone"
    #expect(
      throws: FactsError.namedMissing(variable: "FILE", path: gone, accepted: "a file like a")
    ) { try find("a", in: rules, by: ["FILE": gone]) }
    #expect(
      throws: FactsError.namedMissing(variable: "PART", path: gone, accepted: "a folder with a")
    ) { try find("a", in: rules, by: ["PART": gone]) }
    var whole = rules
    whole.isReplacedWhole = true
    #expect(throws: FactsError.self) { try find("b", in: whole, by: ["PART": root + "/own"]) }
  }

  @Test("in an installed tree, in a path with spaces, after the tree has moved, without a home")
  func installed() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let files = FileManager.default
    // No variable at all is set: neither HOME nor any other is asked for a shipped file.
    func found(in tree: String) throws(FactsError) -> String {
      try rules.path(
        of: "b", namedBy: nil, environment: { _ in nil }, executable: tree + "/bin/smartpick")
    }
    let spaced = root + "/my programs/smart pick"
    try files.createDirectory(
      atPath: spaced + "/share/smartpick/part", withIntermediateDirectories: true)
    try files.copyItem(
      atPath: root + "/share/smartpick/part/b", toPath: spaced + "/share/smartpick/part/b")
    #expect(try found(in: spaced) == spaced + "/share/smartpick/part/b")
    try files.moveItem(atPath: spaced, toPath: root + "/moved")
    #expect(try found(in: root + "/moved") == root + "/moved/share/smartpick/part/b")
    #expect(throws: FactsError.self) { try found(in: spaced) }
  }

  @Test("in a folder that cannot be written")
  func readOnly() throws {
    let share = root + "/share/smartpick/part"
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: share)
    defer {
      try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: share)
      try? files.removeItem(atPath: root)
    }
    #expect(try find("b", in: rules) == share + "/b")
  }
}
