import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading

extension ScenarioBuilder {
  /// Advanced positions joined with the first year they need; nil where the list has none.
  ///
  /// Both lists depend on the same strength of the file, so the chance of the pair is taken node by
  /// node: P = Σ w(θ) · Σ P(ends at i | θ) · (1, or for an advanced i the chance of at least one
  /// first year | θ).
  func advancedWithFirstYear() throws(AdviceError) -> Scenario? {
    guard Self.hasAdvanced(recommended), !applicant.hasFirstYear else { return nil }
    let count = Int(assumptions[.preliminaryCount])
    var main = recommended
    if let budget = applicant.limits.budget {
      let reserved = try firstYearFees(count)
      if recommended.builder.solution.fee + reserved > budget {
        var own = applicant
        own.limits.budget = max(0, budget - reserved)
        main = try listing(of: own)
      }
    }
    var year = applicant
    year.specialties = [
      TargetSpecialty(
        specialty: Specialty("Transitional Year"), tracks: [.categorical, .preliminary]),
      TargetSpecialty(specialty: Specialty("Internal Medicine"), tracks: [.preliminary]),
      TargetSpecialty(specialty: Specialty("General Surgery"), tracks: [.preliminary]),
    ]
    year.wishes.mustHave = []
    year.limits.applications = count
    year.limits.budget = applicant.limits.budget.map {
      max(0, $0 - main.builder.solution.fee)
    }
    let first: Listing
    do {
      first = try Listing(
        advisor: advisor, applicant: year, current: [], scores: scores, season: season,
        purpose: .comparison)
    } catch AdviceError.noPrograms {
      // A file that refuses every such program cannot take an advanced position either.
      return nil
    }
    let pair = Self.pair(main.builder, first.builder)
    let odds = main.builder.odds()
    let share = odds.match.estimate > 0 ? min(1, pair.whole / odds.match.estimate) : 0
    let firstShare = pair.firstChoice
    return Scenario(
      name: "Advanced places with their first year",
      match: Interval(
        estimate: pair.whole, low: min(pair.whole, odds.match.low * share),
        high: max(pair.whole, odds.match.high * share)),
      matchInFirstChoice: firstShare,
      expectedInterviews: odds.expectedInterviews.estimate
        + first.builder.odds().expectedInterviews.estimate,
      fees: main.builder.solution.fee + first.builder.solution.fee,
      remark:
        "An advanced position starts in the second year and needs a preliminary or transitional "
        + "year of its own, ranked as a supplemental list. With "
        + "\(first.builder.solution.members.count) such applications "
        + "(\(Format.dollars(first.builder.solution.fee))) the chance of a first year is "
        + "\(Format.about(pair.firstYear)), and of matching to an advanced position without one "
        + "\(Format.percent(pair.without)): then a first year must be found in SOAP or outside "
        + "the Match, or the position is lost. The chance above counts an advanced position only "
        + "with its first year.")
  }

  /// Dollars for applications to first years, all in one specialty.
  private func firstYearFees(_ count: Int) throws(AdviceError) -> Int {
    var year = applicant
    year.specialties = [TargetSpecialty(specialty: Specialty("Transitional Year"))]
    return try FeeTables(advisor: advisor, applicant: year, season: season).total([count])
  }

  private static func hasAdvanced(_ listing: Listing) -> Bool {
    let builder = listing.builder
    return builder.solution.members.contains {
      builder.inputs.program($0.choice.option).track == .advanced
    }
  }

  /// Chances of a whole course of training, of one in the first choice, of a first year, and of an
  /// advanced position without one.
  private static func pair(
    _ main: ListBuilder, _ first: ListBuilder
  ) -> (whole: Double, firstChoice: Double, firstYear: Double, without: Double) {
    let weights = main.inputs.problem.nodeWeights
    var whole = 0.0
    var firstChoice = 0.0
    var firstYear = 0.0
    var without = 0.0
    let firstOptions = first.inputs.problem.options
    let options = main.inputs.problem.options
    for node in weights.indices {
      let none = first.solution.members.reduce(1.0) { product, member in
        let variant = firstOptions[member.choice.option].variants[member.choice.variant]
        return product * (1 - variant.chance[node])
      }
      firstYear += weights[node] * (1 - none)
      // Members stand in the order of preference: the first that takes the applicant counts.
      var left = 1.0
      for member in main.solution.members {
        let chance = options[member.choice.option].variants[member.choice.variant].chance[node]
        let here = weights[node] * left * chance
        left *= 1 - chance
        let isAdvanced = main.inputs.program(member.choice.option).track == .advanced
        let complete = isAdvanced ? here * (1 - none) : here
        whole += complete
        if isAdvanced { without += here * none }
        if main.inputs.origins[member.choice.option].target == 0 { firstChoice += complete }
      }
    }
    return (whole, firstChoice, firstYear, without)
  }
}
