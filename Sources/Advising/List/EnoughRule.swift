import ApplicantFile
import ListOptimization

/// When a list is long enough: the next program is not worth its fee and the applicant's time, and
/// either enough interviews are expected or it would bring hardly any.
struct EnoughRule: Sendable {
  /// What is known of a growing list so far.
  struct Progress {
    var interviews = 0.0
    var fee = 0
  }

  /// Dollars that a point of the list's worth is worth to the applicant.
  var dollarsPerPoint: Double
  /// Dollars that the applicant's time for one more application is worth.
  var dollarsOfTime: Double
  /// Expected interviews below which programs are added that bring interviews, if little value.
  var interviewGoal: Double
  /// Chance of an interview that makes a program worth adding for its interviews.
  var interviewWorth: Double

  /// - Parameter own: what the file says of its own; the assumptions hold where it says nothing.
  init(_ assumptions: AssumptionTable, own: Limits) {
    dollarsPerPoint = own.pointWorth.map(Double.init) ?? assumptions[.pointWorth]
    dollarsOfTime = own.applicationTime.map(Double.init) ?? assumptions[.applicationTime]
    interviewGoal = assumptions[.interviewGoal]
    interviewWorth = assumptions[.interviewWorth]
  }

  /// Whether the list may end before a program; if not, the program is taken into account.
  func isEnough(
    before step: PortfolioStep, in problem: PortfolioProblem, _ progress: inout Progress
  ) -> Bool {
    let offers = problem.expectedOffers(step.choice)
    let isWorth = step.gain >= least(price: step.fee - progress.fee)
    let isWanted = progress.interviews < interviewGoal && offers >= interviewWorth
    guard isWorth || isWanted else { return true }
    progress.interviews += offers
    progress.fee = step.fee
    return false
  }

  /// The length at which a list with fewer interviews than are wanted would have enough; nil where it
  /// has, or where the least of its programs brings hardly any.
  func longer(_ solution: PortfolioSolution, in problem: PortfolioProblem) -> Int? {
    let count = solution.members.count
    let offers = solution.choices.map { problem.expectedOffers($0) }
    let interviews = offers.reduce(0, +)
    guard count > 0, count < problem.options.count, interviews < interviewGoal,
      let least = offers.min(), least >= interviewWorth
    else { return nil }
    let wanted = (Double(count) * interviewGoal / interviews).rounded(.up)
    return min(max(Int(wanted), count + 1), problem.options.count)
  }

  /// The gain, as a share of the value, at which a program of a price is just worth it.
  func least(price: Int) -> Double {
    (Double(price) + dollarsOfTime) / max(dollarsPerPoint, 1e-6) / 100
  }
}

extension PortfolioProblem {
  /// Chance of an offer of a choice, over the factor.
  func expectedOffers(_ choice: PortfolioChoice) -> Double {
    let variant = options[choice.option].variants[choice.variant]
    return zip(nodeWeights, variant.offer ?? variant.chance).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Chance of success of a choice, over the factor.
  func expectedSuccess(_ choice: PortfolioChoice) -> Double {
    zip(nodeWeights, options[choice.option].variants[choice.variant].chance)
      .reduce(0) { $0 + $1.0 * $1.1 }
  }
}
