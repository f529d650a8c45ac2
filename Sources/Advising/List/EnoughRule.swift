import ListOptimization

/// When a list is long enough: the next program adds less than the set amount and enough interviews
/// are expected, or it adds hardly anything at all.
struct EnoughRule: Sendable {
  /// The set amount, as a share of the value.
  var threshold: Double
  /// Expected interviews below which programs are added on down to a quarter of the set amount.
  var interviewGoal: Double

  init(_ assumptions: AssumptionTable) {
    threshold = assumptions[.enoughThreshold]
    interviewGoal = assumptions[.interviewGoal]
  }

  /// The number of programs after which a growing list may end.
  func count(_ growth: [PortfolioStep], in problem: PortfolioProblem) -> Int {
    var interviews = 0.0
    for (index, step) in growth.enumerated() {
      let isInvited = interviews >= interviewGoal
      if step.gain < (isInvited ? threshold : threshold / 4) { return index }
      interviews += problem.expectedOffers(step.choice)
    }
    return growth.count
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
