public import MatchFacts

/// The plan: a flowchart with this applicant's path lit, and a dated checklist.
public struct Plan: Sendable, Hashable, Codable {
  /// A box of the flowchart.
  public struct Node: Sendable, Hashable, Codable {
    /// Identifier.
    public var id: String
    /// Text.
    public var text: String
    /// Whether it is a question.
    public var isDecision: Bool
    /// Whether this applicant's path runs through it.
    public var isOnPath: Bool
  }

  /// An arrow of the flowchart.
  public struct Edge: Sendable, Hashable, Codable {
    /// Identifier of the box it leaves.
    public var from: String
    /// Identifier of the box it enters.
    public var to: String
    /// Label, as in "yes".
    public var label: String?
    /// Whether this applicant's path runs along it.
    public var isOnPath: Bool
  }

  /// Something to do by a day.
  public struct Step: Sendable, Hashable, Codable {
    /// When it comes up.
    public enum Horizon: String, Sendable, Codable, Hashable {
      /// Today.
      case today
      /// Within seven days.
      case thisWeek
      /// Within thirty-one days.
      case thisMonth
      /// After that.
      case later
      /// Its day is over; do it at once if it is not done.
      case passed
    }

    /// What to do.
    public var title: String
    /// Why, for this applicant.
    public var why: String
    /// The last day for it.
    public var by: CalendarDate
    /// When it comes up.
    public var horizon: Horizon
    /// Whether the day is a fixed date of the season's calendar rather than advice.
    public var isOfficial: Bool
  }

  /// The first thing to do today; a date of the calendar is none.
  public var firstStep: Step? { steps.first { $0.horizon == .today && !$0.isOfficial } }

  /// The Match the dates belong to, as "2027 Match".
  public var season: String
  /// The day the plan is made for.
  public var asOf: CalendarDate
  /// Boxes.
  public var nodes: [Node]
  /// Arrows.
  public var edges: [Edge]
  /// Steps by date.
  public var steps: [Step]
  /// Advice on releasing or holding back the score report.
  public var releaseAdvice: String
}

/// A question people ask, answered with this applicant's figures.
public struct Answer: Sendable, Hashable, Codable {
  /// Question.
  public var question: String
  /// The answer in a word or two.
  public var short: String
  /// The answer.
  public var answer: String
}

/// A published figure that went into the advice.
public struct Source: Sendable, Hashable, Codable {
  /// Title of the publication.
  public var title: String
  /// Year or period.
  public var year: String
  /// Address.
  public var url: String
  /// Trust code A…D of the table.
  public var trust: String
  /// What it was used for.
  public var usedFor: String
}

/// Something the advice assumes because nothing is published.
public struct Assumption: Sendable, Hashable, Codable {
  /// Identifier in its data file.
  public var id: String
  /// In words.
  public var text: String
  /// Value, in words.
  public var value: String
  /// The data file in which it can be changed.
  public var file: String
}
