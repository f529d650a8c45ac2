import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading

/// Builds the advice to a couple from each partner's own listing.
struct CoupleBuilder: Sendable {
  /// One partner with the list of their own.
  struct Member: Sendable {
    var applicant: Applicant
    var builder: ListBuilder
    var name: String

    /// What decides who comes first.
    var order: (String, String, Int) {
      (
        applicant.name ?? "", applicant.specialties.map(\.specialty.name).joined(separator: ","),
        applicant.step2CK?.score ?? 0
      )
    }

    /// The listing's problem with the file's own limits, before the list was ended early.
    ///
    /// Without limits of the file's own, so many programs of a specialty at most.
    func problem(most: Int) -> PortfolioProblem {
      var problem = builder.inputs.problem
      problem.limits = builder.limits.limits
      problem.limits.count = applicant.limits.applications
      if applicant.limits.isOpen {
        for index in problem.limits.classes.indices { problem.limits.classes[index].count = most }
      }
      return problem
    }
  }

  let first: Member
  let second: Member
  let terms: CoupleTerms
  let places: CouplePlaces
  let solver: CoupleSolver
  let assumptions: AssumptionTable
  let facts: [CoupleAdvice.Fact]

  /// - Parameters:
  ///   - own: whoever is being advised.
  ///   - partner: the other one.
  ///   - scenarios: drawn seasons to search on, instead of the assumption's number.
  init(
    advisor: Advisor, own: Member, partner: Member, scenarios: Int? = nil
  ) throws(AdviceError) {
    assumptions = advisor.rules.assumptions
    // Both files give one answer, so who comes first does not depend on whose file is advised.
    let isSwapped = partner.order < own.order
    first = isSwapped ? partner : own
    second = isSwapped ? own : partner
    var terms = CoupleTerms(
      own.applicant.coupleWishes, partner.applicant.coupleWishes, assumptions)
    if isSwapped { terms.firstWeight = 1 - terms.firstWeight }
    self.terms = terms
    let cities: Cities
    do {
      cities = try advisor.facts.cities()
      facts = try CoupleFacts(advisor.facts, advisor.feeRows).facts
    } catch {
      throw .data("\(error)")
    }
    places = CouplePlaces(
      first.builder.inputs, second.builder.inputs, cities: cities,
      commuteMiles: terms.commuteMiles)
    let togetherness = places.togetherness(terms)
    let most = Int(assumptions[.coupleMostPrograms])
    let problem = CoupleProblem(
      first: .init(
        portfolio: first.problem(most: most), places: places.first, weight: terms.firstWeight),
      second: .init(
        portfolio: second.problem(most: most), places: places.second, weight: 1 - terms.firstWeight),
      togetherness: togetherness,
      togetherFrom: terms.togetherFrom, worthAlone: terms.alone)
    let drawn = max(64, scenarios ?? Int(assumptions[.coupleScenarios]))
    do {
      solver = try CoupleSolver(
        problem,
        effort: .init(
          searchScenarios: drawn, finalScenarios: 4 * drawn,
          leastGain: assumptions[.coupleLeastGain]))
    } catch {
      throw .limits("\(error)")
    }
  }

  func advice() throws(AdviceError) -> CoupleAdvice {
    do throws(CoupleError) {
      let alone = CoupleLists(
        first: first.builder.solution.choices, second: second.builder.solution.choices)
      let lists = try solver.solve(startingFrom: [alone])
      let joint = try solver.worthRanking(
        try solver.allPairs(of: lists), tolerance: assumptions[.coupleLeastGain],
        most: Int(assumptions[.coupleMostPairs]))
      let apart = try solver.allPairs(of: alone, heedingTogetherness: false)
      let result = CoupleResult(
        builder: self, joint: joint, outcome: try measure(joint),
        apart: try measure(apart), bound: try solver.bound())
      return result.advice()
    } catch {
      throw .limits("\(error)")
    }
  }

  // MARK: Measuring

  /// What a joint list leads to, with its spread over the draws of what is not known.
  struct Measured: Sendable {
    var outcome: JointOutcome
    var draws: [JointOutcome]

    /// The 80 % interval of a chance, around the estimate: over the draws, and the sample's error.
    func interval(_ chance: (JointOutcome) -> Double) -> Interval {
      let estimate = chance(outcome)
      let values = draws.map(chance).sorted()
      guard let first = values.first, let last = values.last else {
        return Interval(estimate: estimate, low: estimate, high: estimate)
      }
      let mean = values.reduce(0, +) / Double(values.count)
      let shift = estimate - mean
      let low = values.count > 9 ? values[values.count / 10] : first
      let high = values.count > 9 ? values[values.count - 1 - values.count / 10] : last
      return Interval(
        estimate: estimate, low: min(estimate, max(0, low + shift)),
        high: max(estimate, min(1, high + shift)))
    }
  }

  private func measure(_ list: JointList) throws(CoupleError) -> Measured {
    let outcome = try solver.outcome(of: list)
    let simulator = try solver.simulator(of: list.lists, scenarios: 512)
    let own = draws(of: list.lists.first, first.builder)
    let other = draws(of: list.lists.second, second.builder)
    // Draws of one index belong to one world of parameters, but the partners' own strengths are
    // drawn in the same order: shifted against each other they are as good as independent.
    let matchings = own.indices.flatMap { index in
      [1, 2].map { (first: index, second: (index * 5 + $0 * 11) % other.count) }
    }
    let draws = simulator.outcomes(
      of: list.pairs, first: own, second: other, matchings: matchings)
    return Measured(outcome: outcome, draws: draws)
  }

  private func draws(
    of list: [PortfolioChoice], _ builder: ListBuilder
  ) -> [[JointSimulator.Chance]] {
    let targets = builder.inputs.targets
    let count = targets.first?.odds.drawCount ?? 1
    return (0..<count).map { index in
      let draws = targets.map { $0.odds.draw(index) }
      return list.map { choice in
        let origin = builder.inputs.origins[choice.option]
        let draw = draws[origin.target]
        return JointSimulator.Chance(
          offer: draw.interview(program: origin.program, tier: choice.variant),
          success: draw.place(program: origin.program, tier: choice.variant))
      }
    }
  }
}
