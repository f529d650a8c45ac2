import SmartPickNumerics

/// What a list achieves.
public struct ListChance: Sendable, Hashable, Codable {
  /// One application: positions of the program and of the tier in its specialty's odds.
  public struct Choice: Sendable, Hashable {
    /// Position of the program.
    public var program: Int
    /// Position of the signal tier.
    public var tier: Int

    /// An application.
    public init(program: Int, tier: Int) {
      self.program = program
      self.tier = tier
    }
  }

  /// Chance of matching at any listed program, with its 80 % interval.
  public var match: ChanceEstimate
  /// What the chance would be if programs answered independently of one another.
  public var matchIfIndependent: Double
  /// Expected number of interviews, with its 80 % interval.
  public var interviews: ChanceEstimate

  /// Evaluates a list over one or several specialties; each comes with its choices.
  ///
  /// Given θ programs are independent, so P(match) = Σ wₖ [1 − Π (1 − q(θₖ))]; the interval is
  /// the 10th to 90th percentile over the posterior draws. O(choices · (nodes + draws)).
  public init(of lists: [(odds: SpecialtyOdds, choices: [Choice])]) {
    self.init(joining: lists.map { ListOutcomes(odds: $0.odds, choices: $0.choices) })
  }

  /// The same of a list whose parts are known.
  public init(joining parts: [ListOutcomes]) {
    guard let first = parts.first else {
      let zero = ChanceEstimate(estimate: 0, low: 0, high: 0)
      self.init(match: zero, matchIfIndependent: 0, interviews: zero)
      return
    }
    var whole = first
    for part in parts.dropFirst() { whole.join(part) }
    var survival = 0.0
    for (weight, value) in zip(whole.weights, whole.survival) { survival += weight * value }
    self.init(
      match: Self.interval(1 - survival, whole.unmatched.map { 1 - $0 }),
      matchIfIndependent: 1 - whole.unmatchedIfIndependent,
      interviews: Self.interval(whole.interviews, whole.interviewsByDraw))
  }

  private init(match: ChanceEstimate, matchIfIndependent: Double, interviews: ChanceEstimate) {
    self.match = match
    self.matchIfIndependent = matchIfIndependent
    self.interviews = interviews
  }

  private static func interval(_ estimate: Double, _ draws: [Double]) -> ChanceEstimate {
    let sorted = draws.sorted()
    func percentile(_ p: Double) -> Double {
      let position = p * Double(sorted.count - 1)
      let lower = Int(position)
      let upper = min(lower + 1, sorted.count - 1)
      return sorted[lower] + (sorted[upper] - sorted[lower]) * (position - Double(lower))
    }
    return ChanceEstimate(
      estimate: estimate, low: min(estimate, percentile(0.1)), high: max(estimate, percentile(0.9)))
  }
}
