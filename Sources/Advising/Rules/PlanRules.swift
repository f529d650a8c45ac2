import ApplicantFile
import MatchFacts
import ScoreReading

/// The flowchart and the checklist as data; see `plan-steps.yaml`.
struct PlanRules: Sendable, Equatable, Decodable {
  /// A box.
  struct Node: Sendable, Equatable, Decodable {
    var id: String
    var text: String
    /// The text while the score is still to come; nil where it is the same.
    var open: String?
    /// What must hold for the text; without it ``otherwise`` stands.
    var when: [ReadingRules.Condition]?
    var otherwise: String?
    var decision: Bool?
  }

  /// An arrow with what makes it part of the path.
  struct Edge: Sendable, Equatable, Decodable {
    /// Outcomes of explain-or-quiet that an arrow can depend on.
    enum Outcome: String, Sendable, Decodable {
      case explain, quiet
    }

    var from: String
    var to: String
    var label: String?
    var when: [ReadingRules.Condition]?
    var decision: Outcome?
  }

  /// Boxes and arrows.
  struct Flowchart: Sendable, Equatable, Decodable {
    var nodes: [Node]
    var edges: [Edge]
  }

  /// A day by the calendar after which a step makes no sense.
  struct Until: Sendable, Equatable, Decodable {
    var event: KeyDate.Kind
    var days: Int
  }

  /// What a step needs of the file beside its conditions.
  enum Need: String, Sendable, Decodable {
    /// An answer to practise.
    case hasWords
    /// A score that is there to be released.
    case isReported
  }

  /// A step: today, some days from now, or some days from an event.
  struct Step: Sendable, Equatable, Decodable {
    var title: String
    var why: String
    var today: Bool?
    var days: Int?
    var event: KeyDate.Kind?
    var offset: Int?
    var until: Until?
    /// A date of the service, and days before it, that the step must not be later than.
    var before: Until?
    /// Where in the season it can be done; nil is everywhere.
    var stages: [SeasonStage]?
    /// What else must hold of the file.
    var decision: Need?
    var when: [ReadingRules.Condition]?
  }

  /// Advice on the score report.
  struct Release: Sendable, Equatable, Decodable {
    var text: String
    var taken: String
  }

  var flowchart: Flowchart
  var steps: [Step]
  var releaseAdvice: Release
}
