import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading

/// Turns an optimized list into what the applicant reads: programs, chances, signals, curve.
struct ListBuilder: Sendable {
  var inputs: ListInputs
  var engines: PortfolioEngines
  var solution: PortfolioSolution
  /// What a balanced list was weighed against; nil for other aims.
  var balance: PortfolioEngines.Balance?
  /// What the list comes to.
  var listed: ListOdds
  var limits: ListLimits
  /// Why the list ends.
  var end: ProgramList.End
  /// When a further program is no longer worth its fee.
  var rule: EnoughRule
  var assumptions: AssumptionTable
  var fees: FeeTables
  var figures: [String: ProgramEvidence]

  // MARK: List

  func list() -> ProgramList {
    let places = feePlaces()
    var landing = listed.landing.map { $0.makeIterator() }
    let entries = solution.members.enumerated().map { position, member in
      // Applications of one specialty stand in the order of the solution.
      let target = inputs.origins[member.choice.option].target
      return entry(
        member, matchWithinList: landing[target].next() ?? 0, fee: places[position])
    }
    let alike = AlikePrograms(builder: self)
    let crowds = alike.groups()
    return ProgramList(
      programs: entries.sorted {
        ($1.contribution, $0.code) < ($0.contribution, $1.code)
      },
      endsBecause: end, value: solution.value, bound: solution.upperBound, gap: solution.gap,
      proof: proof, fees: solution.fee, limits: limits.words,
      groupDefinition: groups.definition,
      considered: inputs.problem.options.count, ruledOut: inputs.ruledOut,
      balance: balanceSentence, alike: crowds, alikeAdvice: alike.advice(crowds))
  }

  private var balanceSentence: String? {
    guard let balance else { return nil }
    let best = balance.bestChance
    let given = Format.number(max(0, 100 * (best - listed.match)), digits: 1)
    guard given != "0" else {
      return
        "We found no list within the limits with a better chance of matching; of such lists this "
        + "leads to the best places."
    }
    return
      "The safest list within the limits would match you with \(Format.about(best)); this one gives "
      + "up \(Format.points(max(0, 100 * (best - listed.match)), digits: 1)) of that for better places (aim: balanced)."
  }

  private var proof: String {
    switch solution.proof {
    case .marginalImprovement: "exact: marginal improvement (Chade & Smith 2006)"
    case .dynamicProgram: "exact: dynamic program over every way to use the limits"
    case .branchAndBound: "exact: every other list was bounded away"
    case .concaveRelaxation:
      balance == nil
        ? "no list within the limits can be worth more than the bound, that of the concave relaxation"
        : "no list that keeps within a point of the best chance can be worth more than the bound"
    }
  }

  private var groups: GroupRule { GroupRule(assumptions) }

  /// The group of a program of the problem, with the signal of a choice.
  func group(of choice: PortfolioChoice) -> ProgramList.Group {
    let origin = inputs.origins[choice.option]
    return groups.group(
      interview: inputs.targets[origin.target].odds
        .interviewChance(program: origin.program, tier: choice.variant))
  }

  private func entry(
    _ member: PortfolioEvaluation.Member, matchWithinList: Double, fee: Int
  ) -> ProgramList.Entry {
    let choice = member.choice
    let origin = inputs.origins[choice.option]
    let odds = inputs.targets[origin.target].odds
    let program = inputs.program(choice.option)
    let interview = odds.interviewChance(program: origin.program, tier: choice.variant)
    let match = odds.matchChance(program: origin.program, tier: choice.variant)
    return ProgramList.Entry(
      code: program.code, program: program.name, institution: program.institution,
      city: program.city, state: program.state, specialty: program.specialty,
      track: program.track, group: groups.group(interview: interview),
      signal: inputs.signal(choice), interview: Interval(interview), match: Interval(match),
      standing: ProgramList.Standing(
        odds.standing(program: origin.program),
        place: inputs.targets[origin.target].places[origin.program]),
      matchWithinList: matchWithinList, contribution: member.contribution, fee: fee,
      utility: inputs.problem.options[choice.option].utility,
      reasons: odds.reasons(program: origin.program, tier: choice.variant).map {
        ProgramList.Reason(text: $0.text, points: $0.points)
      },
      facts: facts(
        program, otherTracks: origin.otherTracks.map { odds.programs[$0].name },
        eligibility: odds.eligibility[origin.program]),
      usesImportedFigures: figures[program.code] != nil)
  }

