import ApplicantFile
import ScoreReading

/// What each stage of the season allows, in words; see `season-stages.yaml`.
struct StageRules: Sendable, Equatable, Decodable {
  /// A sentence and for whom it holds.
  struct Line: Sendable, Equatable, Decodable {
    var text: String
    var when: [ReadingRules.Condition]?
    /// Said only where the file's specialties have signals.
    var needsSignals: Bool?
    /// Said only where they have none.
    var needsNoSignals: Bool?
  }

  /// The one thing to do this month.
  struct Month: Sendable, Equatable, Decodable {
    var short: String
    var answer: String
    var when: [ReadingRules.Condition]?
  }

  /// One stage.
  struct Stage: Sendable, Equatable, Decodable {
    var stage: SeasonStage
    /// Whether the row is for the days on which who matched is known.
    var statusKnown: Bool?
    var title: String
    var meaning: String
    var now: [Line]
    var over: [Line]
    var month: [Month]
  }

  private enum Key: String, CodingKey {
    case stages
  }

  private var stages: [SeasonStage: Stage]
  private var known: [SeasonStage: Stage]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let rows = try container.decode([Stage].self, forKey: .stages)
    let isKnown = { (row: Stage) in row.statusKnown == true }
    stages = Dictionary(rows.filter { !isKnown($0) }.map { ($0.stage, $0) }) { first, _ in first }
    known = Dictionary(rows.filter(isKnown).map { ($0.stage, $0) }) { first, _ in first }
    if let missing = SeasonStage.allCases.first(where: { stages[$0] == nil }) {
      throw DecodingError.dataCorruptedError(
        forKey: .stages, in: container,
        debugDescription: "the stage '\(missing.rawValue)' is missing")
    }
  }

  /// The rules of a stage; every stage is checked to be present when the file is read.
  subscript(stage: SeasonStage, statusKnown isKnown: Bool) -> Stage {
    (isKnown ? known[stage] : nil) ?? stages[stage]
      ?? Stage(stage: stage, title: stage.rawValue, meaning: "", now: [], over: [], month: [])
  }
}
