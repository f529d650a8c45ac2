import ListOptimization

/// When a list is long enough: the next program adds less than the set amount to the value, and
/// either enough interviews are expected or it would bring hardly any.
struct EnoughRule: Sendable {
  /// The set amount, as a share of the value.
  var threshold: Double
  /// Expected interviews below which programs are added that bring interviews, if little value.
  var interviewGoal: Double
  /// Chance of an interview that makes a program worth adding for its interviews.
  var interviewWorth: Double

  init(_ assumptions: AssumptionTable) {
    threshold = assumptions[.enoughThreshold]
    interviewGoal = assumptions[.interviewGoal]
    interviewWorth = assumptions[.interviewWorth]
  }

  /// The number of programs after which a growing list may end.
  func count(_ growth: [PortfolioStep], in problem: PortfolioProblem) -> Int {
    var interviews = 0.0
    for (index, step) in growth.enumerated() {
      if isEnough(before: step, in: problem, interviews: &interviews) { return index }
    }
    return growth.count
  }

  /// Whether the list may end before a program; if not, its interviews are added to those expected.
  func isEnough(
    before step: PortfolioStep, in problem: PortfolioProblem, interviews: inout Double
  ) -> Bool {
    let offers = problem.expectedOffers(step.choice)
    if step.gain < threshold, interviews >= interviewGoal || offers < interviewWorth {
      return true
    }
    interviews += offers
    return false
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
