import MatchFacts
import RuleFiles

/// The fields of the words' rule files.
extension RuleShape {
  /// `words-rules.yaml`.
  static let words = fields(
    ["format", "lateGraduationYears", "privateHealth"],
    [
      "decision": fields([
        "flatPoints", "statementFromDrop", "flatPointsCOMLEX", "statementFromDropCOMLEX",
        "letterFromDrop", "letterFromDropCOMLEX", "askedFrom", "mostToldMatters",
      ]),
      "lengths": fields([
        "statementSentences", "statementWords", "interviewSeconds", "letterWords", "oneLineWords",
      ]),
      "speech": fields(["wordsPerMinute", "source"]),
      "matters": list(fields(["kind", "title", "place", "why", "sentence", "own"])),
      "tones": list(fields(["name", "begin", "grave", "work", "seen", "ready"])),
      "support": fields([
        "any", "unlessFollowedBy", "lines", "draftLine", "quietLine", "source",
      ]),
    ])

  /// `draft-rules.yaml`.
  static let draft = fields(
    ["format", "longSentenceWords", "evidence", "examWords", "explanation"],
    [
      "levels": fields(["ready", "rewrite"]),
      "weights": fields([
        "tooLong", "longSentence", "noEvidence", "contradiction", "unsupported", "notAdvised",
        "unexplained",
      ]),
      "causes": named(.value),
      "phrases": list(fields(["kind", "weight", "why", "instead", "any", "unlessFollowedBy"])),
    ])
}

extension RuleFile {
  /// A rule file that ships with the words: beside the program, in an installation, or in the folder
  /// that `SMARTPICK_RULES` names.
  static func words(_ name: String) throws(WordsRulesError) -> RuleFile {
    let folder = ResourceFolder(
      target: "Words", installedName: "rules", variable: "SMARTPICK_RULES")
    do {
      return try RuleFile(name, in: folder)
    } catch {
      throw WordsRulesError("\(error)")
    }
  }

  /// The rules of a file, in the errors of the words.
  func rules<Value: Decodable>(
    _ type: Value.Type, shape: RuleShape
  ) throws(WordsRulesError) -> Value {
    do {
      return try decode(type, shape: shape)
    } catch {
      throw WordsRulesError("\(error)")
    }
  }
}
