import MatchFacts

/// What all draws have in common of one application, computed once for all of them.
struct DrawnApplication: Sendable {
  let isEligible: Bool
  /// Log-odds of an interview at θ = 0 without the signal.
  let interview: Double
  /// Log-odds of a place at θ = 0 without the signal.
  let place: Double
  /// What the signal adds to the log-odds of an interview.
  let signal: Double
  /// Standard deviation of the program's own effect.
  let spread: Double
  /// Seed of the program's luck.
  let seed: UInt64
  /// By attitude: its share times the share of such programs that let the score pass.
  let masses: [Double]

  init(_ odds: SpecialtyOdds, program: Int, tier: Int) {
    let terms = odds.programTerms[program]
    isEligible = odds.eligibility[program].isEligible
    interview = odds.rule.core.interview(terms)
    place = odds.rule.core.place(terms, signal: 0)
    signal = odds.signal(tier, at: terms)
    spread = terms.spread
    seed = stableHash(odds.programs[program].code)
    masses = odds.rule.mixture.masses(terms.standing)
  }
}