  private func facts(
    _ program: Program, otherTracks: [String], eligibility: Eligibility
  ) -> [String] {
    var facts: [String] = []
    if !otherTracks.isEmpty {
      facts.append(
        "one application and signal also serve its other tracks, ranked apart: "
          + otherTracks.joined(separator: ", "))
    }
    if let offered = program.positions, let year = program.positionsYear {
      let filled = program.filled.map { ", \($0) filled" } ?? ""
      facts.append("\(offered) positions\(filled) (\(year), published)")
    }
    if let listed = program.lastListed, Double(listed) < assumptions[.nationalListYear] {
      facts.append("last listed in \(listed): check that it still takes part")
    }
    return facts + eligibility.unknown
  }

  /// Fee of each member at its place in its specialty's schedule, the most useful counted first.
  private func feePlaces() -> [Int] {
    var fees = solution.members.map { _ in 0 }
    var counts = inputs.targets.map { _ in 0 }
    let order = solution.members.indices.sorted {
      solution.members[$0].contribution > solution.members[$1].contribution
    }
    for position in order {
      let target = inputs.origins[solution.members[position].choice.option].target
      counts[target] += 1
      fees[position] = self.fees[target].marginal(number: counts[target])
    }
    return fees
  }

  // MARK: Chances

  /// What the list comes to, with what is not known of it.
  ///
  /// - Parameter own: what the applicant's own list comes to, where that is the one that counts.
  func odds(of own: ListOdds? = nil) -> Odds {
    let listed = own ?? listed
    return Odds(
      listed, specialties: inputs.targets.map(\.target.specialty),
      usual: inputs.usualList(applications: inputs.applicationLimit),
      correlationSentence: correlation(listed.match, listed.matchIfIndependent),
      caveats: caveats())
  }

  private func correlation(_ match: Double, _ independent: Double) -> String {
    guard Format.percent(match) != Format.percent(independent) else {
      return
        "Programs judge the same file, so their answers go together; for this list that hardly "
        + "changes the chance, \(Format.percent(match))."
    }
    return
      "Programs judge the same file, so their answers go together: if one screens you out, others "
      + "like it do too. Counting that, the chance is \(Format.percent(match)); if every program "
      + "decided by itself it would look like \(Format.percent(independent))."
  }

  private func caveats() -> [String] {
    var caveats = [
      "No published figure says how often a single program interviews applicants like you; "
        + "each estimate starts from its specialty and its directory entry, so single programs are "
        + "uncertain and the list as a whole is less so."
    ]
    if figures.isEmpty {
      caveats.append(
        "With figures of your own (smartpick programs import) or a data pack the list becomes "
          + "personal.")
    }
    if !inputs.hasFirstYear,
      inputs.targets.contains(where: { $0.target.tracks.contains(.advanced) }),
      solution.members.contains(where: { inputs.program($0.choice.option).track == .advanced })
    {
      caveats.append(
        "Advanced positions start in the second year: each needs a preliminary or transitional "
          + "year as well.")
    }
    return caveats
  }
}

extension Interval {
  init(_ chance: ChanceEstimate) {
    self.init(estimate: chance.estimate, low: chance.low, high: chance.high)
  }
}

extension ProgramList.Standing {
  /// What is believed of a program's standing, and its place among the specialty's programs, 0…1.
  init(_ belief: StandingBelief, place: Double) {
    let interval = belief.interval
    self.init(
      estimate: belief.points, low: interval.low, high: interval.high, percentile: 100 * place)
  }
}
