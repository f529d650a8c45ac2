import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds

/// The optimized list of one file: odds per specialty, limits, solution and growth curve.
struct Listing: Sendable {
  var builder: ListBuilder

  /// Optimizes the list.
  ///
  /// The list ends before its limits where a further program would add less than the set amount
  /// and enough interviews are expected.
  init(
    advisor: Advisor, applicant: Applicant, current: [ListedProgram], readings: [Reading],
    season: Int
  ) throws(AdviceError) {
    guard let fees = FeeTable(advisor.feeRows, season: season) else {
      throw .data("no application fees are known; see fees.csv")
    }
    let targets = Self.targets(
      advisor: advisor, applicant: applicant, readings: readings, season: season)
    let assumptions = advisor.rules.assumptions
    var limits = ListLimits(
      applicant, targets: targets, mostConsidered: Int(assumptions[.mostConsidered]))
    let utilities = UtilityModel(
      applicant: applicant, settings: advisor.settings,
      orderDiscount: assumptions[.orderDiscount])
    var inputs = ListInputs(
      applicant: applicant, current: current, targets: targets,
      fees: targets.map { _ in fees.schedule }, limits: limits.limits, utilities: utilities,
      latestListing: Int(assumptions[.nationalListYear]))
    guard !inputs.problem.options.isEmpty else { throw Self.nothingLeft(applicant, inputs) }
    let chances = try PortfolioEngines(inputs.problem)
    var solution = try chances.solve(limits.limits)
    let count = max(
      EnoughRule(assumptions).count(
        try chances.valueGrowth(of: solution), in: inputs.problem),
      applicant.wishes.mustHave.count)
    if count < solution.members.count {
      limits.stopAt(count)
      inputs.problem.limits = limits.limits
      solution = try chances.solve(limits.limits)
    }
    let growth = try chances.growth(of: solution)
    builder = ListBuilder(
      inputs: inputs, engines: chances, solution: solution, growth: growth,
      matching: try chances.matching(of: solution.choices, limits: limits.limits),
      limits: limits, assumptions: assumptions, fees: fees, figures: advisor.figures)
  }

  private static func targets(
    advisor: Advisor, applicant: Applicant, readings: [Reading], season: Int
  ) -> [ListInputs.Target] {
    let model = advisor.model.inSeason(season)
    var poolsTaken: Set<Specialty> = []
    return applicant.specialties.enumerated().map { position, target in
      let shares = position < readings.count ? readings[position].shares : nil
      let odds = model.odds(
        for: applicant, in: target.specialty,
        programs: advisor.directory.programs(of: target.specialty), figures: advisor.figures,
        reading: shares.map {
          ScoreReading(blip: $0.blip, signal: $0.signal, problem: $0.problem)
        } ?? .nothing)
      let rule = advisor.signalRules.rule(for: target.specialty, season: season)
      let tokens = SignalTokens.tokens(
        rule: rule?.rule, tiers: odds.tiers,
        poolIsTaken: poolsTaken.contains(target.specialty))
      poolsTaken.formUnion(rule?.rule.specialties ?? [])
      return ListInputs.Target(
        target: target, odds: odds, rule: rule, tokens: tokens,
        isInMainMatch: advisor.facts.specialties.info(target.specialty)?.match == .nrmp)
    }
  }

  private static func nothingLeft(_ applicant: Applicant, _ inputs: ListInputs) -> AdviceError {
    let names = applicant.specialties.map(\.specialty.name).joined(separator: ", ")
    if let first = inputs.ruledOut.first {
      return .noPrograms(
        "no program of \(names) is left: \(inputs.ruledOut.count) are ruled out, as "
          + "\(first.program) by \(first.reasons.first ?? "its requirements")")
    }
    return .noPrograms(
      "no program of \(names) is left after the refused states and tracks; accept more of them")
  }
}
