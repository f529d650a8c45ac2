import MatchFacts
import RuleFiles
import ScoreReading

/// Assumptions and next steps of the season; see `season-rules.yaml`.
public struct SeasonRules: Sendable {
  /// The assumptions that the code asks for; each must stand in the file.
  enum ID: String, Sendable, CaseIterable, Decodable {
    case releaseShare = "release-share"
    case releaseSpread = "release-spread-days"
    case signaledFirst = "signaled-first"
    case rejectionsFrom = "rejections-from-day"
    case rejectionsTo = "rejections-to-day"
    case waitlistReach = "waitlist-reach"
    case waitlistCalled = "waitlist-called"
    case waitlistCloses = "waitlist-closes-day"
    case enoughPoints = "enough-points"
    case singleInvitations = "single-invitations"
  }

  /// What a step can depend on.
  enum Feature: String, Sendable, Hashable, Decodable, CaseIterable {
    case day, daysToRankList, daysToMatchDay, daysToRelease, applied, invitations, unanswered
    case upcoming, held, silent, signaledSilent, silentDue, waitlisted, rejected, expectedMore
    case match, gain, overCap, specialties
  }

  struct Condition: Sendable, Decodable {
    var feature: Feature
    var atLeast: Double?
    var atMost: Double?

    /// Whether it holds; a feature that is not known holds nowhere.
    func holds(_ features: [Feature: Double]) -> Bool {
      guard let value = features[feature] else { return false }
      return value >= atLeast ?? -.infinity && value <= atMost ?? .infinity
    }
  }

  struct Step: Sendable, Decodable {
    var id: String
    var title: String
    var text: String
    var when: [Condition]
  }

  private struct Row: Decodable {
    var id: ID
    var value: Double
    var text: String
  }

  private struct Content: Decodable {
    var assumptions: [Row]
    var steps: [Step]
  }

  let steps: [Step]
  private let values: [ID: Double]
  private let texts: [ID: String]

  /// Reads the file that ships beside the program, or a changed copy in the folder that
  /// `SMARTPICK_RULES` names.
  ///
  /// - Throws: `AdviceRulesError` naming the file, the line and the field.
  public static func load() throws(AdviceRulesError) -> SeasonRules {
    let folder = ResourceFolder(
      target: "Advising", installedName: "rules", variable: "SMARTPICK_RULES")
    do {
      return try SeasonRules(RuleFile("season-rules.yaml", in: folder))
    } catch {
      throw AdviceRulesError(description: "\(error)")
    }
  }

  init(_ file: RuleFile) throws(RuleFileError) {
    let condition = RuleShape.fields(["feature", "atLeast", "atMost"])
    let content = try file.decode(
      Content.self,
      shape: .fields(
        ["format"],
        [
          "assumptions": .list(.fields(["id", "value", "text"])),
          "steps": .list(.fields(["id", "title", "text"], ["when": .list(condition)])),
        ]))
    values = Dictionary(content.assumptions.map { ($0.id, $0.value) }) { $1 }
    texts = Dictionary(content.assumptions.map { ($0.id, $0.text) }) { $1 }
    steps = content.steps
    if let missing = ID.allCases.first(where: { values[$0] == nil }) {
      throw RuleFileError(
        description: "season-rules.yaml: the assumption '\(missing.rawValue)' is missing")
    }
  }

  /// The value of an assumption; every id is checked to be present when the file is read.
  subscript(id: ID) -> Double { values[id] ?? 0 }

  /// The assumptions as the answer lists them.
  var listed: [Assumption] {
    ID.allCases.map { id in
      Assumption(
        id: id.rawValue, text: texts[id] ?? "", value: Format.number(self[id], digits: 3),
        file: "season-rules.yaml")
    }
  }
}
