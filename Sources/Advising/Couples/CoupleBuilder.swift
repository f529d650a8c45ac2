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
      // Which pairs can be ranked shows after the interviews, when few enough are left: chances are of
      // all pairs, and those worth ranking are shown.
      let joint = try solver.allPairs(of: lists)
      let ranked = try solver.worthRanking(
        joint, tolerance: assumptions[.coupleLeastGain],
        most: Int(assumptions[.coupleMostPairs]))
      let apart = try solver.allPairs(of: alone, heedingTogetherness: false)
      let result = CoupleResult(
        builder: self, joint: joint, ranked: ranked, outcome: try solver.outcome(of: joint),
        apart: try solver.outcome(of: apart), bound: try solver.bound())
      return result.advice()
    } catch {
      throw .limits("\(error)")
    }
  }

  /// How far the couple's chances may lie from their estimates.
  var doubt: CoupleDoubt {
    CoupleDoubt(
      first: Interval(first.builder.listed.matchEstimate),
      second: Interval(second.builder.listed.matchEstimate))
  }
}
