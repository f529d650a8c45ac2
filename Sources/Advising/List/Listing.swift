import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading

/// The optimized list of one file: odds per specialty, limits, solution and growth curve.
struct Listing: Sendable {
  /// What a list is made for, which says how much work it is worth.
  enum Purpose: Sendable {
    /// The list to follow: the best that can be found, with a bound, and questions about it.
    case advice
    /// A list whose chance is compared: usually within a part in two thousand of the best.
    case comparison

    var effort: SolverEffort {
      switch self {
      case .advice: .standard
      case .comparison:
        SolverEffort(
          dynamicProgramCells: 300_000, relaxationSteps: 40, work: 3_000_000, targetGap: 5e-4)
      }
    }
  }

  var builder: ListBuilder
  /// The file without what it applies for: odds are of these answers.
  private let person: Applicant
  private let season: Int

  /// Optimizes the list.
  ///
  /// The list ends before its limits where a further program would add less than the set amount
  /// and enough interviews are expected, but never below the shortest list that is advised.
  ///
  /// - Parameters:
  ///   - scores: what the scores of the file say, for the reading of a drop; nil reads none.
  ///   - known: a list of another course of action, whose odds are taken over where they
  ///       are of the same answers.
  init(
    advisor: Advisor, applicant: Applicant, current: [ListedProgram], scores: ScoreProfile?,
    season: Int, purpose: Purpose = .advice, reusing known: Listing? = nil
  ) throws(AdviceError) {
    let fees = try FeeTables(advisor: advisor, applicant: applicant, season: season)
    let person = Self.person(applicant)
    self.person = person
    self.season = season
    let isSame = known?.season == season && known?.person == person
    let targets = try Self.targets(
      advisor: advisor, applicant: applicant, scores: scores, season: season,
      known: isSame ? known?.builder.inputs.targets ?? [] : [])
    let assumptions = advisor.rules.assumptions
    var limits = ListLimits(applicant, targets: targets)
    let utilities = UtilityModel(
      applicant: applicant, standingWorth: assumptions[.standingWorth],
      settings: advisor.settings,
      orderDiscount: assumptions[.orderDiscount])
    var inputs = ListInputs(
      applicant: applicant, current: current, targets: targets,
      fees: fees.tables.map(\.schedule), limits: limits.limits, utilities: utilities,
      latestListing: Int(assumptions[.nationalListYear]),
      known: isSame ? known?.builder.inputs : nil)
    guard !inputs.problem.options.isEmpty else {
      throw Self.nothingLeft(advisor, applicant, inputs, season)
    }
    let chances = try PortfolioEngines(inputs.problem, weights: utilities.weights)
    let rule = EnoughRule(assumptions, own: applicant.limits)
    let slack = applicant.aim == .balanced ? assumptions[.balancedSlack] : nil
    let best: (solution: PortfolioSolution, balance: PortfolioEngines.Balance?)
    let end: ProgramList.End
    if let count = try chances.enough(rule, under: limits.limits) {
      var reason = ProgramList.End.worth
      let open = limits
      let floor = min(Int(assumptions[.shortestList]), applicant.limits.applications ?? .max)
      if count < floor { reason = .shortest }
      limits.stopAt(max(count, floor, applicant.wishes.mustHave.count), for: reason)
      var found = try chances.solve(limits.limits, slack: slack, effort: purpose.effort)
      // Programs that ask for more bring fewer interviews: the list goes on until there are enough.
      for _ in 0..<2 {
        guard let more = rule.longer(found.solution, in: inputs.problem) else { break }
        limits = open
        reason = .goal
        limits.stopAt(more, for: reason)
        found = try chances.solve(limits.limits, slack: slack, effort: purpose.effort)
      }
      inputs.problem.limits = limits.limits
      best = found
      end = reason
    } else {
      best = try chances.solve(limits.limits, slack: slack, effort: purpose.effort)
      end = Self.end(best.solution, of: inputs.problem, allowed: applicant.limits)
    }
    let solution = best.solution
    builder = ListBuilder(
      inputs: inputs, engines: chances, solution: solution, balance: best.balance,
      listed: inputs.odds(
        of: solution.members.map(\.choice), cap: limits.limits.offerCap),
      limits: limits, end: end, rule: rule, assumptions: assumptions, fees: fees,
      figures: advisor.figures)
  }

  /// Which of the applicant's own limits ends a list that no rule of worth ended.
  private static func end(
    _ solution: PortfolioSolution, of problem: PortfolioProblem, allowed: Limits
  ) -> ProgramList.End {
    if solution.members.count >= problem.options.count { return .exhausted }
    if let most = allowed.applications, solution.members.count >= most { return .number }
    return allowed.budget == nil ? .exhausted : .budget
  }

  private static func person(_ applicant: Applicant) -> Applicant {
    var person = applicant
    person.specialties = []
    return person
  }

  private static func targets(
    advisor: Advisor, applicant: Applicant, scores: ScoreProfile?, season: Int,
    known: [ListInputs.Target]
  ) throws(AdviceError) -> [ListInputs.Target] {
    var poolsTaken: Set<Specialty> = []
    var targets: [ListInputs.Target] = []
    for target in applicant.specialties {
      let reading = try ScoreReading(scores, in: target.specialty)
      let same = known.first { $0.odds.specialty == target.specialty && $0.reading == reading }
      let odds =
        same?.odds
        ?? advisor.odds(
          of: applicant, in: target.specialty, reading: reading, season: season)
      let rule = advisor.signalRules.rule(for: target.specialty, season: season)
      let tokens = SignalTokens.tokens(
        rule: rule?.rule, tiers: odds.tiers,
        poolIsTaken: poolsTaken.contains(target.specialty))
      poolsTaken.formUnion(rule?.rule.specialties ?? [])
      targets.append(
        ListInputs.Target(
          target: target, odds: odds, places: same?.places ?? odds.standingPlaces,
          reading: reading, rule: rule, tokens: tokens,
          isInMainMatch: advisor.facts.specialties.info(target.specialty)?.match == .nrmp,
          isTakenOver: same != nil))
    }
    return targets
  }

  private static func nothingLeft(
    _ advisor: Advisor, _ applicant: Applicant, _ inputs: ListInputs, _ season: Int
  ) -> AdviceError {
    let names = applicant.specialties.map(\.specialty.name).joined(separator: ", ")
    if let first = inputs.ruledOut.first {
      return .noPrograms(
        "no program of \(names) is left: \(inputs.ruledOut.count) are ruled out, as "
          + "\(first.program) by \(first.reasons.first ?? "its requirements")")
    }
    if let first = applicant.specialties.first?.specialty, applicant.specialties.count == 1,
      advisor.directory.programs(of: first).isEmpty
    {
      let published = OwnMatchAnswer(
        applicant: applicant, figures: advisor.ownMatches, matchYear: season
      ).sentences(first)
      return .noPrograms(
        "the directory has no program of \(first.name), so there is no list to advise on"
          + (published.map { ". Published of its match: \($0)" } ?? "")
          + " `smartpick scores` still reads the scores; add a second specialty for a list")
    }
    return .noPrograms(
      "no program of \(names) is left after the refused states and tracks; accept more of them")
  }
}
