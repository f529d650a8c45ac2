import RuleFiles
import Testing

@Suite("A rule file")
struct RuleFileTests {
  private struct Rules: Decodable, Equatable {
    struct Rule: Decodable, Equatable {
      var id: String
      var points: Double
    }

    var rules: [Rule]
    var levels: [Int: Rule]?
  }

  private static let rule = RuleShape.fields(["id", "points"])
  private static let shape = RuleShape.fields(
    ["format"], ["rules": .list(rule), "levels": .named(rule)])

  private func decode(_ text: String) throws(RuleFileError) -> Rules {
    try RuleFile(name: "own.yaml", text: text).decode(Rules.self, shape: Self.shape)
  }

  @Test func isReadWhereEveryFieldIsKnown() throws {
    let text = "format: 1\nrules:\n  - {id: a, points: 2}\nlevels:\n  5: {id: b, points: 1}\n"
    let rules = try decode(text)
    #expect(rules.rules == [.init(id: "a", points: 2)])
    #expect(rules.levels?[5]?.id == "b")
  }

  @Test(
    "is refused with line, field and what is accepted where nothing reads a field",
    arguments: [
      ("rules:\n  - id: a\n    points: 2\n    poinst: 3\n", "own.yaml:4: rules[0].poinst: "),
      ("rules: []\nlevels:\n  5: {id: b, points: 1, below: 3}\n", "own.yaml:3: levels.5.below: "),
      ("rule: []\n", "own.yaml:1: rule: "),
    ])
  func stranger(_ text: String, place: String) throws {
    let error = try #require(throws: RuleFileError.self) { try decode(text) }
    #expect(error.description.hasPrefix(place), "\(error)")
    #expect(error.description.contains("accepted: "))
  }

  @Test(
    "is refused with its line where a value is wrong or missing",
    arguments: [
      ("rules:\n  - id: a\n    points: many\n", "own.yaml:3: rules[0].points: "),
      ("format: 1\nrules:\n  - {id: a, points: 1}\n  - {id: a}\n", "own.yaml:4: rules[1]: lacks"),
      ("rules: {\n", "own.yaml"), ("", "own.yaml is empty"),
    ])
  func wrongValue(_ text: String, place: String) throws {
    let error = try #require(throws: RuleFileError.self) { try decode(text) }
    #expect(error.description.hasPrefix(place), "\(error)")
  }
}
