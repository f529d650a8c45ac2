/// What the applications in one specialty come to, by node of θ and by draw: what ``ListChance``
/// adds up over the specialties of a list.
public struct ListOutcomes: Sendable {
  let weights: [Double]
  /// P(no place | θ), by node.
  private(set) var survival: [Double]
  /// P(no place) if programs answered independently.
  private(set) var unmatchedIfIndependent = 1.0
  /// Expected interviews.
  private(set) var interviews = 0.0
  /// P(no place), by draw.
  private(set) var unmatched: [Double]
  /// Expected interviews, by draw.
  private(set) var interviewsByDraw: [Double]

  /// Evaluates the applications in one specialty.
  ///
  /// O(choices · (nodes + draws)).
  public init(odds: SpecialtyOdds, choices: [ListChance.Choice]) {
    weights = odds.weights
    var survival = [Double](repeating: 1, count: odds.nodes.count)
    for choice in choices {
      let q = odds.matchIfListed(program: choice.program, tier: choice.tier)
      for node in q.indices { survival[node] *= 1 - q[node] }
      unmatchedIfIndependent *= 1 - odds.average(q[...])
      interviews += odds.average(odds.interview(program: choice.program, tier: choice.tier))
    }
    self.survival = survival
    let applications = choices.map {
      DrawnApplication(odds, program: $0.program, tier: $0.tier)
    }
    unmatched = []
    interviewsByDraw = []
    for index in 0..<odds.drawCount {
      let draw = odds.draw(index)
      var product = 1.0
      var sum = 0.0
      for application in applications {
        let chances = draw.chances(application)
        product *= 1 - chances.interview * chances.place
        sum += chances.interview
      }
      unmatched.append(product)
      interviewsByDraw.append(sum)
    }
  }

  /// Takes in another specialty of the same file; nodes and draws belong together.
  mutating func join(_ other: ListOutcomes) {
    for node in survival.indices { survival[node] *= other.survival[node] }
    unmatchedIfIndependent *= other.unmatchedIfIndependent
    interviews += other.interviews
    for index in unmatched.indices {
      unmatched[index] *= other.unmatched[index]
      interviewsByDraw[index] += other.interviewsByDraw[index]
    }
  }
}
