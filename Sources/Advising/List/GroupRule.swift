import MatchOdds
import ScoreReading

/// What is called a reach, a target and a safety.
struct GroupRule: Sendable {
  private let safety: Double
  private let safetyFloor: Double
  private let target: Double

  init(_ assumptions: AssumptionTable) {
    safety = assumptions[.safetyInterview]
    safetyFloor = assumptions[.safetyFloor]
    target = assumptions[.targetInterview]
  }

  /// The group of a program by the chance of an interview there.
  func group(interview: ChanceEstimate) -> ProgramList.Group {
    if interview.estimate >= safety, interview.low >= safetyFloor { return .safety }
    return interview.estimate >= target ? .target : .reach
  }

  /// The rule in a sentence.
  var definition: String {
    "By our definition a program is a safety where the chance of an interview, with its signal, "
      + "is at least \(Format.percent(safety)) and its range begins at "
      + "\(Format.percent(safetyFloor)) or more, a target from \(Format.percent(target)), a reach "
      + "below."
  }
}
